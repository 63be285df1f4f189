package org.handbill.server.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again: the schedule that the Standard Webhooks specification gives as an example,
 * over three days, with jitter, so that what failed together does not come back together.
 */
final class Backoff {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private static final Duration LONGEST_ASKED = Duration.ofHours(24);
  private static final double JITTER = 0.2;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The next time, or empty where it has been tried often enough.
   *
   * @param attempts how often it has been tried
   * @param asked how long the other side asked to wait; believed up to a day
   */
  Optional<Instant> next(Instant now, int attempts, Optional<Duration> asked) {
    if (attempts > WAITS.size()) {
      return Optional.empty();
    }
    Duration wait = WAITS.get(Math.max(attempts, 1) - 1);
    Duration wish = asked.orElse(Duration.ZERO);
    wish = wish.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wish;
    return Optional.of(now.plus(jittered(wish.compareTo(wait) > 0 ? wish : wait)));
  }

  /** A little later than that, each time another little. */
  Instant soonAfter(Instant time, Duration spread) {
    return time.plusMillis((long) (spread.toMillis() * random.nextDouble()));
  }

  private Duration jittered(Duration wait) {
    return wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
  }
}
