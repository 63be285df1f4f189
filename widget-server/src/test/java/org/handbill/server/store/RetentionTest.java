package org.handbill.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.server.EachDatabase;
import org.handbill.server.Signups;
import org.handbill.server.TestClock;
import org.handbill.server.store.OptIns.Claim;
import org.handbill.server.store.OptIns.Link;
import org.handbill.server.store.OptIns.Purpose;

/** How long things are kept. */
class RetentionTest {

  private static final Retention.Limits LIMITS =
      new Retention.Limits(
          Duration.ofDays(30), Duration.ofDays(60), Optional.of(Duration.ofDays(90)));

  private final TestClock clock = new TestClock();

  private static List<String> emails(SignupStore store) throws StoreUnavailableException {
    List<String> emails = new ArrayList<>();
    store.export(row -> emails.add(row.signup().email()));
    return emails;
  }

  private static List<String> column(Database database, String query)
      throws StoreUnavailableException {
    return database
        .opened()
        .reading()
        .withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  private Claim.Send mail(SignupStore store, OptIns optIns, String email)
      throws StoreUnavailableException {
    Signup signup = Signups.pending(email, clock.instant());
    store.save(signup);
    Claim.Send mail = (Claim.Send) optIns.claim(signup.id().toString());
    optIns.sent(mail);
    return mail;
  }

  @EachDatabase
  void a_clock_that_is_put_back_makes_no_link_good_again(EachDatabase.Kind kind) throws Exception {
    try (Database database = kind.open(clock);
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      OptIns optIns = new OptIns(database, Routing.NOWHERE);
      Claim.Send mail = mail(store, optIns, "late@example.org");
      clock.advance(OptIns.CONFIRM_WITHIN.plusHours(1));
      new Retention(database, LIMITS).run();
      clock.advance(Duration.ofDays(-1));
      assertThat(optIns.find(Purpose.CONFIRM, mail.confirm()).orElseThrow().state())
          .isEqualTo(Link.State.EXPIRED);
    }
  }

  @EachDatabase
  void each_kind_of_signup_is_kept_for_as_long_as_the_operator_says(EachDatabase.Kind kind)
      throws Exception {
    try (Database database = kind.open(clock);
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      OptIns optIns = new OptIns(database, Routing.NOWHERE);
      store.save(Signups.of("test@example.org", "news", clock.instant(), false, true));
      store.save(Signups.accepted("accepted@example.org", clock.instant()));
      mail(store, optIns, "pending@example.org");
      optIns.confirm(mail(store, optIns, "confirmed@example.org").confirm());
      optIns.unsubscribe(mail(store, optIns, "left@example.org").unsubscribe());
      Retention retention = new Retention(database, LIMITS);

      clock.advance(Duration.ofHours(23));
      retention.run();
      assertThat(emails(store)).hasSize(5);
      clock.advance(Duration.ofHours(2));
      retention.run();
      assertThat(emails(store)).hasSize(4).doesNotContain("test@example.org");
      clock.advance(Duration.ofDays(28));
      retention.run();
      assertThat(emails(store)).hasSize(4);
      clock.advance(Duration.ofDays(1));
      retention.run();
      assertThat(emails(store))
          .containsExactlyInAnyOrder(
              "accepted@example.org", "confirmed@example.org", "left@example.org");
      clock.advance(Duration.ofDays(30));
      retention.run();
      assertThat(emails(store))
          .containsExactlyInAnyOrder("accepted@example.org", "confirmed@example.org");
      clock.advance(Duration.ofDays(30));
      retention.run();
      assertThat(emails(store)).isEmpty();
    }
  }

  @EachDatabase
  void confirmed_ones_stay_for_good_where_no_limit_is_set(EachDatabase.Kind kind) throws Exception {
    try (Database database = kind.open(clock);
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      store.save(Signups.accepted("a@example.org", clock.instant()));
      clock.advance(Duration.ofDays(10_000));
      new Retention(database, Retention.Limits.DEFAULT).run();
      assertThat(emails(store)).containsExactly("a@example.org");
    }
  }

  @EachDatabase
  void a_delivery_that_still_waits_keeps_its_signup(EachDatabase.Kind kind) throws Exception {
    try (Database database = kind.open(clock);
        SignupStore store = new SignupStore(database, signup -> List.of("crm"))) {
      Deliveries deliveries = new Deliveries(database);
      store.save(Signups.accepted("a@example.org", clock.instant()));
      Retention retention = new Retention(database, LIMITS);
      clock.advance(Duration.ofDays(91));
      retention.run();
      assertThat(emails(store)).containsExactly("a@example.org");

      String id = column(database, "select id from delivery").get(0);
      deliveries.begin(id);
      deliveries.end(id, Deliveries.End.DELIVERED, "");
      retention.run();
      assertThat(emails(store)).isEmpty();
      assertThat(column(database, "select id from delivery")).isEmpty();
    }
  }

  @EachDatabase
  void proofs_and_marks_go_when_they_are_of_no_use_any_more(EachDatabase.Kind kind)
      throws Exception {
    try (Database database = kind.open(clock);
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      OptIns optIns = new OptIns(database, Routing.NOWHERE);
      Signup.Proof proof = new Signup.Proof("one", clock.instant().plus(Duration.ofMinutes(10)));
      store.save(Signups.with(Signups.accepted("a@example.org", clock.instant()), proof));
      mail(store, optIns, "b@example.org");
      Retention retention = new Retention(database, LIMITS);

      clock.advance(Duration.ofMinutes(9));
      retention.run();
      assertThat(column(database, "select id from spent_proof")).hasSize(1);
      clock.advance(Duration.ofMinutes(2));
      retention.run();
      assertThat(column(database, "select id from spent_proof")).isEmpty();
      assertThat(column(database, "select hash from mailbox")).hasSize(1);
      clock.advance(Duration.ofHours(25));
      retention.run();
      assertThat(column(database, "select hash from mailbox")).isEmpty();
    }
  }

  @EachDatabase
  void a_link_to_unsubscribe_outlives_the_address_that_it_was_for(EachDatabase.Kind kind)
      throws Exception {
    try (Database database = kind.open(clock);
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      OptIns optIns = new OptIns(database, Routing.NOWHERE);
      Claim.Send mail = mail(store, optIns, "a@example.org");
      clock.advance(Duration.ofDays(40));
      new Retention(database, LIMITS).run();
      assertThat(column(database, "select address from link")).containsExactly("");
      assertThat(optIns.unsubscribe(mail.unsubscribe()).orElseThrow().state())
          .isEqualTo(Link.State.DONE);
      assertThat(optIns.find(Purpose.CONFIRM, mail.confirm())).isEmpty();
    }
  }
}
