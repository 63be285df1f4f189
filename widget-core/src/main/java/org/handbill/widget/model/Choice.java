package org.handbill.widget.model;

import java.util.List;

/**
 * A query parameter that a webmaster may set for a snippet, in the words of one language.
 *
 * @param parameter its name in the query; one of the content's own
 * @param label what is chosen by it
 * @param unset what it means to leave it out
 * @param values what it can be set to, in the order to show them
 */
public record Choice(String parameter, String label, String unset, List<Value> values) {

  public Choice {
    values = List.copyOf(values);
  }

  /**
   * One thing to choose.
   *
   * @param value what stands in the query
   * @param name what it is called
   */
  public record Value(String value, String name) {}
}
