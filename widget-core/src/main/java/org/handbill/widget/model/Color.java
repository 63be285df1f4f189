package org.handbill.widget.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour as {@code #rgb}, {@code #rgba}, {@code #rrggbb} or {@code #rrggbbaa}, kept as eight
 * digits at most; nothing else can get into a style sheet this way.
 *
 * @param hex {@code #} and 6 or 8 lower-case hexadecimal digits
 */
public record Color(String hex) {

  private static final Pattern SYNTAX =
      Pattern.compile("#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", Pattern.CASE_INSENSITIVE);

  /** The colour, or empty where the text has another form. */
  public static Optional<Color> parse(String text) {
    if (!SYNTAX.matcher(text).matches()) {
      return Optional.empty();
    }
    String digits = text.substring(1).toLowerCase(Locale.ROOT);
    return Optional.of(
        new Color("#" + (digits.length() < 6 ? digits.replaceAll(".", "$0$0") : digits)));
  }

  /** Black or white, whichever reads better on this colour. */
  public Color readable() {
    Color white = new Color("#ffffff");
    Color black = new Color("#000000");
    return contrast(white) >= contrast(black) ? white : black;
  }

  /** The contrast ratio of WCAG 2.2 between two colours, from 1 to 21; transparency is left out. */
  public double contrast(Color other) {
    double lighter = Math.max(luminance(), other.luminance());
    double darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  /**
   * This colour, moved as little as needed towards black or white until text in it can be read.
   *
   * @param ground what it stands on
   * @param ratio the contrast wanted, 4.5 for text by WCAG 2.2 AA
   */
  public Color readableOn(Color ground, double ratio) {
    Color goal = ground.readable();
    for (int step = 0; step < 20; step++) {
      Color mixed = mix(goal, step / 20.0);
      if (mixed.contrast(ground) >= ratio) {
        return mixed;
      }
    }
    return goal;
  }

  private Color mix(Color goal, double share) {
    StringBuilder mixed = new StringBuilder("#");
    for (int i = 0; i < 3; i++) {
      long value = Math.round(channel(i) * (1 - share) + goal.channel(i) * share);
      mixed.append(String.format(Locale.ROOT, "%02x", value));
    }
    return new Color(mixed.toString());
  }

  private double luminance() {
    return 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
  }

  private double linear(int channel) {
    double value = channel(channel) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private int channel(int index) {
    return Integer.parseInt(hex.substring(1 + 2 * index, 3 + 2 * index), 16);
  }

  @Override
  public String toString() {
    return hex;
  }
}
