package org.handbill.widget.model;

import java.util.Locale;
import java.util.Optional;

/** The colours of a widget, as a snippet's {@code theme} asks for it. */
public enum Scheme {
  /** As the page around it. */
  AUTO,
  LIGHT,
  DARK,
  /** As the page around it, with its font, its text and its links. */
  INHERIT;

  /** The scheme of that name in a URL, or empty for any other. */
  public static Optional<Scheme> parse(String text) {
    return switch (text) {
      case "auto" -> Optional.of(AUTO);
      case "light" -> Optional.of(LIGHT);
      case "dark" -> Optional.of(DARK);
      case "inherit" -> Optional.of(INHERIT);
      default -> Optional.empty();
    };
  }

  /** True where the browser decides between light and dark. */
  public boolean follows() {
    return this == AUTO || this == INHERIT;
  }

  /** The name in a URL. */
  public String param() {
    return name().toLowerCase(Locale.ROOT);
  }
}
