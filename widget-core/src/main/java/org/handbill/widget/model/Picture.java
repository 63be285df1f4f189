package org.handbill.widget.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A picture as visitors get it from the widget server: made small, and written anew, so that
 * nothing of the file that it came in is left but what can be seen.
 *
 * @param name in the widget server's addresses; it changes when the bytes do
 * @param bytes a JPEG; not to be changed
 * @param fetched when it was last fetched
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied by nobody
public record Picture(String name, byte[] bytes, Instant fetched) {

  /** Its media type. */
  public static final String TYPE = "image/jpeg";

  private static final int NAME_BYTES = 16;

  /** Names a JPEG by its bytes. */
  public static Picture of(byte[] bytes, Instant fetched) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      String name = HexFormat.of().formatHex(hash, 0, NAME_BYTES) + ".jpg";
      return new Picture(name, bytes, fetched);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }
}
