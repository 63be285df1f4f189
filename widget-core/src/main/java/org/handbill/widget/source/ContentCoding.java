package org.handbill.widget.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The content codings that a fetched body may have (RFC 9110, section 8.4.1): one, or none. */
enum ContentCoding {
  IDENTITY,
  GZIP,
  DEFLATE;

  /** What to send as {@code Accept-Encoding}. */
  static final String ACCEPTED = "gzip, deflate";

  private static final int ZLIB_METHOD_DEFLATE = 8;
  private static final int ZLIB_CHECK = 31;

  /**
   * The coding that a {@code Content-Encoding} names; nothing when it is not accepted, or when one
   * coding is wrapped in another.
   */
  static Optional<ContentCoding> named(List<String> tokens) {
    List<String> real = tokens.stream().filter(token -> !token.equals("identity")).toList();
    if (real.isEmpty()) {
      return Optional.of(IDENTITY);
    }
    if (real.size() > 1) {
      return Optional.empty();
    }
    return switch (real.get(0).toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> Optional.of(GZIP);
      case "deflate" -> Optional.of(DEFLATE);
      default -> Optional.empty();
    };
  }

  /**
   * Undoes the coding and stops one byte past the limit, so that a result longer than the limit
   * says that there is too much.
   *
   * @throws IOException when the bytes are not of this coding or end too early
   */
  byte[] decode(byte[] coded, int limit) throws IOException {
    if (this == IDENTITY) {
      return coded;
    }
    if (this == GZIP) {
      try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(coded))) {
        return plain.readNBytes(limit + 1);
      }
    }
    // "deflate" means the zlib format, but some servers send the bare stream inside it.
    Inflater inflater = new Inflater(!hasZlibHeader(coded));
    try (InputStream plain = new InflaterInputStream(new ByteArrayInputStream(coded), inflater)) {
      return plain.readNBytes(limit + 1);
    } finally {
      inflater.end();
    }
  }

  private static boolean hasZlibHeader(byte[] coded) {
    return coded.length >= 2
        && (coded[0] & 0x0f) == ZLIB_METHOD_DEFLATE
        && (((coded[0] & 0xff) << 8) | (coded[1] & 0xff)) % ZLIB_CHECK == 0;
  }
}
