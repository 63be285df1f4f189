package org.handbill.widget.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.SourceBytes;

/**
 * What this process has of a source.
 *
 * @param bytes the last good copy
 * @param validators what it came with
 * @param status how the source is
 * @param due when to fetch it again
 * @param failures how often in a row it could not be fetched
 * @param askAgain when to look again whether an editor has accepted what is held back
 */
record SourceCopy(
    Optional<SourceBytes> bytes,
    Validators validators,
    SourceStatus status,
    Instant due,
    int failures,
    Instant askAgain) {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /** Nothing was ever fetched. */
  static final SourceCopy NONE =
      new SourceCopy(
          Optional.empty(),
          Validators.NONE,
          new SourceStatus(
              URI.create("about:blank"), SourceStatus.State.OK, "", Instant.MIN, Optional.empty()),
          Instant.MIN,
          0,
          Instant.MIN);

  /** One from before this process; it is fetched anew at once. */
  static SourceCopy of(SourceMemory.Kept kept, Instant now) {
    return new SourceCopy(
        kept.bytes(),
        new Validators(kept.etag(), kept.lastModified()),
        kept.status(),
        now,
        0,
        Instant.MIN);
  }

  SourceMemory.Kept kept() {
    return new SourceMemory.Kept(status, bytes, validators.etag(), validators.lastModified());
  }

  SourceCopy dueAt(Instant time) {
    return new SourceCopy(bytes, validators, status, time, failures, askAgain);
  }

  /** True when it is time to look whether an editor has accepted what is held back. */
  boolean asks(Instant now) {
    return status.state() == SourceStatus.State.HELD && !now.isBefore(askAgain);
  }

  /** The same, looked at just now. */
  SourceCopy askedAt(Instant now) {
    return new SourceCopy(bytes, validators, status, due, failures, now.plus(BETWEEN_LOOKS));
  }

  /** The same bytes, whose relative links are relative to something else now. */
  SourceCopy with(URI base) {
    return new SourceCopy(
        bytes.map(it -> new SourceBytes(it.bytes(), it.mediaType(), base, it.modified())),
        validators,
        status,
        due,
        failures,
        askAgain);
  }

  /** The same with other bytes. */
  SourceCopy with(SourceBytes other) {
    return new SourceCopy(Optional.of(other), validators, status, due, failures, askAgain);
  }

  /** What follows when bytes are taken over, or were those that were there. */
  SourceCopy good(
      URI uri, Optional<SourceBytes> taken, Validators with, Instant now, Instant again) {
    boolean same = taken.equals(bytes);
    Optional<Instant> goodAt = same ? status.goodAt() : Optional.of(now);
    SourceStatus next = status(uri, SourceStatus.State.OK, "", now, goodAt);
    return new SourceCopy(taken, with, next, again, 0, now);
  }

  /** What follows when nothing is taken over. */
  SourceCopy stays(
      URI uri, SourceStatus.State state, String reason, Instant now, Instant again, int failed) {
    SourceStatus next = status(uri, state, reason, now, status.goodAt());
    return new SourceCopy(bytes, validators, next, again, failed, now);
  }

  private SourceStatus status(
      URI uri, SourceStatus.State state, String reason, Instant now, Optional<Instant> goodAt) {
    boolean same = status.state() == state && !equals(NONE);
    return new SourceStatus(uri, state, reason, same ? status.since() : now, goodAt);
  }

  /** Tells an editor when what is served is not what the source holds now. */
  void report(Place place, Problems problems) {
    if (status.state() != SourceStatus.State.OK) {
      problems.warning(
          NetworkFolder.MESSAGES,
          place,
          bytes.isPresent() ? "source.last-good" : "source.nothing",
          status.reason());
    }
  }
}
