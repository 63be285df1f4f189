package org.handbill.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.handbill.server.EachDatabase;
import org.handbill.server.store.Buckets.Rate;
import org.handbill.server.submit.guard.LocalBuckets;

/** Two nodes, one count. */
class SharedBucketsTest {

  private static final Rate TEN = new Rate(10, Duration.ofDays(1));

  @EachDatabase
  void nodes_that_share_a_database_share_their_counts(EachDatabase.Kind kind) throws Exception {
    try (Database here = kind.open(Clock.systemUTC());
        Database there = kind.open(Clock.systemUTC())) {
      SharedBuckets one = new SharedBuckets(here, new LocalBuckets(Clock.systemUTC()));
      SharedBuckets other = new SharedBuckets(there, new LocalBuckets(Clock.systemUTC()));
      int taken = 0;
      for (int i = 0; i < 30; i++) {
        if ((i % 2 == 0 ? one : other).take("total", TEN).isEmpty()) {
          taken++;
        }
      }
      boolean shared = here.opened().shared();
      assertThat(taken).isEqualTo(shared ? 10 : 20);
    }
  }

  @EachDatabase
  void many_at_once_take_no_more_than_there_is(EachDatabase.Kind kind) throws Exception {
    try (Database database = kind.open(Clock.systemUTC())) {
      SharedBuckets buckets = new SharedBuckets(database, new LocalBuckets(Clock.systemUTC()));
      ExecutorService pool = Executors.newFixedThreadPool(8);
      Callable<Boolean> taking = () -> buckets.take("member lake", TEN).isEmpty();
      int taken = 0;
      for (Future<Boolean> one : pool.invokeAll(Stream.generate(() -> taking).limit(60).toList())) {
        taken += one.get() ? 1 : 0;
      }
      pool.shutdown();
      assertThat(taken).isEqualTo(10);
      assertThat(buckets.take("member river", TEN)).isEmpty();
    }
  }

  @EachDatabase
  void what_has_not_come_back_is_not_forgotten(EachDatabase.Kind kind) throws Exception {
    Rate once = new Rate(1, Duration.ofDays(1));
    try (Database database = kind.open(Clock.systemUTC())) {
      SharedBuckets buckets = new SharedBuckets(database, new LocalBuckets(Clock.systemUTC()));
      assertThat(buckets.take("total", once)).isEmpty();
      buckets.forgetFull();
      assertThat(buckets.take("total", once)).isPresent();
    }
  }
}
