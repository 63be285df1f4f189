package org.handbill.server.submit.guard;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.server.store.Secret;
import org.handbill.server.store.Signup.Proof;
import org.handbill.server.submit.guard.Caught.Reason;

/**
 * Passes stand in for proof of work where no script runs: the page with the button holds one. A
 * pass is good for one widget and one e-mail address, and only after a moment: a person has to read
 * the page first. Thread-safe.
 */
final class Passes {

  /** How long the page may stay open. */
  static final Duration GOOD_FOR = Duration.ofMinutes(30);

  /** Sooner nobody has read the page. */
  static final Duration YOUNGEST = Duration.ofSeconds(2);

  private static final int ID_BYTES = 16;
  private static final Pattern PASS =
      Pattern.compile("([0-9a-f]{32})\\.([0-9]{1,15})\\.([0-9a-f]{64})");

  private final SecureRandom random = new SecureRandom();
  private final Secret secret;
  private final Clock clock;

  Passes(Secret secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * A new pass.
   *
   * @param email the keyed hash of the address
   */
  String issue(String widget, String email) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    long issued = clock.millis();
    return id + "." + issued + "." + sign(id, issued, widget, email);
  }

  /** Weighs what a form sent; empty for none. */
  Evidence weigh(String pass, String widget, String email) {
    if (pass.isEmpty()) {
      return new Evidence.Bad(Reason.NO_PROOF);
    }
    Matcher parts = PASS.matcher(pass);
    if (!parts.matches()) {
      return new Evidence.Bad(Reason.FORGED);
    }
    String id = parts.group(1);
    long at = Long.parseLong(parts.group(2));
    if (!Challenges.same(sign(id, at, widget, email), parts.group(3))) {
      return new Evidence.Bad(Reason.FORGED);
    }
    Instant issued = Instant.ofEpochMilli(at);
    Instant expires = issued.plus(GOOD_FOR);
    Instant now = clock.instant();
    if (!now.isBefore(expires)) {
      return new Evidence.Bad(Reason.EXPIRED);
    }
    return now.isBefore(issued.plus(YOUNGEST))
        ? new Evidence.Bad(Reason.TOO_EARLY)
        : new Evidence.Good(new Proof(id, expires));
  }

  private String sign(String id, long issued, String widget, String email) {
    return secret.hash("pass", id + " " + issued + " " + widget + " " + email);
  }
}
