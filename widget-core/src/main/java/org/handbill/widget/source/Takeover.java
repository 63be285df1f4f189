package org.handbill.widget.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Problem;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;

/**
 * Decides what becomes of a fetch. What holds nothing never replaces what held something, unless an
 * editor says so; what holds less than half is held back until an editor says so or the time for it
 * is over; what is unfit is not taken at all.
 *
 * <p>A source that is broken is asked again soon, then ever less often, and at last less often than
 * one that is well; its server may ask for a longer rest.
 */
record Takeover(Source.AtUrl url, SourceCopy previous, Sources.Scales scales, Instant now) {

  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration SHORT_REST = Duration.ofHours(1);
  private static final Duration LONG_REST = Duration.ofDays(1);
  private static final int TIMES_AS_SELDOM = 8;
  private static final int MOST_DOUBLINGS = 11;
  private static final double JITTER = 0.1;

  /**
   * The copy that follows.
   *
   * @param wanted tells whether an editor has accepted what is held back
   */
  SourceCopy of(Fetched fetched, BooleanSupplier wanted) {
    if (fetched instanceof Fetched.Refused refused) {
      Messages.Texts texts = NetworkFolder.MESSAGES.in(Language.ENGLISH);
      return broken(
          texts.format(refused.key(), refused.args().toArray()),
          refused.retryAfter().flatMap(field -> RetryAfter.wait(field, now)));
    }
    if (fetched instanceof Fetched.Fresh fresh) {
      return weighed(fresh, wanted);
    }
    // The copy is what it was; what had been broken or held back is so no more.
    return good(previous.bytes(), previous.validators());
  }

  private SourceCopy weighed(Fetched.Fresh fresh, BooleanSupplier wanted) {
    Optional<SourceBytes> known = previous.bytes();
    if (known.isPresent() && Arrays.equals(known.get().bytes(), fresh.bytes().bytes())) {
      return good(known, fresh.validators());
    }
    Problems problems = new Problems();
    int entries = scales.entries(url, fresh.bytes(), problems);
    if (problems.hasErrors()) {
      return broken(
          String.join(" ", problems.list().stream().map(Problem::text).distinct().toList()),
          Optional.empty());
    }
    int before = known.map(bytes -> scales.entries(url, bytes, new Problems())).orElse(0);
    boolean empty = entries == 0 && before > 0;
    boolean less = entries * 2 < before;
    if ((empty || less) && !wanted.getAsBoolean() && (empty || !heldLongEnough())) {
      return held(before, entries);
    }
    return good(Optional.of(fresh.bytes()), fresh.validators());
  }

  private boolean heldLongEnough() {
    return previous.status().state() == SourceStatus.State.HELD
        && !now.isBefore(previous.status().since().plus(url.holdFor()));
  }

  private SourceCopy good(Optional<SourceBytes> bytes, Validators validators) {
    return previous.good(url.uri(), bytes, validators, now, now.plus(jittered(url.every())));
  }

  private SourceCopy held(int before, int entries) {
    String key = "source.held";
    String reason = NetworkFolder.MESSAGES.in(Language.ENGLISH).format(key, before, entries);
    return stays(SourceStatus.State.HELD, reason, jittered(url.every()), 0);
  }

  private SourceCopy broken(String reason, Optional<Duration> asked) {
    int failures = previous.failures() + 1;
    Duration rest = jittered(rest(failures));
    // Nobody comes before the time that they were told, nor all at that moment.
    Duration wait = asked.map(least -> later(rest, least.plus(spread(least)))).orElse(rest);
    return stays(SourceStatus.State.BROKEN, reason, wait, failures);
  }

  private Duration rest(int failures) {
    Duration first = sooner(FIRST_RETRY, url.every());
    Duration longest =
        later(SHORT_REST, sooner(LONG_REST, url.every().multipliedBy(TIMES_AS_SELDOM)));
    return sooner(longest, first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS)));
  }

  private SourceCopy stays(SourceStatus.State state, String reason, Duration wait, int failures) {
    return previous.stays(url.uri(), state, reason, now, now.plus(wait), failures);
  }

  private static Duration sooner(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** A little less, so that many sources of one server are not asked at one moment. */
  private static Duration jittered(Duration wait) {
    return wait.minus(spread(wait));
  }

  private static Duration spread(Duration wait) {
    long most = Math.round(wait.toMillis() * JITTER);
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
  }
}
