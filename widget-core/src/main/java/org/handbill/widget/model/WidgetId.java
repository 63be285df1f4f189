package org.handbill.widget.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a widget in file names and URLs: 1 to 64 of {@code a-z}, {@code 0-9} and {@code -}.
 *
 * @param value the name itself
 */
public record WidgetId(String value) {

  private static final Pattern SYNTAX = Pattern.compile("[a-z0-9-]{1,64}");

  /**
   * @throws IllegalArgumentException when the value is not of that form
   */
  public WidgetId {
    if (!SYNTAX.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A widget's id has 1 to 64 of a-z, 0-9 and '-'; this has another form");
    }
  }

  /** The id, or empty where the text has another form. */
  public static Optional<WidgetId> parse(String text) {
    return SYNTAX.matcher(text).matches() ? Optional.of(new WidgetId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
