package org.handbill.server.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is no longer needed. Thread-safe; several nodes may do it at once. */
public final class Retention implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final Duration TESTS = Duration.ofDays(1);
  private static final Duration MAILBOXES = Duration.ofHours(25);
  private static final Duration LINKS = Duration.ofDays(30);

  private final Database database;
  private final Limits limits;

  /**
   * How long sign-ups are kept.
   *
   * @param unconfirmed those whose mail was never answered
   * @param unsubscribed those who have left; the receipt goes with them
   * @param confirmed all others; empty for as long as the network exists
   */
  public record Limits(Duration unconfirmed, Duration unsubscribed, Optional<Duration> confirmed) {

    /** A month for what came to nothing, three years for the proof that somebody left. */
    public static final Limits DEFAULT =
        new Limits(Duration.ofDays(30), Duration.ofDays(3 * 365), Optional.empty());
  }

  public Retention(Database database, Limits limits) {
    this.database = database;
    this.limits = limits;
  }

  @Override
  public void run() {
    try {
      Instant now = database.clock().instant();
      database.opened().writing().useTransaction(handle -> clear(handle, now));
    } catch (StoreUnavailableException | RuntimeException e) {
      LOG.warn("What is too old could not be deleted now: {}", e.getClass().getSimpleName());
    }
  }

  private void clear(Handle handle, Instant now) {
    delete(handle, now, limits.unconfirmed(), "state = 'pending' and received_at < :before");
    delete(handle, now, TESTS, "test = 1 and received_at < :before");
    delete(
        handle, now, limits.unsubscribed(), "state = 'unsubscribed' and unsubscribed_at < :before");
    limits
        .confirmed()
        .ifPresent(
            age ->
                delete(
                    handle,
                    now,
                    age,
                    "state in ('confirmed', 'accepted')"
                        + " and coalesce(confirmed_at, received_at) < :before"));
    String time = Columns.time(now);
    handle.execute("delete from spent_proof where expires_at < ?", time);
    handle.execute("delete from mailbox where mailed_at < ?", Columns.time(now.minus(MAILBOXES)));
    handle.execute(
        "delete from link where expires_at is not null and expires_at < ?",
        Columns.time(now.minus(LINKS)));
    // A clock that is put back makes no link good again that had come to its end.
    handle.execute("update link set expires_at = created_at where expires_at < ?", time);
    // A link to unsubscribe has no end; it goes on saying that nobody is signed up.
    handle.execute(
        "update link set address = ''"
            + " where address <> '' and address not in (select address from signup)");
  }

  /** Sign-ups, and what was told of them; a delivery that still waits keeps its own. */
  private static void delete(Handle handle, Instant now, Duration age, String which) {
    List<String> ids =
        handle
            .createQuery(
                "select id from signup where "
                    + which
                    + " and id not in (select signup_id from delivery where state = 'queued')")
            .bind("before", Columns.time(now.minus(age)))
            .mapTo(String.class)
            .list();
    for (String id : ids) {
      handle.execute("delete from delivery where signup_id = ?", id);
      handle.execute(
          "delete from scheduled_tasks where task_name = ? and task_instance = ?",
          Queue.CONFIRMATION,
          id);
      handle.execute("delete from signup where id = ?", id);
    }
  }
}
