package org.handbill.server.submit.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.handbill.server.store.Buckets;

/** Counts in this node's memory, bounded: what has not been asked for in a day is forgotten. */
public final class LocalBuckets implements Buckets {

  private static final int MOST_KEYS = 200_000;
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterAccess(LONGEST).build();
  private final TimeMeter time;

  public LocalBuckets(Clock clock) {
    this.time = new ClockTime(clock);
  }

  @Override
  public Optional<Duration> take(String key, Rate rate) {
    ConsumptionProbe probe =
        buckets.get(key, absent -> bucket(rate)).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket(Rate rate) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(rate.most()).refillGreedy(rate.most(), rate.per()))
        .withCustomTimePrecision(time)
        .build();
  }

  private record ClockTime(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return ChronoUnit.NANOS.between(java.time.Instant.EPOCH, clock.instant());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
