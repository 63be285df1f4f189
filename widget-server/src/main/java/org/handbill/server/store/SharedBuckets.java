package org.handbill.server.store;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts that all nodes share, in the table {@code rate_bucket} of PostgreSQL: its row locks keep
 * two nodes from taking the same one. On SQLite there is one node alone, which counts by itself.
 */
public final class SharedBuckets implements Buckets {

  /** How long a full bucket is kept; forgetting it changes nothing. */
  private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(10);

  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final int MOST_AT_ONCE = 1_000;

  private final Database database;
  private final Buckets alone;
  private volatile @Nullable PostgreSQLSelectForUpdateBasedProxyManager<String> shared;

  /**
   * @param alone what counts where no other node can be
   */
  public SharedBuckets(Database database, Buckets alone) {
    this.database = database;
    this.alone = alone;
    database.whenOpen(open -> shared = open.shared() ? in(open.pool()) : null);
  }

  private static PostgreSQLSelectForUpdateBasedProxyManager<String> in(DataSource pool) {
    return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
        .primaryKeyMapper(PrimaryKeyMapper.STRING)
        .table("rate_bucket")
        .idColumn("id")
        .stateColumn("state")
        .expiresAtColumn("expires_at")
        .expirationAfterWrite(
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
        .requestTimeout(PATIENCE)
        .build();
  }

  @Override
  public Optional<Duration> take(String key, Rate rate) throws StoreUnavailableException {
    database.opened();
    var buckets = shared;
    if (buckets == null) {
      return alone.take(key, rate);
    }
    try {
      ConsumptionProbe probe =
          buckets.builder().build(key, () -> configuration(rate)).tryConsumeAndReturnRemaining(1);
      return probe.isConsumed()
          ? Optional.empty()
          : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    } catch (RuntimeException e) {
      throw Database.unavailable(e);
    }
  }

  /** Deletes buckets that have been full for a while. To be called now and then, by any node. */
  public void forgetFull() {
    var buckets = shared;
    while (buckets != null && buckets.removeExpired(MOST_AT_ONCE) == MOST_AT_ONCE) {
      // there may be more
    }
  }

  private static BucketConfiguration configuration(Rate rate) {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(rate.most()).refillGreedy(rate.most(), rate.per()))
        .build();
  }
}
