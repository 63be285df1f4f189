package org.handbill.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.handbill.server.EachDatabase;
import org.handbill.server.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a database is opened. */
class DatabaseTest {

  @TempDir Path folder;

  @Test
  void it_is_opened_again_when_one_that_waited_for_it_could_not_begin() {
    TestClock clock = new TestClock();
    AtomicInteger begun = new AtomicInteger();
    try (Database database = Database.in(folder, clock)) {
      database.whenOpen(
          open -> {
            if (begun.incrementAndGet() == 1) {
              throw new IllegalStateException("locked");
            }
          });
      assertThat(database.available()).isFalse();
      clock.advance(Duration.ofSeconds(1));
      assertThat(database.available()).isTrue();
      assertThat(begun).hasValue(2);
    }
  }

  @EachDatabase
  void a_statement_that_fails_names_nobody(EachDatabase.Kind kind) throws Exception {
    try (Database database = kind.open(java.time.Clock.systemUTC())) {
      java.sql.SQLException failure =
          database
              .opened()
              .writing()
              .withHandle(
                  handle -> {
                    try (var batch =
                        handle
                            .getConnection()
                            .prepareStatement("insert into signup (id, email) values (?, ?)")) {
                      batch.setString(1, "1");
                      batch.setString(2, "someone@example.org");
                      batch.addBatch();
                      batch.executeBatch();
                      throw new AssertionError("It was taken");
                    } catch (java.sql.SQLException e) {
                      return e;
                    }
                  });
      org.assertj.core.api.Assertions.assertThat(failure.toString() + failure.getNextException())
          .doesNotContain("someone@example.org");
    }
  }
}
