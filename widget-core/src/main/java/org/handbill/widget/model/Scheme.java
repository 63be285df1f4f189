package org.handbill.widget.model;

import java.util.Locale;
import java.util.Optional;

/** Light or dark, as a snippet's {@code theme} asks for it. */
public enum Scheme {
  /** As the page around it. */
  AUTO,
  LIGHT,
  DARK;

  /** The scheme of that name in a URL, or empty for any other. */
  public static Optional<Scheme> parse(String text) {
    return switch (text) {
      case "auto" -> Optional.of(AUTO);
      case "light" -> Optional.of(LIGHT);
      case "dark" -> Optional.of(DARK);
      default -> Optional.empty();
    };
  }

  /** The name in a URL. */
  public String param() {
    return name().toLowerCase(Locale.ROOT);
  }
}
