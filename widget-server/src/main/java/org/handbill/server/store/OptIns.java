package org.handbill.server.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbill.server.store.Signup.State;
import org.jdbi.v3.core.Handle;

/**
 * Who has confirmed and who has left: the links of mails, and the rule that a mailbox gets one
 * confirmation mail in 24 hours at most. Thread-safe.
 *
 * <p>The rule holds over all forms, members and nodes, because the mailbox is marked in the
 * transaction that makes the links, before anything is sent. What came of sending is noted
 * afterwards: a mail that was surely not taken gives the mailbox free again. Where nobody can know,
 * since the process ended in between, the day is waited for. A sign-up that came too late for a
 * mail waits until the day is over; if it has been confirmed by then through the link of the first
 * mail, or a later mail has gone out that covers it, nothing more is sent.
 */
public final class OptIns {

  /** How long a link to confirm is good. */
  public static final Duration CONFIRM_WITHIN = Duration.ofDays(7);

  private static final Duration BETWEEN_MAILS = Duration.ofHours(24);

  private final Database database;
  private final Routing routing;

  /**
   * @param routing which channels are told of somebody who has confirmed
   */
  public OptIns(Database database, Routing routing) {
    this.database = database;
    this.routing = routing;
  }

  /** What a link is for. */
  public enum Purpose {
    /** Confirms the address, and with it every sign-up of it that waits. */
    CONFIRM,
    /** Ends everything that was signed up for with the address. */
    UNSUBSCRIBE
  }

  /**
   * What a link leads to.
   *
   * @param language the visitor's, as a BCP 47 tag
   * @param widgets the ids of the forms that it is about
   */
  public record Link(State state, String language, List<String> widgets) {

    /** What can be done with it. */
    public enum State {
      /** It waits for its button. */
      OPEN,
      /** There is nothing left to do. */
      DONE,
      /** It is too old. */
      EXPIRED
    }

    public Link {
      widgets = List.copyOf(widgets);
    }
  }

  /** What to do about the confirmation mail for a sign-up. */
  public sealed interface Claim {
    /**
     * To be sent now; the mailbox is marked.
     *
     * @param email the address, as it was typed
     * @param language the visitor's
     * @param widgets the ids of the forms that wait for this address
     * @param confirm the token of the confirmation link
     * @param unsubscribe the token of the other
     */
    record Send(
        String email, String language, List<String> widgets, String confirm, String unsubscribe)
        implements Claim {}

    /** A mail went to this mailbox less than a day ago. */
    record Wait(Instant until) implements Claim {}

    /** No mail is needed. */
    record Nothing() implements Claim {}
  }

  /** Looks at a link; empty for one that never was. Changes nothing. */
  public Optional<Link> find(Purpose purpose, String token) throws StoreUnavailableException {
    return database.read(
        handle -> Links.find(handle, purpose, token).map(row -> link(handle, purpose, row)));
  }

  private Link link(Handle handle, Purpose purpose, Links.Row row) {
    List<Signup> open = Signups.of(handle, row.address(), waitingFor(purpose));
    if (purpose == Purpose.UNSUBSCRIBE) {
      Link.State state = open.isEmpty() ? Link.State.DONE : Link.State.OPEN;
      return new Link(state, row.language(), widgets(open));
    }
    List<Signup> confirmed = Signups.of(handle, row.address(), State.CONFIRMED);
    if (!open.isEmpty() && !row.expired(now())) {
      return new Link(Link.State.OPEN, row.language(), widgets(open));
    }
    // What is neither confirmed nor waits any more has to be signed up for anew.
    boolean done = !confirmed.isEmpty() && (row.doneAt() != null || !row.expired(now()));
    return new Link(
        done ? Link.State.DONE : Link.State.EXPIRED, row.language(), widgets(confirmed));
  }

  private static State[] waitingFor(Purpose purpose) {
    return purpose == Purpose.CONFIRM
        ? new State[] {State.PENDING}
        : new State[] {State.PENDING, State.CONFIRMED, State.ACCEPTED};
  }

  private static List<String> widgets(List<Signup> signups) {
    return signups.stream().map(Signup::widget).distinct().toList();
  }

  /**
   * Confirms an address: every sign-up of it that waits is settled, and what follows is queued, in
   * one transaction. An expired link changes nothing.
   *
   * @return the link after that; empty for one that never was
   */
  public Optional<Link> confirm(String token) throws StoreUnavailableException {
    return database.write(
        handle -> {
          Optional<Links.Row> row = Links.find(handle, Purpose.CONFIRM, token);
          if (row.isEmpty()) {
            return Optional.empty();
          }
          Link link = link(handle, Purpose.CONFIRM, row.get());
          if (link.state() != Link.State.OPEN) {
            return Optional.of(link);
          }
          settle(handle, Signups.of(handle, row.get().address(), State.PENDING));
          Links.done(handle, token, now());
          return Optional.of(new Link(Link.State.DONE, link.language(), link.widgets()));
        });
  }

  /** Of several sign-ups by one form and member, the newest is delivered. */
  private void settle(Handle handle, List<Signup> pending) throws StoreUnavailableException {
    Schedule schedule = new Schedule(handle, database.opened().shared());
    String confirmedAt = Columns.time(now());
    Set<List<String>> told = new HashSet<>();
    List<Signup> newestFirst = new ArrayList<>(pending);
    java.util.Collections.reverse(newestFirst);
    for (Signup signup : newestFirst) {
      if (!Signups.confirm(handle, signup, confirmedAt)) {
        continue; // another node was faster
      }
      Tally.add(handle, now(), "confirmed", signup);
      if (told.add(List.of(signup.widget(), signup.member(), String.valueOf(signup.test())))) {
        Outbox.add(handle, schedule, signup, routing.channels(signup), now(), confirmedAt);
      }
    }
  }

  /**
   * Ends everything of an address, and tells every channel that had the person.
   *
   * @return the link after that; empty for one that never was
   */
  public Optional<Link> unsubscribe(String token) throws StoreUnavailableException {
    return database.write(
        handle -> {
          Optional<Links.Row> row = Links.find(handle, Purpose.UNSUBSCRIBE, token);
          if (row.isEmpty()) {
            return Optional.empty();
          }
          Link link = link(handle, Purpose.UNSUBSCRIBE, row.get());
          if (link.state() == Link.State.OPEN) {
            Withdrawal withdrawal = new Withdrawal(handle, database.opened().shared(), now());
            withdrawal.unsubscribe(row.get().address());
            Links.done(handle, token, now());
          }
          return Optional.of(new Link(Link.State.DONE, link.language(), link.widgets()));
        });
  }

  /** Says what to do about the mail for a sign-up, and marks the mailbox where one is to go out. */
  public Claim claim(String signupId) throws StoreUnavailableException {
    Secret secret = database.secret();
    return database.write(
        handle -> {
          Optional<Signup> found = Signups.pending(handle, signupId);
          if (found.isEmpty() || covered(handle, found.get())) {
            return new Claim.Nothing();
          }
          Signup signup = found.get();
          String mailbox = secret.hash("mailbox", Mailbox.of(signup.address()));
          Optional<Instant> until = mark(handle, mailbox);
          if (until.isPresent()) {
            return new Claim.Wait(until.get());
          }
          return new Claim.Send(
              signup.email(),
              signup.language(),
              widgets(Signups.of(handle, signup.address(), State.PENDING)),
              Links.add(handle, Purpose.CONFIRM, signup, now()),
              Links.add(handle, Purpose.UNSUBSCRIBE, signup, now()));
        });
  }

  /** True where a mail has surely gone out to this address after the sign-up was received. */
  private static boolean covered(Handle handle, Signup signup) {
    return handle
        .createQuery(
            """
            select 1 from link where address = :address and purpose = 'CONFIRM'
              and created_at >= :received and sent_at is not null
            """)
        .bind("address", signup.address())
        .bind("received", Columns.time(signup.receivedAt()))
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  /** Marks a mailbox; where it was marked less than a day ago, until when that holds. */
  private Optional<Instant> mark(Handle handle, String mailbox) {
    int marked =
        handle
            .createUpdate(
                """
                insert into mailbox (hash, mailed_at) values (:hash, :now)
                on conflict (hash) do update set mailed_at = excluded.mailed_at
                where mailbox.mailed_at <= :before or mailbox.mailed_at > :tomorrow
                """)
            .bind("hash", mailbox)
            .bind("now", Columns.time(now()))
            .bind("before", Columns.time(now().minus(BETWEEN_MAILS)))
            .bind("tomorrow", Columns.time(now().plus(BETWEEN_MAILS))) // the clock was wrong then
            .execute();
    if (marked == 1) {
      return Optional.empty();
    }
    return Optional.of(
        Instant.parse(
                handle
                    .createQuery("select mailed_at from mailbox where hash = :hash")
                    .bind("hash", mailbox)
                    .mapTo(String.class)
                    .one())
            .plus(BETWEEN_MAILS));
  }

  /** Notes that the mail was taken. */
  public void sent(Claim.Send mail) throws StoreUnavailableException {
    database.write(
        handle -> {
          Links.sent(handle, mail.confirm(), now());
          Links.sent(handle, mail.unsubscribe(), now());
          return true;
        });
  }

  /** Notes that the mail was surely not taken: its links never were, and the mailbox is free. */
  public void notSent(Claim.Send mail) throws StoreUnavailableException {
    Secret secret = database.secret();
    database.write(
        handle -> {
          Links.remove(handle, mail.confirm());
          Links.remove(handle, mail.unsubscribe());
          String mailbox = secret.hash("mailbox", Mailbox.of(Signup.address(mail.email())));
          return handle.execute("delete from mailbox where hash = ?", mailbox);
        });
  }

  private Instant now() {
    return database.clock().instant();
  }
}
