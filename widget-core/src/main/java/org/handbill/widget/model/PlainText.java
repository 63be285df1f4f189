package org.handbill.widget.model;

/** Text from outside, made safe to show: see {@link #tidy}. */
public final class PlainText {

  private PlainText() {}

  /**
   * Drops what no reader can see and some programs stumble over: NUL and other controls (a line
   * break stays), lone surrogates, and the bidirectional controls that can make a line read in
   * another order than it is stored (CVE-2021-42574).
   */
  public static String tidy(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(PlainText::shown).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** As {@link #tidy}, on one line: runs of white space become one space, the ends are trimmed. */
  public static String line(String text) {
    return tidy(text).replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /** As {@link #tidy}, with line breaks as one sign each, and the ends trimmed. */
  static String lines(String text) {
    return tidy(text).replaceAll("\\R", "\n").strip();
  }

  /** Digits of other scripts, as an Arabic or Persian keyboard types them, as 0 to 9. */
  static String asciiDigits(String typed) {
    StringBuilder digits = new StringBuilder(typed.length());
    typed
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(digits::appendCodePoint);
    return digits.toString();
  }

  private static boolean shown(int c) {
    if (c == '\n' || c == '\t' || c == '\r') {
      return true;
    }
    boolean control = Character.isISOControl(c);
    boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean bidiControl = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !(control || loneSurrogate || bidiControl || noncharacter || c == 0xFEFF);
  }
}
