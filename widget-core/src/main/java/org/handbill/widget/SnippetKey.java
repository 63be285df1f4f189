package org.handbill.widget;

import java.util.Map;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Scheme;
import org.handbill.widget.model.WidgetId;
import org.handbill.widget.render.Representation;

/**
 * What a snippet is cached by: only values that the network's files name, so that a stranger can
 * make no entry. {@link Widgets#resolve} makes it.
 *
 * @param widget the widget
 * @param as the form of the answer
 * @param language one of the network's
 * @param scheme light, dark or as the page around it
 * @param member a member's id; empty for none
 * @param parameters what the content declared
 */
public record SnippetKey(
    WidgetId widget,
    Representation as,
    Language language,
    Scheme scheme,
    String member,
    Map<String, String> parameters) {

  public SnippetKey {
    parameters = Map.copyOf(parameters);
  }
}
