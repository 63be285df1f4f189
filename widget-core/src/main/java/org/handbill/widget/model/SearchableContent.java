package org.handbill.widget.model;

import java.util.Map;
import java.util.Set;

/** Content that a visitor may search. What they ask for is rendered for them alone. */
public interface SearchableContent extends Content {

  /** The query parameters that ask for a part of it; their values are anything at all. */
  Set<String> searchParameters();

  /**
   * What was asked for.
   *
   * @param asked what was typed or chosen, by parameter; as it came, and not to be trusted
   */
  View view(Audience audience, Links links, Map<String, String> asked);

  @Override
  default View view(Audience audience, Links links) {
    return view(audience, links, Map.of());
  }
}
