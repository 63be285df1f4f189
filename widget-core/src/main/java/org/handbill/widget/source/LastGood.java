package org.handbill.widget.source;

import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memory of sources, for whoever goes on without it while it cannot be reached. Thread-safe.
 */
record LastGood(SourceMemory memory) {

  private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);

  /** What was kept of a source. */
  Optional<SourceMemory.Kept> of(URI uri) {
    try {
      return memory.source(uri);
    } catch (RuntimeException unreachable) {
      LOG.warn("What was kept of the sources cannot be read now", unreachable);
      return Optional.empty();
    }
  }

  /** Keeps what has changed. */
  void keep(SourceCopy previous, SourceCopy next) {
    if (next.status().equals(previous.status()) && next.bytes().equals(previous.bytes())) {
      return;
    }
    try {
      memory.keep(next.kept());
    } catch (RuntimeException unreachable) {
      LOG.warn("A source could not be kept for after a restart", unreachable);
    }
  }

  /** True when a source is held back and an editor has said that it is right. */
  boolean accepted(SourceCopy copy) {
    SourceStatus status = copy.status();
    try {
      return status.state() == SourceStatus.State.HELD
          && memory.accepted(status.uri(), status.since());
    } catch (RuntimeException unreachable) {
      return false;
    }
  }
}
