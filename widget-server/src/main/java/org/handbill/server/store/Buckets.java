package org.handbill.server.store;

import java.time.Duration;
import java.util.Optional;

/** Counts how often something happens, by key. Thread-safe. */
public interface Buckets {

  /**
   * Takes one of what a key has left.
   *
   * @param key whatever is limited; no personal data in the clear
   * @param rate the limit; always the same for a key
   * @return empty when one was taken, else how long to wait until there is one again
   * @throws StoreUnavailableException where the count is shared, and cannot be had
   */
  Optional<Duration> take(String key, Rate rate) throws StoreUnavailableException;

  /**
   * A limit. What was taken comes back evenly over the time.
   *
   * @param most how many at once
   * @param per the time after which all have come back
   */
  record Rate(long most, Duration per) {}
}
