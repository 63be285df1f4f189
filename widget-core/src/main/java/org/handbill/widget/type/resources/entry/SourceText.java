package org.handbill.widget.type.resources.entry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.model.SourceBytes;

/** Tells which characters the bytes of a source stand for. */
public final class SourceText {

  private static final int PROLOGUE_BYTES = 4096;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w:.+-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]{0,400}?charset\\s*=\\s*[\"']?\\s*([\\w:.+-]+)", Pattern.CASE_INSENSITIVE);

  private SourceText() {}

  /**
   * The text by its byte order mark, by what is valid UTF-8 beyond ASCII (nothing else looks like
   * it, whatever was declared), by the media type, by the page's own word, and else as UTF-8; or as
   * Windows-1252, as old programs save it, where it is no UTF-8 although it says so or says
   * nothing.
   */
  public static String of(SourceBytes source) {
    byte[] bytes = source.bytes();
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return withoutMark(new String(bytes, StandardCharsets.UTF_16));
    }
    Optional<String> utf8 = strictUtf8(bytes);
    Optional<Charset> declared =
        source
            .mediaType()
            .flatMap(type -> charset(CHARSET, type))
            .or(() -> charset(META, prologue(bytes)))
            .filter(
                charset -> !charset.name().startsWith("UTF-") || prologue(bytes).contains("\0"));
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return withoutMark(new String(bytes, StandardCharsets.UTF_8));
    }
    if (utf8.isPresent()) {
      boolean ascii = utf8.get().length() == bytes.length;
      return ascii && declared.isPresent() ? new String(bytes, declared.get()) : utf8.get();
    }
    return declared.map(charset -> new String(bytes, charset)).orElseGet(() -> damaged(bytes));
  }

  /** A damaged letter or two among good ones leave it UTF-8. */
  private static String damaged(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long damaged = text.chars().filter(c -> c == 0xFFFD).count();
    long beyondAscii = text.chars().filter(c -> c > 0x7F).count();
    return damaged * 2 > beyondAscii ? new String(bytes, WINDOWS) : text;
  }

  private static String prologue(byte[] bytes) {
    return new String(
        bytes, 0, Math.min(bytes.length, PROLOGUE_BYTES), StandardCharsets.ISO_8859_1);
  }

  private static Optional<Charset> charset(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      Charset charset = Charset.forName(matcher.group(1));
      // Browsers read both of these names as Windows-1252 (WHATWG Encoding, 4.2).
      boolean latin =
          charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
      return Optional.of(latin ? WINDOWS : charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> strictUtf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
