package org.handbill.widget.model;

/** What widgets stand on, as the base style sheet colours it. */
public enum Ground {
  LIGHT(new Color("#ffffff")),
  DARK(new Color("#1b1d22"));

  /** The contrast that text needs (WCAG 2.2, 1.4.3). */
  public static final double READABLE = 4.5;

  private final Color color;

  Ground(Color color) {
    this.color = color;
  }

  /** Its colour. */
  public Color color() {
    return color;
  }

  /** A colour, moved as little as needed until text in it can be read here. */
  public Color readable(Color text) {
    return text.readableOn(color, READABLE);
  }
}
