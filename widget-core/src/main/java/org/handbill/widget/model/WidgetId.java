package org.handbill.widget.model;

import java.util.Optional;

/**
 * The name of a widget in file names and URLs: 1 to 64 of {@code a-z}, {@code 0-9} and {@code -}.
 *
 * @param value the name itself
 */
public record WidgetId(String value) {

  private static final int LONGEST = 64;

  /**
   * @throws IllegalArgumentException when the value is not of that form
   */
  public WidgetId {
    if (!isId(value)) {
      throw new IllegalArgumentException(
          "A widget's id has 1 to 64 of a-z, 0-9 and '-'; this has another form");
    }
  }

  /** The id, or empty where the text has another form. */
  public static Optional<WidgetId> parse(String text) {
    return isId(text) ? Optional.of(new WidgetId(text)) : Optional.empty();
  }

  /** Letter by letter, since every request passes here. */
  private static boolean isId(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST;
  }

  @Override
  public String toString() {
    return value;
  }
}
