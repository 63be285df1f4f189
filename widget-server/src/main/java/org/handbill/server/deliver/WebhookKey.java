package org.handbill.server.deliver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that webhooks are signed with, by the Standard Webhooks specification: {@code whsec_} and
 * 24 to 64 bytes for HMAC-SHA256 ({@code v1}), {@code whsk_} and an Ed25519 private key ({@code
 * v1a}), each in base64. Immutable.
 */
sealed interface WebhookKey {

  String SYMMETRIC = "whsec_";
  String ASYMMETRIC = "whsk_";

  /** The version and the signature of {@code id.timestamp.body}, as the header lists it. */
  String sign(String id, long timestamp, byte[] body);

  /** The key that an operator wrote. */
  static WebhookKey of(String written) throws UnreadyException {
    try {
      if (written.startsWith(SYMMETRIC)) {
        byte[] secret = Base64.getDecoder().decode(written.substring(SYMMETRIC.length()));
        if (secret.length >= Hmac.SHORTEST && secret.length <= Hmac.LONGEST) {
          return new Hmac(new SecretKeySpec(secret, Hmac.ALGORITHM));
        }
      } else if (written.startsWith(ASYMMETRIC)) {
        return Ed25519.of(Base64.getDecoder().decode(written.substring(ASYMMETRIC.length())));
      }
    } catch (IllegalArgumentException | GeneralSecurityException noKey) {
      // told below, without the key
    }
    throw new UnreadyException(
        "The signing secret is no key of Standard Webhooks. Write whsec_ and 24 to 64 bytes in"
            + " base64, or whsk_ and an Ed25519 private key in base64.");
  }

  private static byte[] signed(String id, long timestamp, byte[] body) {
    byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }

  /** A secret that both sides have. */
  record Hmac(SecretKeySpec key) implements WebhookKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    @Override
    public String sign(String id, long timestamp, byte[] body) {
      try {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(key);
        byte[] signature = mac.doFinal(signed(id, timestamp, body));
        return "v1," + Base64.getEncoder().encodeToString(signature);
      } catch (GeneralSecurityException e) {
        throw new AssertionError("Every JDK has HMAC-SHA256", e);
      }
    }

    @Override
    public String toString() {
      return ALGORITHM;
    }
  }

  /** A private key, of which the other side has the public one. */
  record Ed25519(PrivateKey key) implements WebhookKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int SEED = 32;
    private static final int SEED_AND_PUBLIC = 64;

    /** From the key's 32 bytes, with or without the public key's 32 behind them. */
    private static Ed25519 of(byte[] bytes) throws GeneralSecurityException {
      if (bytes.length != SEED && bytes.length != SEED_AND_PUBLIC) {
        throw new GeneralSecurityException("An Ed25519 private key has 32 or 64 bytes");
      }
      return new Ed25519(
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(
                  new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOf(bytes, SEED))));
    }

    @Override
    public String sign(String id, long timestamp, byte[] body) {
      try {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key);
        signature.update(signed(id, timestamp, body));
        return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
      } catch (GeneralSecurityException e) {
        throw new AssertionError("Every JDK has Ed25519", e);
      }
    }

    @Override
    public String toString() {
      return ALGORITHM;
    }
  }
}
