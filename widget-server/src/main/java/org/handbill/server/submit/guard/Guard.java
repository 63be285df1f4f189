package org.handbill.server.submit.guard;

import java.net.InetAddress;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.store.Buckets;
import org.handbill.server.store.Buckets.Rate;
import org.handbill.server.store.Secret;
import org.handbill.server.store.Signup.Proof;
import org.handbill.server.store.StoreUnavailableException;
import org.handbill.server.submit.guard.Caught.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Decides which submissions are let through. Only what is surely automatic is to be dropped without
 * a word; whatever could happen to a person has an answer that says what to do. It keeps and logs
 * nothing of where a visitor is. Thread-safe.
 */
public final class Guard {

  /** The field that no person sees. */
  private static final String HONEYPOT = "website";

  private static final String PROOF = "altcha";
  private static final String PASS = "pass";

  private final boolean on;
  private final Key key;
  private final Limits limits;
  private final Buckets local;
  private final Buckets shared;
  private final Clock clock;
  private final Caught caught = new Caught();
  private volatile @Nullable Signed signed;

  /** Where the key is that all nodes sign with. */
  public interface Key {
    /** The same on every node and after each start. */
    Secret secret() throws StoreUnavailableException;
  }

  private record Signed(Challenges challenges, Passes passes, Secret secret) {}

  private Guard(boolean on, Key key, Limits limits, Buckets local, Buckets shared, Clock clock) {
    this.on = on;
    this.key = key;
    this.limits = limits;
    this.local = local;
    this.shared = shared;
    this.clock = clock;
  }

  /**
   * A guard on duty.
   *
   * @param shared counts by e-mail address, by member and in all; shared by all nodes where there
   *     are several
   */
  public static Guard on(Key key, Limits limits, Buckets shared, Clock clock) {
    return new Guard(true, key, limits, new LocalBuckets(clock), shared, clock);
  }

  /** A guard that lets everything through, for tests under load. */
  public static Guard off(Key key, Clock clock) {
    Buckets none = (what, rate) -> Optional.empty();
    return new Guard(false, key, Limits.USUAL, none, none, clock);
  }

  /**
   * A sound submission that wants in.
   *
   * @param client where it comes from
   * @param widget the form's id
   * @param member whose page it comes from; empty for none
   * @param email as it would be kept
   * @param typed all that was sent, by name
   */
  public record Visit(
      InetAddress client, String widget, String member, String email, Map<String, String> typed) {

    private String sent(String name) {
      return typed.getOrDefault(name, "");
    }
  }

  /** What is to be done about a submission. */
  public sealed interface Verdict {
    /** It may be stored, together with the proof that it uses up; empty with the guard off. */
    record Passed(Optional<Proof> proof) implements Verdict {}

    /**
     * Proof of work is wanting.
     *
     * @param code {@code missing}, {@code expired}, {@code too-early} or {@code spent}
     */
    record Unproven(String code) implements Verdict {}

    /** It may be sent again after a while. */
    record Busy(Duration retryAfter) implements Verdict {}

    /** The page with the button may be shown, with this pass. */
    record OneMoreStep(String pass) implements Verdict {}
  }

  /** A new challenge for a widget's form. */
  public Challenge challenge(String widget) throws StoreUnavailableException {
    return signed().challenges().issue(widget);
  }

  /** True for what no person can have sent: to be dropped, and answered as if it had been kept. */
  public boolean isAutomatic(Map<String, String> typed) {
    boolean automatic = on && !typed.getOrDefault(HONEYPOT, "").isEmpty();
    if (automatic) {
      caught.count(Reason.HONEYPOT);
    }
    return automatic;
  }

  /** Decides about a submission. Never answers {@link Verdict.OneMoreStep}. */
  public Verdict check(Visit visit) throws StoreUnavailableException {
    if (!on) {
      return new Verdict.Passed(Optional.empty());
    }
    Evidence evidence = weigh(visit);
    if (evidence instanceof Evidence.Good good) {
      Optional<Duration> wait = wait(visit);
      return wait.isPresent()
          ? new Verdict.Busy(wait.get())
          : new Verdict.Passed(Optional.of(good.proof()));
    }
    Reason reason = ((Evidence.Bad) evidence).reason();
    caught.count(reason);
    return new Verdict.Unproven(
        switch (reason) {
          case EXPIRED, TOO_EARLY -> reason.label();
          default -> "missing";
        });
  }

  /** To be told when the store says that another submission has used the proof. */
  public Verdict.Unproven spent() {
    caught.count(Reason.SPENT);
    return new Verdict.Unproven("spent");
  }

  /**
   * Decides whether a submission without proof gets the page with the button. A pass that only came
   * too early stays good.
   *
   * @return {@link Verdict.OneMoreStep} or {@link Verdict.Busy}
   */
  public Verdict oneMoreStep(Visit visit) throws StoreUnavailableException {
    Optional<Duration> wait =
        waitNear(visit.client(), "step", limits.addressSteps(), limits.neighbourhoodSteps());
    if (wait.isPresent()) {
      return new Verdict.Busy(wait.get());
    }
    Passes passes = signed().passes();
    String email = hashed(visit.email());
    String held = visit.sent(PASS);
    boolean early =
        passes.weigh(held, visit.widget(), email) instanceof Evidence.Bad bad
            && bad.reason() == Reason.TOO_EARLY;
    return new Verdict.OneMoreStep(early ? held : passes.issue(visit.widget(), email));
  }

  /** The figures so far. */
  public Caught caught() {
    return caught;
  }

  /** The proof of work, or a pass where there is one. */
  private Evidence weigh(Visit visit) throws StoreUnavailableException {
    String pass = visit.sent(PASS);
    Evidence proof = signed().challenges().weigh(visit.sent(PROOF), visit.widget());
    return proof instanceof Evidence.Good || pass.isEmpty()
        ? proof
        : signed().passes().weigh(pass, visit.widget(), hashed(visit.email()));
  }

  private Optional<Duration> wait(Visit visit) throws StoreUnavailableException {
    Optional<Duration> near =
        waitNear(visit.client(), "signup", limits.address(), limits.neighbourhood());
    if (near.isPresent()) {
      return near;
    }
    Optional<Duration> email =
        wait(shared, "email " + hashed(visit.email()), limits.email(), Reason.LIMIT_EMAIL);
    if (email.isPresent()) {
      return email;
    }
    Optional<Duration> member =
        visit.member().isEmpty()
            ? Optional.empty()
            : wait(shared, "member " + visit.member(), limits.member(), Reason.LIMIT_MEMBER);
    return member.isPresent() ? member : wait(shared, "total", limits.total(), Reason.LIMIT_TOTAL);
  }

  private Optional<Duration> waitNear(InetAddress client, String what, Rate one, Rate around)
      throws StoreUnavailableException {
    String address = what + " " + AddressBlock.around(client, 32, 64);
    Optional<Duration> wait = wait(local, address, one, Reason.LIMIT_ADDRESS);
    if (wait.isPresent()) {
      return wait;
    }
    String neighbourhood = what + " " + AddressBlock.around(client, 24, 48);
    return wait(local, neighbourhood, around, Reason.LIMIT_ADDRESS);
  }

  private Optional<Duration> wait(Buckets buckets, String key, Rate rate, Reason reason)
      throws StoreUnavailableException {
    Optional<Duration> wait = buckets.take(key, rate);
    wait.ifPresent(ignored -> caught.count(reason));
    return wait;
  }

  /** An address as a key that says nothing: keyed, and without regard to upper and lower case. */
  private String hashed(String email) throws StoreUnavailableException {
    String canonical = Normalizer.normalize(email, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return signed().secret().hash("limit by e-mail address", canonical);
  }

  private Signed signed() throws StoreUnavailableException {
    Signed now = signed;
    if (now == null) {
      Secret secret = key.secret();
      now = new Signed(new Challenges(secret, clock), new Passes(secret, clock), secret);
      signed = now;
    }
    return now;
  }
}
