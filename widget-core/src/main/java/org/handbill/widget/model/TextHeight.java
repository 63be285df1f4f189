package org.handbill.widget.model;

/**
 * How high text stands, in CSS pixels: an estimate for whoever reserves room before a browser has
 * laid anything out. It knows no font, only how wide the letters of common ones are.
 */
public final class TextHeight {

  /** The size of letters, in CSS pixels, where nothing else is set. */
  public static final int LETTERS = 16;

  /** The size of letters in HTML's {@code small}. */
  public static final int SMALL = 14;

  /** The height of a line, as a part of the size of its letters. */
  public static final double LINE = 1.5;

  private static final String NARROW = "iljtfrI.,;:'!|()[]-/";
  private static final String WIDE = "mwMWQO@%";

  private TextHeight() {}

  /** The height of text in letters of the usual size. */
  public static double of(String text, double width) {
    return lines(text, width, LETTERS) * LETTERS * LINE;
  }

  /** The same of small letters. */
  public static double small(String text, double width) {
    return lines(text, width, SMALL) * SMALL * LINE;
  }

  /**
   * How many lines text takes; none where it is empty.
   *
   * @param width of the room, in CSS pixels
   * @param size of the letters, in CSS pixels
   */
  public static int lines(String text, double width, double size) {
    int lines = text.isBlank() ? 0 : 1;
    double taken = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      double needed = width(word, size);
      double space = taken == 0 ? 0 : size / 4;
      if (taken > 0 && taken + space + needed > width) {
        lines++;
        taken = 0;
        space = 0;
      }
      taken += space + needed;
      if (taken > width) { // one that is broken: ideographs, or a long address
        int full = (int) Math.ceil(taken / Math.max(width, size)) - 1;
        lines += full;
        taken -= full * width;
      }
    }
    return lines;
  }

  /** The words of cleaned HTML, near enough to be measured. */
  public static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("&#?\\w+;", "&");
  }

  /** How wide text is in one line, in CSS pixels. */
  public static double width(String text, double size) {
    return size * text.codePoints().mapToDouble(TextHeight::letter).sum();
  }

  /** The width of a letter, as a part of its size. */
  private static double letter(int c) {
    if (Character.isIdeographic(c)
        || (c >= 0x3040 && c <= 0x30FF)
        || (c >= 0xAC00 && c <= 0xD7A3)) {
      return 1;
    }
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return 0;
    }
    if (Character.isWhitespace(c)) {
      return 0.26;
    }
    if (NARROW.indexOf(c) >= 0) {
      return 0.32;
    }
    if (WIDE.indexOf(c) >= 0) {
      return 0.86;
    }
    return Character.isUpperCase(c) ? 0.66 : 0.56;
  }
}
