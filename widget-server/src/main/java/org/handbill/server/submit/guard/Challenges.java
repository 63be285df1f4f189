package org.handbill.server.submit.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.server.store.Secret;
import org.handbill.server.store.Signup.Proof;
import org.handbill.server.submit.guard.Caught.Reason;
import org.handbill.widget.assets.Assets.Asset;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proof-of-work challenges, and what comes back. A challenge says itself until when and for which
 * widget it is good, and is signed, so nothing is kept until it has been used. Thread-safe.
 *
 * <p>The salt ends in {@code &}: without it, digits could be moved from the number into the salt,
 * and one proof would pass for several.
 */
final class Challenges {

  /** How long there is to fill in a form. */
  static final Duration GOOD_FOR = Duration.ofMinutes(30);

  /** Sooner no person has filled in anything. */
  static final Duration YOUNGEST = Duration.ofSeconds(1);

  private static final int HIGHEST_NUMBER = 10_000;
  private static final int SALT_BYTES = 16;
  private static final int LONGEST_PROOF = 2_048;
  private static final Pattern SALT =
      Pattern.compile("[0-9a-f]{32}\\?expires=([0-9]{1,12})&issued=([0-9]{1,12})&w=([a-z0-9-]+)&");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final SecureRandom random = new SecureRandom();
  private final Secret secret;
  private final Clock clock;

  Challenges(Secret secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /** A new challenge for a widget's form. */
  Challenge issue(String widget) {
    byte[] bytes = new byte[SALT_BYTES];
    random.nextBytes(bytes);
    Instant now = clock.instant();
    String salt =
        HexFormat.of().formatHex(bytes)
            + "?expires="
            + now.plus(GOOD_FOR).getEpochSecond()
            + "&issued="
            + now.getEpochSecond()
            + "&w="
            + widget
            + "&";
    String challenge = hash(salt, random.nextInt(HIGHEST_NUMBER + 1));
    return new Challenge(challenge, HIGHEST_NUMBER, salt, sign(challenge));
  }

  /**
   * Weighs what a form sent.
   *
   * @param proof JSON in Base64; empty for none
   */
  Evidence weigh(String proof, String widget) {
    if (proof.isEmpty()) {
      return new Evidence.Bad(Reason.NO_PROOF);
    }
    if (proof.length() > LONGEST_PROOF) {
      return new Evidence.Bad(Reason.FORGED);
    }
    try {
      String json = new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8);
      return weigh(JSON.readTree(json), widget);
    } catch (IllegalArgumentException | JacksonException malformed) {
      return new Evidence.Bad(Reason.FORGED);
    }
  }

  private Evidence weigh(JsonNode proof, String widget) {
    String challenge = proof.path("challenge").asString("");
    String salt = proof.path("salt").asString("");
    JsonNode number = proof.path("number");
    Matcher parts = SALT.matcher(salt);
    boolean ours =
        proof.path("algorithm").asString("").equals(Challenge.ALGORITHM)
            && number.isInt()
            && number.intValue() >= 0
            && number.intValue() <= HIGHEST_NUMBER
            && same(challenge, hash(salt, number.intValue()))
            && same(sign(challenge), proof.path("signature").asString(""))
            && parts.matches()
            && parts.group(3).equals(widget);
    if (!ours) {
      return new Evidence.Bad(Reason.FORGED);
    }
    Instant expires = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
    Instant issued = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
    Instant now = clock.instant();
    if (!now.isBefore(expires)) {
      return new Evidence.Bad(Reason.EXPIRED);
    }
    return now.isBefore(issued.plus(YOUNGEST))
        ? new Evidence.Bad(Reason.TOO_EARLY)
        : new Evidence.Good(new Proof(challenge, expires));
  }

  private String sign(String challenge) {
    return secret.hash("proof of work", challenge);
  }

  /** Compares in a time that says nothing about where two texts differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String salt, int number) {
    byte[] text = (salt + number).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Asset.digest(Challenge.ALGORITHM, text));
  }
}
