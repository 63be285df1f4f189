package org.handbill.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.handbill.server.store.Signup.State;
import org.jdbi.v3.core.Handle;

/**
 * Takes somebody off, as part of a transaction: what was queued for them and never tried is not
 * sent, and every channel that had them, or may have, is told.
 */
final class Withdrawal {

  private final Handle handle;
  private final Schedule schedule;
  private final Instant now;

  Withdrawal(Handle handle, boolean shared, Instant now) {
    this.handle = handle;
    this.schedule = new Schedule(handle, shared);
    this.now = now;
  }

  /** Nobody of that address wants to be written to. */
  void unsubscribe(String address) {
    List<Signup> active =
        Signups.of(handle, address, State.PENDING, State.CONFIRMED, State.ACCEPTED);
    tellChannels(address, Delivery.Event.UNSUBSCRIBE);
    handle.execute(
        "update signup set state = 'unsubscribed', unsubscribed_at = ?"
            + " where address = ? and state <> 'unsubscribed'",
        Columns.time(now),
        address);
    for (Signup signup : active) {
      schedule.remove(Queue.CONFIRMATION, List.of(signup.id().toString()));
      Tally.add(handle, now, "unsubscribed", signup);
    }
  }

  /**
   * Forgets an address; only counts stay.
   *
   * @return how many sign-ups there were
   */
  int erase(String address, String mailbox) {
    tellChannels(address, Delivery.Event.ERASE);
    List<Signup> all = Signups.of(handle, address, State.values());
    for (Signup signup : all) {
      schedule.remove(Queue.CONFIRMATION, List.of(signup.id().toString()));
      handle.execute(
          "delete from spent_proof where submission_id = ?", signup.submissionId().toString());
      Tally.add(handle, now, "erased", signup);
    }
    List<String> queued =
        handle
            .createQuery("select id from delivery where address = :address and event <> 'ERASE'")
            .bind("address", address)
            .mapTo(String.class)
            .list();
    schedule.remove(Queue.DELIVERY, queued);
    handle.execute("delete from delivery where address = ? and event <> 'ERASE'", address);
    handle.execute("delete from link where address = ?", address);
    handle.execute("delete from signup where address = ?", address);
    handle.execute("delete from mailbox where hash = ?", mailbox);
    return all.size();
  }

  private void tellChannels(String address, Delivery.Event event) {
    Map<String, Signup> had = new java.util.LinkedHashMap<>();
    boolean[] underWay = new boolean[1];
    handle
        .createQuery(
            "select d.channel as d_channel, d.state as d_state, "
                + Signups.COLUMNS
                + """
                  from delivery d join signup s on s.id = d.signup_id
                where d.address = :address and d.event = 'SIGNUP'
                  and (d.state in ('delivered', 'tested', 'dead')
                    or (d.state in ('queued', 'cancelled') and d.attempts > 0))
                order by d.changed_at
                """)
        .bind("address", address)
        .map(
            (row, context) -> {
              underWay[0] |= row.getString("d_state").equals("queued");
              Signup signup = Signups.read(row);
              had.merge(
                  row.getString("d_channel"),
                  signup,
                  (older, newer) -> newer.test() ? older : newer);
              return true;
            })
        .list();
    handle.execute(
        "update delivery set state = 'cancelled', payload = null, changed_at = ?"
            + " where address = ? and event = 'SIGNUP' and state in ('queued', 'dead')",
        Columns.time(now),
        address);
    Instant due = underWay[0] ? now.plus(Outbox.LONGEST_ATTEMPT) : now;
    had.forEach(
        (channel, signup) ->
            Outbox.add(
                handle, schedule, signup, person(signup), event, List.of(channel), now, due));
  }

  private static Delivery.Person person(Signup signup) {
    return new Delivery.Person(
        signup.email(),
        Map.of("email", signup.email()),
        signup.id().toString(),
        signup.widget(),
        signup.member(),
        signup.source(),
        signup.language(),
        Delivery.Receipt.NONE);
  }
}
