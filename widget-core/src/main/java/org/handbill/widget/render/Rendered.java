package org.handbill.widget.render;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * An answer's body, ready to be sent in each content coding. Immutable; the buffers are read-only
 * and shared, so whoever sends one takes its {@link ByteBuffer#duplicate}.
 *
 * @param contentType the media type
 * @param identity the bytes as they are
 * @param gzip the same, compressed; empty where that would not be smaller
 * @param brotli the same, compressed better; empty where that would not be smaller, or where this
 *     machine has no encoder
 * @param headers further fields of the answer, as name and value in turn
 * @param edition which edition of the content this was made from
 */
public record Rendered(
    String contentType,
    Body identity,
    Optional<Body> gzip,
    Optional<Body> brotli,
    java.util.Map<String, String> headers,
    long edition) {

  /** Below this, a content coding's own header would outweigh what it saves. */
  private static final int WORTH_COMPRESSING = 200;

  private static final int TAG_BYTES = 12;

  /** Makes every encoding of a text. */
  public static Rendered of(
      String contentType, String text, java.util.Map<String, String> headers, long edition) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String tag = tag(bytes);
    boolean worth = bytes.length >= WORTH_COMPRESSING;
    return new Rendered(
        contentType,
        Body.of(bytes, tag, "", ""),
        worth ? smaller(bytes, Encodings.gzip(bytes), tag, "gzip", "-gz") : Optional.empty(),
        worth
            ? Encodings.brotli(bytes).flatMap(br -> smaller(bytes, br, tag, "br", "-br"))
            : Optional.empty(),
        java.util.Map.copyOf(headers),
        edition);
  }

  /** Makes what is sent once and then forgotten: as it is, and quickly compressed. */
  public static Rendered once(
      String contentType, String text, java.util.Map<String, String> headers, long edition) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String tag = tag(bytes);
    return new Rendered(
        contentType,
        new Body(ByteBuffer.wrap(bytes).asReadOnlyBuffer(), '"' + tag + '"', ""),
        Optional.of(
            new Body(
                ByteBuffer.wrap(Encodings.gzip(bytes)).asReadOnlyBuffer(),
                '"' + tag + "-gz\"",
                "gzip")),
        Optional.empty(),
        java.util.Map.copyOf(headers),
        edition);
  }

  /**
   * What is compressed already, such as a picture.
   *
   * @param tag what its entity tag says; another for other bytes
   */
  public static Rendered compact(String contentType, byte[] bytes, String tag) {
    return new Rendered(
        contentType,
        new Body(ByteBuffer.wrap(bytes).asReadOnlyBuffer(), '"' + tag + '"', ""),
        Optional.empty(),
        Optional.empty(),
        java.util.Map.of(),
        0);
  }

  private static Optional<Body> smaller(
      byte[] bytes, byte[] encoded, String tag, String coding, String suffix) {
    return encoded.length < bytes.length
        ? Optional.of(Body.of(encoded, tag, coding, suffix))
        : Optional.empty();
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      byte[] start = java.util.Arrays.copyOf(hash, TAG_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(start);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }

  /** What this takes of memory, in bytes, near enough. */
  public int weight() {
    return identity.length()
        + gzip.map(Body::length).orElse(0)
        + brotli.map(Body::length).orElse(0)
        + OVERHEAD;
  }

  private static final int OVERHEAD = 600;

  /** The text itself, for whoever uses widget-core without a server. */
  public String text() {
    return StandardCharsets.UTF_8.decode(identity.bytes().duplicate()).toString();
  }

  /**
   * The bytes in one content coding.
   *
   * @param bytes read-only, and off the heap where they are sent often, so that they go to the
   *     network without a copy
   * @param etag a strong entity tag of its own (RFC 9110, 8.8.3), in quotes
   * @param coding the name in {@code Content-Encoding}; empty for none
   */
  public record Body(ByteBuffer bytes, String etag, String coding) {

    private static Body of(byte[] bytes, String tag, String coding, String suffix) {
      ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
      return new Body(direct.asReadOnlyBuffer(), '"' + tag + suffix + '"', coding);
    }

    /** In bytes. */
    public int length() {
      return bytes.remaining();
    }
  }
}
