package org.handbill.server.submit.guard;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many submissions were not let through, by reason, since the start. Thread-safe. */
public final class Caught {

  /** Why a submission was not let through. */
  public enum Reason {
    /** A field was filled in that no person sees. */
    HONEYPOT,
    /** There was no proof of work and no pass. */
    NO_PROOF,
    /** The proof or the pass is not ours, or not for this. */
    FORGED,
    /** It is too old. */
    EXPIRED,
    /** Another submission has used it. */
    SPENT,
    /** It came sooner than a person could be. */
    TOO_EARLY,
    /** Too many from an address or from around it. */
    LIMIT_ADDRESS,
    /** Too many for an e-mail address. */
    LIMIT_EMAIL,
    /** Too many from a member's pages. */
    LIMIT_MEMBER,
    /** Too many in all. */
    LIMIT_TOTAL;

    /** The name in figures: {@code no-proof}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final AtomicLongArray counts = new AtomicLongArray(Reason.values().length);

  void count(Reason reason) {
    counts.incrementAndGet(reason.ordinal());
  }

  /** The counts now, by {@link Reason#label()}; every reason is there. */
  public Map<String, Long> snapshot() {
    Map<String, Long> snapshot = new LinkedHashMap<>();
    for (Reason reason : Reason.values()) {
      snapshot.put(reason.label(), counts.get(reason.ordinal()));
    }
    return snapshot;
  }
}
