package org.handbill.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What channels are to be told, from the moment it is queued to its end. Thread-safe. */
public final class Deliveries {

  private final Database database;

  public Deliveries(Database database) {
    this.database = database;
  }

  /** How a delivery ended. */
  public enum End {
    /** The channel took it. */
    DELIVERED,
    /** A test went the whole way; no list was reached. */
    TESTED,
    /** It was put aside for an operator to look at. */
    DEAD
  }

  /**
   * A delivery to be tried now.
   *
   * @param attempts how often it has been tried, this time included
   */
  public record Attempt(Delivery delivery, int attempts) {}

  /**
   * A delivery that was put aside.
   *
   * @param id its idempotency key
   * @param since RFC 3339
   */
  public record DeadLetter(
      String id, String channel, String event, int attempts, String reason, String since) {}

  /**
   * Notes that a delivery is being tried, and hands it over; empty where there is nothing left to
   * do. It counts as tried from here on, whatever happens to this process.
   */
  public Optional<Attempt> begin(String id) throws StoreUnavailableException {
    return database.book(
        handle -> {
          int found =
              handle
                  .createUpdate(
                      """
                      update delivery set attempts = attempts + 1, changed_at = :now
                      where id = :id and state = 'queued'
                      """)
                  .bind("id", id)
                  .bind("now", now())
                  .execute();
          return found == 0 ? Optional.empty() : Optional.of(read(handle, id));
        });
  }

  private static Attempt read(Handle handle, String id) {
    return handle
        .createQuery(
            """
            select id, channel, event, happened_at, payload, test, attempts
            from delivery where id = :id
            """)
        .bind("id", id)
        .map(
            (row, context) ->
                new Attempt(
                    new Delivery(
                        row.getString("id"),
                        row.getString("channel"),
                        Delivery.Event.valueOf(row.getString("event")),
                        Instant.parse(row.getString("happened_at")),
                        Columns.person(row.getString("payload")),
                        row.getInt("test") == 1),
                    row.getInt("attempts")))
        .one();
  }

  /** The channel of a delivery that still waits; empty where there is nothing left to do. */
  public Optional<String> channel(String id) throws StoreUnavailableException {
    return database.read(
        handle ->
            handle
                .createQuery("select channel from delivery where id = :id and state = 'queued'")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
  }

  /** Notes why an attempt came to nothing. */
  public void failed(String id, String reason) throws StoreUnavailableException {
    database.book(
        handle ->
            handle.execute(
                "update delivery set reason = ?, changed_at = ? where id = ? and state = 'queued'",
                reason,
                now(),
                id));
  }

  /** Ends a delivery; what it carried is kept only where it may be sent again. */
  public void end(String id, End end, String reason) throws StoreUnavailableException {
    database.book(
        handle -> {
          handle.execute(
              "update delivery set state = ?, reason = ?, changed_at = ?"
                  + (end == End.DEAD ? "" : ", payload = null")
                  + " where id = ? and state = 'queued'",
              end.name().toLowerCase(java.util.Locale.ROOT),
              reason,
              now(),
              id);
          // Of somebody who was erased, nothing stays once the channel knows.
          return handle.execute(
              "update delivery set address = '' where id = ? and event = 'ERASE'"
                  + " and state in ('delivered', 'tested')",
              id);
        });
  }

  /** Never calls a channel again until {@link #replay} is told to. */
  public void disable(String channel, String reason) throws StoreUnavailableException {
    database.book(
        handle ->
            handle.execute(
                "insert into disabled_channel (channel, since, reason) values (?, ?, ?)"
                    + " on conflict (channel) do nothing",
                channel,
                now(),
                reason));
  }

  /** Why a channel is not to be called; empty for one that may be. */
  public Optional<String> disabled(String channel) throws StoreUnavailableException {
    return database.read(
        handle ->
            handle
                .createQuery("select reason from disabled_channel where channel = :channel")
                .bind("channel", channel)
                .mapTo(String.class)
                .findOne());
  }

  /** Hands over the id of every delivery that still waits. */
  public void queued(Consumer<String> consumer) throws StoreUnavailableException {
    database.read(
        handle -> {
          handle
              .createQuery(
                  "select id from delivery where state = 'queued' order by happened_at, id")
              .mapTo(String.class)
              .useStream(ids -> ids.forEach(consumer));
          return true;
        });
  }

  /** Hands over every delivery that was put aside, oldest first. */
  public void deadLetters(Consumer<DeadLetter> consumer) throws StoreUnavailableException {
    database.read(
        handle -> {
          handle
              .createQuery(
                  """
                  select id, channel, event, attempts, reason, changed_at
                  from delivery where state = 'dead' order by changed_at, id
                  """)
              .map(
                  (row, context) ->
                      new DeadLetter(
                          row.getString("id"),
                          row.getString("channel"),
                          row.getString("event"),
                          row.getInt("attempts"),
                          row.getString("reason"),
                          row.getString("changed_at")))
              .useStream(letters -> letters.forEach(consumer));
          return true;
        });
  }

  /**
   * Queues deliveries anew that were put aside, and lets their channel be called again. They keep
   * their idempotency keys.
   *
   * @param which the id of a delivery, or the name of a channel, or {@code all}
   * @return how many
   */
  public int replay(String which) throws StoreUnavailableException {
    return database.write(
        handle -> {
          List<String> ids =
              handle
                  .createQuery(
                      """
                      select id from delivery
                      where state = 'dead' and (:which = 'all' or id = :which or channel = :which)
                      """)
                  .bind("which", which)
                  .mapTo(String.class)
                  .list();
          handle
              .createUpdate(
                  """
                  delete from disabled_channel where :which = 'all' or channel = :which
                    or channel in (select channel from delivery where id = :which)
                  """)
              .bind("which", which)
              .execute();
          for (String id : ids) {
            handle.execute(
                "update delivery set state = 'queued', attempts = 0, reason = '', changed_at = ?"
                    + " where id = ?",
                now(),
                id);
          }
          Schedule schedule = new Schedule(handle, database.opened().shared());
          schedule.remove(Queue.DELIVERY, ids);
          schedule.add(Queue.DELIVERY, ids, database.clock().instant());
          return ids.size();
        });
  }

  /** How many deliveries there are in each state. */
  public Map<String, Integer> counts() throws StoreUnavailableException {
    return database.read(
        handle ->
            handle
                .createQuery("select state, count(*) as amount from delivery group by state")
                .setMapKeyColumn("state")
                .setMapValueColumn("amount")
                .collectInto(new org.jdbi.v3.core.generic.GenericType<Map<String, Integer>>() {}));
  }

  private String now() {
    return Columns.time(database.clock().instant());
  }
}
