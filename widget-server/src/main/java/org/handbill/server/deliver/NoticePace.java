package org.handbill.server.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.handbill.server.store.SourceRecords.Sent;

/**
 * How soon editors are told of a change. A source that breaks, recovers and breaks again is told at
 * once each time, so that the last mail is true; one that goes on like that is told in longer
 * steps, each time as it is by then.
 */
final class NoticePace {

  private static final int AT_ONCE = 4;
  private static final Duration WINDOW = Duration.ofDays(1);
  private static final Duration STEP = Duration.ofHours(6);

  private NoticePace() {}

  /** When the next notice may be sent; empty for now. */
  static Optional<Instant> next(Sent sent, Instant now) {
    if (isOver(sent, now) || sent.count() < AT_ONCE) {
      return Optional.empty();
    }
    return sent.last().map(last -> last.plus(STEP)).filter(now::isBefore);
  }

  /** The notices with one that was sent just now. */
  static Sent with(Sent sent, Instant now) {
    return isOver(sent, now)
        ? new Sent(1, Optional.of(now), Optional.of(now))
        : new Sent(sent.count() + 1, sent.from(), Optional.of(now));
  }

  private static boolean isOver(Sent sent, Instant now) {
    // A clock that was put back begins anew, too: nobody waits for a day that has been.
    return sent.from()
        .filter(from -> !now.isBefore(from) && now.isBefore(from.plus(WINDOW)))
        .isEmpty();
  }
}
