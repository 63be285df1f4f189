package org.handbill.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test turns. Thread-safe. */
public final class TestClock extends Clock {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicLong millis = new AtomicLong();

  /** Goes on, or back. */
  public void advance(Duration by) {
    millis.addAndGet(by.toMillis());
  }

  @Override
  public Instant instant() {
    return START.plusMillis(millis.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
