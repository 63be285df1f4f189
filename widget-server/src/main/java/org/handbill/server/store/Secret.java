package org.handbill.server.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that all nodes share. What it makes of a text says nothing of the text. Thread-safe. */
public final class Secret {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  Secret(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * The keyed hash (HMAC-SHA-256) of a text, as 64 hexadecimal digits.
   *
   * @param purpose keeps hashes of one purpose from being of use for another
   */
  public String hash(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("Every JDK has " + ALGORITHM, e);
    }
  }
}
