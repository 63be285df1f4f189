package org.handbill.server.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The way to one receiver, in this node's memory: only so many are on it at once, and after a
 * failure it rests, longer each time, so that a receiver that is down costs little and delays
 * nobody else. Thread-safe.
 */
final class Lane {

  private static final int AT_ONCE = 6;
  private static final Duration FIRST_REST = Duration.ofSeconds(5);
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 6;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private int failures;
  private Instant restsUntil = Instant.MIN;

  /** Until when it rests; empty while it does not. */
  synchronized Optional<Instant> rest(Instant now) {
    boolean rests = now.isBefore(restsUntil) && restsUntil.isBefore(now.plus(Duration.ofDays(2)));
    return rests ? Optional.of(restsUntil) : Optional.empty();
  }

  /** Takes a place; false where all are taken. Who got one has to {@link #leave}. */
  boolean enter() {
    return places.tryAcquire();
  }

  void leave() {
    places.release();
  }

  /** The receiver answered as it should. */
  synchronized void succeeded() {
    failures = 0;
    restsUntil = Instant.MIN;
  }

  /**
   * The receiver cannot be used now.
   *
   * @param asked how long it asked to be left alone
   */
  synchronized void failed(Instant now, Optional<Duration> asked) {
    Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    failures++;
    rest = rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    Instant until = now.plus(asked.filter(longer(rest)).orElse(rest));
    restsUntil = until.isAfter(restsUntil) ? until : restsUntil;
  }

  private static java.util.function.Predicate<Duration> longer(Duration than) {
    return asked -> asked.compareTo(than) > 0;
  }
}
