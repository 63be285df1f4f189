package org.handbill.widget.source;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.handbill.widget.model.SourceBytes;

/**
 * What this process has of an address.
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

  SourceCopy askedUntil(Instant time) {
    return new SourceCopy(bytes, validators, status, due, failures, time);
  }
}
