package org.handbill.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handbill.server.EachDatabase;
import org.handbill.server.Signups;
import org.handbill.server.TestClock;
import org.handbill.server.store.OptIns.Claim;
import org.handbill.server.store.OptIns.Link;
import org.handbill.server.store.OptIns.Purpose;

/** Who confirms, who leaves, and how many mails there are. */
class OptInsTest {

  private static final Routing TWO = signup -> List.of("crm", "staff");

  private final TestClock clock = new TestClock();

  /** Everything that a test of this class works on. */
  private record Stores(
      Database database, SignupStore signups, OptIns optIns, Deliveries deliveries)
      implements AutoCloseable {

    static Stores open(EachDatabase.Kind kind, TestClock clock) {
      Database database = kind.open(clock);
      return new Stores(
          database,
          new SignupStore(database, TWO),
          new OptIns(database, TWO),
          new Deliveries(database));
    }

    Signup save(Signup signup) throws StoreUnavailableException {
      assertThat(signups.save(signup)).isEqualTo(Saved.STORED);
      return signup;
    }

    List<Signup.State> states() throws StoreUnavailableException {
      List<Signup.State> states = new ArrayList<>();
      signups.export(row -> states.add(row.state()));
      return states;
    }

    List<String> queued() throws StoreUnavailableException {
      return database
          .opened()
          .reading()
          .withHandle(
              handle ->
                  handle
                      .createQuery(
                          "select event || ' ' || channel || ' ' || state from delivery"
                              + " order by event, channel, state")
                      .mapTo(String.class)
                      .list());
    }

    List<String> tasks(String task) throws StoreUnavailableException {
      return database
          .opened()
          .reading()
          .withHandle(
              handle ->
                  handle
                      .createQuery(
                          "select task_instance from scheduled_tasks where task_name = :task")
                      .bind("task", task)
                      .mapTo(String.class)
                      .list());
    }

    Claim.Send mail(Signup signup) throws StoreUnavailableException {
      Claim claim = optIns.claim(signup.id().toString());
      assertThat(claim).isInstanceOf(Claim.Send.class);
      Claim.Send send = (Claim.Send) claim;
      optIns.sent(send);
      return send;
    }

    @Override
    public void close() {
      signups.close();
      database.close();
    }
  }

  @EachDatabase
  void a_confirmation_settles_every_signup_of_the_address_and_queues_it_once(EachDatabase.Kind kind)
      throws Exception {
    try (Stores stores = Stores.open(kind, clock)) {
      Signup first = stores.save(Signups.pending("Ana@example.org", clock.instant()));
      stores.save(Signups.of("ana@example.org", "rights", clock.instant(), true, false));
      stores.save(Signups.pending("ana@example.org", clock.instant().plusSeconds(1)));
      stores.save(Signups.pending("other@example.org", clock.instant()));
      assertThat(stores.queued()).isEmpty();
      assertThat(stores.tasks(Queue.CONFIRMATION)).hasSize(4);

      Claim.Send mail = stores.mail(first);
      assertThat(mail.widgets()).containsExactlyInAnyOrder("news", "rights");
      assertThat(stores.optIns().find(Purpose.CONFIRM, mail.confirm()).orElseThrow().state())
          .isEqualTo(Link.State.OPEN);
      assertThat(stores.states()).containsOnly(Signup.State.PENDING);

      assertThat(stores.optIns().confirm(mail.confirm()).orElseThrow().state())
          .isEqualTo(Link.State.DONE);
      assertThat(stores.states())
          .containsExactlyInAnyOrder(
              Signup.State.CONFIRMED,
              Signup.State.CONFIRMED,
              Signup.State.CONFIRMED,
              Signup.State.PENDING);
      // one for each form and channel, although one form was sent twice
      assertThat(stores.queued())
          .containsExactly(
              "SIGNUP crm queued",
              "SIGNUP crm queued",
              "SIGNUP staff queued",
              "SIGNUP staff queued");
      assertThat(stores.tasks(Queue.DELIVERY)).hasSize(4);

      assertThat(stores.optIns().confirm(mail.confirm()).orElseThrow().state())
          .isEqualTo(Link.State.DONE);
      assertThat(stores.queued()).hasSize(4);
    }
  }

  @EachDatabase
  void a_link_does_only_what_it_is_for(EachDatabase.Kind kind) throws Exception {
    try (Stores stores = Stores.open(kind, clock)) {
      Claim.Send mail = stores.mail(stores.save(Signups.pending("a@example.org", clock.instant())));
      assertThat(stores.optIns().find(Purpose.CONFIRM, mail.unsubscribe())).isEmpty();
      assertThat(stores.optIns().find(Purpose.UNSUBSCRIBE, mail.confirm())).isEmpty();
      assertThat(stores.optIns().confirm(mail.unsubscribe())).isEmpty();
      assertThat(stores.optIns().unsubscribe(mail.confirm())).isEmpty();
      assertThat(stores.optIns().confirm("")).isEmpty();
      assertThat(stores.states()).containsExactly(Signup.State.PENDING);
    }
  }

  @EachDatabase
  void tokens_are_kept_only_as_hashes(EachDatabase.Kind kind) throws Exception {
    try (Stores stores = Stores.open(kind, clock)) {
      Claim.Send mail = stores.mail(stores.save(Signups.pending("a@example.org", clock.instant())));
      List<Map<String, Object>> rows =
          stores
              .database()
              .opened()
              .reading()
              .withHandle(handle -> handle.createQuery("select * from link").mapToMap().list());
      assertThat(rows).hasSize(2);
      assertThat(rows.toString()).doesNotContain(mail.confirm(), mail.unsubscribe());
      assertThat(mail.confirm()).hasSize(43).isNotEqualTo(mail.unsubscribe());
    }
  }

  @EachDatabase
  void a_confirmation_link_ends_and_an_unsubscribe_link_never_does(EachDatabase.Kind kind)
      throws Exception {
    try (Stores stores = Stores.open(kind, clock)) {
      Claim.Send mail = stores.mail(stores.save(Signups.pending("a@example.org", clock.instant())));
      clock.advance(Duration.ofDays(7));
      assertThat(stores.optIns().find(Purpose.CONFIRM, mail.confirm()).orElseThrow().state())
          .isEqualTo(Link.State.EXPIRED);
      assertThat(stores.optIns().confirm(mail.confirm()).orElseThrow().state())
          .isEqualTo(Link.State.EXPIRED);
      assertThat(stores.states()).containsExactly(Signup.State.PENDING);
      clock.advance(Duration.ofDays(3_000));
      assertThat(stores.optIns().unsubscribe(mail.unsubscribe()).orElseThrow().state())
          .isEqualTo(Link.State.DONE);
      assertThat(stores.states()).containsExactly(Signup.State.UNSUBSCRIBED);
    }
  }

  @EachDatabase
  void a_mailbox_gets_one_mail_in_a_day_and_one_more_when_it_is_over(EachDatabase.Kind kind)
      throws Exception {
    try (Stores stores = Stores.open(kind, clock)) {
      List<Signup> signups = new ArrayList<>();
      for (String email :
          List.of(
              "jo.doe@gmail.com",
              "JoDoe@gmail.com",
              "jodoe+x@googlemail.com",
              "j.odoe@gmail.com")) {
        signups.add(stores.save(Signups.pending(email, clock.instant())));
        clock.advance(Duration.ofSeconds(1));
      }
      Instant first = clock.instant();
      stores.mail(signups.get(0));
      for (Signup late : signups.subList(1, 4)) {
        assertThat(stores.optIns().claim(late.id().toString()))
            .isEqualTo(new Claim.Wait(first.plus(Duration.ofHours(24))));
      }
      clock.advance(Duration.ofHours(24).minusSeconds(1));
      assertThat(stores.optIns().claim(signups.get(1).id().toString()))
          .isInstanceOf(Claim.Wait.class);
      clock.advance(Duration.ofSeconds(1));
      stores.mail(signups.get(1));
      assertThat(stores.optIns().claim(signups.get(2).id().toString()))
          .isInstanceOf(Claim.Wait.class);
    }
  }

  @EachDatabase
  void what_the_first_mail_covers_needs_no_other(EachDatabase.Kind kind) throws Exception {
    try (Stores stores = Stores.open(kind, clock)) {
      Signup first = stores.save(Signups.pending("a@example.org", clock.instant()));
      Signup second = stores.save(Signups.pending("a@example.org", clock.instant()));
      clock.advance(Duration.ofSeconds(1));
      stores.mail(first);
      assertThat(stores.optIns().claim(second.id().toString())).isEqualTo(new Claim.Nothing());
    }
  }

  @EachDatabase
  void a_held_back_signup_is_mailed_the_next_day_unless_it_was_confirmed(EachDatabase.Kind kind)
      throws Exception {
    try (Stores stores = Stores.open(kind, clock)) {
      Claim.Send mail = stores.mail(stores.save(Signups.pending("a@example.org", clock.instant())));
      clock.advance(Duration.ofHours(1));
      Signup held = stores.save(Signups.of("a@example.org", "b", clock.instant(), true, false));
      Signup heldToo = stores.save(Signups.of("a@example.org", "c", clock.instant(), true, false));
      assertThat(stores.optIns().claim(held.id().toString())).isInstanceOf(Claim.Wait.class);
      clock.advance(Duration.ofHours(23));
      assertThat(stores.mail(held).widgets()).containsExactlyInAnyOrder("news", "b", "c");
      clock.advance(Duration.ofDays(1));
      assertThat(stores.optIns().claim(heldToo.id().toString())).isEqualTo(new Claim.Nothing());
      stores.optIns().confirm(mail.confirm());
      assertThat(stores.states()).containsOnly(Signup.State.CONFIRMED);
    }
  }

  @EachDatabase
  void a_mail_that_was_not_taken_leaves_the_mailbox_free(EachDatabase.Kind kind) throws Exception {
    try (Stores stores = Stores.open(kind, clock)) {
      Signup signup = stores.save(Signups.pending("a@example.org", clock.instant()));
      Claim.Send failed = (Claim.Send) stores.optIns().claim(signup.id().toString());
      stores.optIns().notSent(failed);
      assertThat(stores.optIns().find(Purpose.CONFIRM, failed.confirm())).isEmpty();
      stores.mail(signup);
    }
  }

  @EachDatabase
  void where_nobody_knows_whether_a_mail_got_out_the_day_is_waited_for(EachDatabase.Kind kind)
      throws Exception {
    Signup signup;
    try (Stores stores = Stores.open(kind, clock)) {
      signup = stores.save(Signups.pending("a@example.org", clock.instant()));
      assertThat(stores.optIns().claim(signup.id().toString())).isInstanceOf(Claim.Send.class);
    }
    try (Stores stores = Stores.open(kind, clock)) { // the process ended in between
      assertThat(stores.optIns().claim(signup.id().toString())).isInstanceOf(Claim.Wait.class);
      clock.advance(Duration.ofHours(24));
      assertThat(stores.optIns().claim(signup.id().toString())).isInstanceOf(Claim.Send.class);
    }
  }

  @EachDatabase
  void leaving_tells_the_channels_that_had_the_person_and_no_others(EachDatabase.Kind kind)
      throws Exception {
    try (Stores stores = Stores.open(kind, clock)) {
      Claim.Send mail = stores.mail(stores.save(Signups.pending("a@example.org", clock.instant())));
      stores.optIns().confirm(mail.confirm());
      String crm = delivery(stores, "crm");
      stores.deliveries().begin(crm);
      stores.deliveries().end(crm, Deliveries.End.DELIVERED, "");

      stores.optIns().unsubscribe(mail.unsubscribe());
      assertThat(stores.queued())
          .containsExactly(
              "SIGNUP crm delivered", "SIGNUP staff cancelled", "UNSUBSCRIBE crm queued");
      stores.optIns().unsubscribe(mail.unsubscribe());
      assertThat(stores.queued()).hasSize(3);
    }
  }

  @EachDatabase
  void erasing_leaves_only_counts_and_what_the_channels_have_to_be_told(EachDatabase.Kind kind)
      throws Exception {
    try (Stores stores = Stores.open(kind, clock)) {
      Claim.Send mail = stores.mail(stores.save(Signups.pending("a@example.org", clock.instant())));
      stores.optIns().confirm(mail.confirm());
      String crm = delivery(stores, "crm");
      stores.deliveries().begin(crm);
      stores.deliveries().end(crm, Deliveries.End.DELIVERED, "");

      assertThat(stores.signups().erase(" A@Example.org")).isEqualTo(1);
      assertThat(stores.states()).isEmpty();
      assertThat(stores.queued()).containsExactly("ERASE crm queued");
      assertThat(stores.optIns().find(Purpose.UNSUBSCRIBE, mail.unsubscribe())).isEmpty();

      String erase = delivery(stores, "crm");
      assertThat(stores.deliveries().begin(erase).orElseThrow().delivery().person().email())
          .isEqualTo("a@example.org");
      stores.deliveries().end(erase, Deliveries.End.DELIVERED, "");
      for (String table :
          List.of("signup", "link", "delivery", "tally", "mailbox", "spent_proof")) {
        assertThat(everything(stores, table)).as(table).doesNotContain("a@example.org");
      }
      assertThat(everything(stores, "tally")).contains("what=erased");
    }
  }

  private static String delivery(Stores stores, String channel) throws StoreUnavailableException {
    return stores
        .database()
        .opened()
        .reading()
        .withHandle(
            handle ->
                handle
                    .createQuery("select id from delivery where channel = :channel")
                    .bind("channel", channel)
                    .mapTo(String.class)
                    .one());
  }

  private static String everything(Stores stores, String table) throws StoreUnavailableException {
    return stores
        .database()
        .opened()
        .reading()
        .withHandle(handle -> handle.createQuery("select * from " + table).mapToMap().list())
        .toString();
  }
}
