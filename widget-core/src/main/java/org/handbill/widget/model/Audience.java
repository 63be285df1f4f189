package org.handbill.widget.model;

import java.util.Map;
import java.util.Optional;

/**
 * Whom a widget is rendered for: everything that may change its bytes, and nothing of the visitor.
 *
 * @param language one of the network's
 * @param scheme light, dark or as the page around it
 * @param member whose page it stands on, where it is known
 * @param parameters what else of the query the content declared, only values that it declared
 */
public record Audience(
    Language language, Scheme scheme, Optional<Member> member, Map<String, String> parameters) {

  public Audience {
    parameters = Map.copyOf(parameters);
  }
}
