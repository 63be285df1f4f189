package org.handbill.widget.type.resources.entry;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends letters that a program wrote as UTF-8 and another took for Windows-1252, as “Ã³” for “ó”.
 * Only what is UTF-8 letter by letter is changed, which no words of a language are.
 */
public final class Mojibake {

  private static final Charset TAKEN_FOR = Charset.forName("windows-1252");

  /** A letter that begins a sequence of UTF-8, and those that may go on with it. */
  private static final Pattern RUN =
      Pattern.compile(
          "(?:[\\u00C2-\\u00F4][\\u0080-\\u00BF\\u0152\\u0153\\u0160\\u0161\\u0178\\u017D\\u017E\\u0192\\u02C6\\u02DC"
              + "\\u2013-\\u2022\\u2026\\u2030\\u2039\\u203A\\u20AC\\u2122]{1,3})+");

  private Mojibake() {}

  /** The text with such letters mended. */
  public static String mend(String text) {
    Matcher run = RUN.matcher(text);
    return run.replaceAll(found -> Matcher.quoteReplacement(meant(found.group())));
  }

  private static String meant(String written) {
    ByteBuffer bytes = ByteBuffer.allocate(written.length());
    for (int i = 0; i < written.length(); i++) {
      char letter = written.charAt(i);
      // Five bytes are no letters in Windows-1252, and stay what they are.
      bytes.put(
          letter < 0x100
              ? (byte) letter
              : TAKEN_FOR.encode(CharBuffer.wrap(written, i, i + 1)).get());
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException other) {
      return written;
    }
  }
}
