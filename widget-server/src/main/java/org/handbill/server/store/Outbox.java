package org.handbill.server.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Puts deliveries into the queue, always as part of the transaction that they follow from. */
final class Outbox {

  /** While an attempt may still be under way, what takes it back has to wait. */
  static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(1);

  private Outbox() {}

  /** Queues a sign-up for each channel, as part of a transaction. */
  static void add(
      Handle handle,
      Schedule schedule,
      Signup signup,
      List<String> channels,
      Instant now,
      String confirmedAt) {
    if (channels.isEmpty()) {
      return;
    }
    Delivery.Receipt consent =
        new Delivery.Receipt(
            signup.consentVersion(),
            Wordings.text(handle, signup.consentVersion()),
            signup.controllers(),
            Columns.time(signup.receivedAt()),
            confirmedAt);
    Delivery.Person person =
        new Delivery.Person(
            signup.email(),
            signup.values(),
            signup.id().toString(),
            signup.widget(),
            signup.member(),
            signup.source(),
            signup.language(),
            consent);
    add(handle, schedule, signup, person, Delivery.Event.SIGNUP, channels, now, now);
  }

  /**
   * Queues one event of a person for each channel, as part of a transaction.
   *
   * @param due when it may go out first
   */
  static void add(
      Handle handle,
      Schedule schedule,
      Signup about,
      Delivery.Person person,
      Delivery.Event event,
      List<String> channels,
      Instant now,
      Instant due) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into delivery (id, signup_id, address, channel, event, happened_at, payload,
                test, state, attempts, reason, changed_at)
            values (:id, :signup, :address, :channel, :event, :now, :payload, :test, 'queued', 0,
                '', :now)
            """);
    List<String> ids = new ArrayList<>();
    for (String channel : channels) {
      String id = UUID.randomUUID().toString();
      ids.add(id);
      batch
          .bind("id", id)
          .bind("signup", about.id().toString())
          .bind("address", about.address())
          .bind("channel", channel)
          .bind("event", event.name())
          .bind("now", Columns.time(now))
          .bind("payload", Columns.json(person))
          .bind("test", about.test() ? 1 : 0)
          .add();
    }
    if (!ids.isEmpty()) {
      batch.execute();
      schedule.add(Queue.DELIVERY, ids, due);
    }
  }
}
