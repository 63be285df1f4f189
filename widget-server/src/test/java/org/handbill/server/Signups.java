package org.handbill.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handbill.server.store.Signup;

/** Sign-ups for tests. */
public final class Signups {

  private Signups() {}

  /** One that waits for its confirmation. */
  public static Signup pending(String email, Instant at) {
    return of(email, "news", at, true, false);
  }

  /** One that needs no confirmation. */
  public static Signup accepted(String email, Instant at) {
    return of(email, "news", at, false, false);
  }

  /** Any. */
  public static Signup of(
      String email, String widget, Instant at, boolean doubleOptIn, boolean test) {
    return new Signup(
        UUID.randomUUID(),
        UUID.randomUUID(),
        at,
        widget,
        "",
        "",
        "en",
        Map.of("email", email),
        "0123456789abcdef01234567",
        List.of("Test Network"),
        doubleOptIn,
        test,
        Optional.empty());
  }

  /** The same, with a proof of work. */
  public static Signup with(Signup signup, Signup.Proof proof) {
    return new Signup(
        signup.id(),
        signup.submissionId(),
        signup.receivedAt(),
        signup.widget(),
        signup.member(),
        signup.source(),
        signup.language(),
        signup.values(),
        signup.consentVersion(),
        signup.controllers(),
        signup.doubleOptIn(),
        signup.test(),
        Optional.of(proof));
  }

  /** The same submission once more, as a browser sends it after a time-out. */
  public static Signup again(Signup signup, String email) {
    return new Signup(
        UUID.randomUUID(),
        signup.submissionId(),
        signup.receivedAt(),
        signup.widget(),
        signup.member(),
        signup.source(),
        signup.language(),
        Map.of("email", email),
        signup.consentVersion(),
        signup.controllers(),
        signup.doubleOptIn(),
        signup.test(),
        signup.proof());
  }
}
