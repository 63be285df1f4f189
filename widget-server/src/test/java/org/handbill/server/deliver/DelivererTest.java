package org.handbill.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.handbill.server.EachDatabase;
import org.handbill.server.Eventually;
import org.handbill.server.Signups;
import org.handbill.server.TestClock;
import org.handbill.server.store.Database;
import org.handbill.server.store.Deliveries;
import org.handbill.server.store.Deliveries.DeadLetter;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Queue;
import org.handbill.server.store.SignupStore;
import org.handbill.server.store.StoreUnavailableException;

/** The queue and what becomes of a delivery, with channels that a test lets fail. */
class DelivererTest {

  private static final Duration POLLING = Duration.ofMillis(20);

  private final TestClock clock = new TestClock();
  private final Map<String, Receiver> receivers = new ConcurrentHashMap<>();

  /** A channel that notes what it was told and answers as a test says. */
  private final class Receiver implements Channel {
    final List<String> told = new CopyOnWriteArrayList<>();
    final List<Instant> calls = new CopyOnWriteArrayList<>();
    volatile Function<Delivery, Outcome> answer = delivery -> new Outcome.Delivered();

    @Override
    public Outcome deliver(Delivery delivery) {
      calls.add(clock.instant());
      Outcome outcome = answer.apply(delivery);
      if (outcome instanceof Outcome.Delivered) {
        told.add(delivery.id());
      }
      return outcome;
    }

    @Override
    public Outcome probe() {
      return new Outcome.Delivered();
    }
  }

  private Receiver receiver(String name) {
    return receivers.computeIfAbsent(name, key -> new Receiver());
  }

  /** A node: everything between a sign-up and its channels. */
  private final class Node implements AutoCloseable {
    final Database database;
    final SignupStore signups;
    final Deliveries deliveries;
    final Queue queue;

    Node(EachDatabase.Kind kind, String... channels) {
      database = kind.open(clock);
      signups = new SignupStore(database, signup -> List.of(channels));
      deliveries = new Deliveries(database);
      queue = new Queue(database, POLLING);
      database.available();
      queue.start(
          Map.of(
              Queue.CONFIRMATION,
              id -> new Queue.Next.Done(),
              Queue.DELIVERY,
              new Deliverer(deliveries, name -> Optional.ofNullable(receivers.get(name)), clock)),
          () -> {});
    }

    void signUp(int count) throws StoreUnavailableException {
      for (int i = 0; i < count; i++) {
        signups.save(Signups.accepted("p" + i + "@example.org", clock.instant()));
      }
    }

    List<DeadLetter> dead() throws StoreUnavailableException {
      List<DeadLetter> letters = new ArrayList<>();
      deliveries.deadLetters(letters::add);
      return letters;
    }

    @Override
    public void close() {
      queue.close();
      signups.close();
      database.close();
    }
  }

  @EachDatabase
  void a_channel_that_is_down_for_six_hours_loses_nothing_and_delays_nobody(EachDatabase.Kind kind)
      throws Exception {
    Receiver down = receiver("down");
    Receiver well = receiver("well");
    down.answer = delivery -> new Outcome.Later("HTTP 503", Optional.empty());
    try (Node node = new Node(kind, "down", "well")) {
      Instant start = clock.instant();
      node.signUp(30);
      Eventually.until(
          "the other channel has all",
          () -> {
            clock.advance(Duration.ofMillis(100));
            return well.told.size() == 30;
          });
      assertThat(well.calls).allMatch(call -> call.isBefore(start.plus(Duration.ofMinutes(1))));
      for (int hour = 0; hour < 6; hour++) {
        clock.advance(Duration.ofHours(1));
        int before = down.calls.size();
        Eventually.until("it was tried again", () -> down.calls.size() > before);
      }
      assertThat(down.told).isEmpty();
      down.answer = delivery -> new Outcome.Delivered();
      Eventually.until(
          "it has all",
          () -> {
            clock.advance(Duration.ofMinutes(10));
            return down.told.size() == 30;
          });
      assertThat(down.told).doesNotHaveDuplicates();
      assertThat(node.dead()).isEmpty();
      assertThat(well.told).hasSize(30);
    }
  }

  @EachDatabase
  void what_fails_for_days_is_put_aside_and_replayed_under_the_same_key(EachDatabase.Kind kind)
      throws Exception {
    Receiver down = receiver("down");
    List<String> ids = new CopyOnWriteArrayList<>();
    down.answer =
        delivery -> {
          ids.add(delivery.id());
          return new Outcome.Later("HTTP 500", Optional.empty());
        };
    try (Node node = new Node(kind, "down")) {
      node.signUp(1);
      Eventually.until(
          "it is put aside",
          () -> {
            clock.advance(Duration.ofHours(1));
            return !node.dead().isEmpty();
          });
      assertThat(ids).hasSize(10).containsOnly(node.dead().get(0).id());
      assertThat(node.dead().get(0).reason()).isEqualTo("HTTP 500");
      assertThat(Duration.between(down.calls.get(0), clock.instant()))
          .isGreaterThan(Duration.ofHours(75));
      down.answer = delivery -> new Outcome.Delivered();
      assertThat(node.deliveries.replay("down")).isEqualTo(1);
      Eventually.until(
          "it is told",
          () -> {
            clock.advance(Duration.ofMinutes(1));
            return !down.told.isEmpty();
          });
      assertThat(down.told).containsExactly(ids.get(0));
      Eventually.until("nothing is left", () -> node.dead().isEmpty());
    }
  }

  @EachDatabase
  void who_asks_to_be_left_alone_is_left_alone_for_that_long(EachDatabase.Kind kind)
      throws Exception {
    Receiver busy = receiver("busy");
    busy.answer = delivery -> new Outcome.Later("HTTP 429", Optional.of(Duration.ofHours(2)));
    try (Node node = new Node(kind, "busy")) {
      node.signUp(3);
      Eventually.until("it was tried", () -> !busy.calls.isEmpty());
      Thread.sleep(200); // those that went together with the first
      Instant first = busy.calls.get(0);
      int calls = busy.calls.size();
      clock.advance(Duration.ofMinutes(119));
      Thread.sleep(200);
      assertThat(busy.calls).hasSize(calls);
      busy.answer = delivery -> new Outcome.Delivered();
      Eventually.until(
          "it has all",
          () -> {
            clock.advance(Duration.ofMinutes(5));
            return busy.told.size() == 3;
          });
      assertThat(busy.calls.subList(calls, busy.calls.size()))
          .allMatch(call -> !call.isBefore(first.plus(Duration.ofHours(2))));
    }
  }

  @EachDatabase
  void who_is_gone_is_never_called_again_until_an_operator_says_so(EachDatabase.Kind kind)
      throws Exception {
    Receiver gone = receiver("gone");
    gone.answer = delivery -> new Outcome.Gone("HTTP 410");
    try (Node node = new Node(kind, "gone")) {
      node.signUp(1);
      Eventually.until("it is put aside", () -> node.dead().size() == 1);
      node.signUp(1);
      Eventually.until("so is the next", () -> node.dead().size() == 2);
      assertThat(gone.calls).hasSize(1);
      gone.answer = delivery -> new Outcome.Delivered();
      node.deliveries.replay("all");
      Eventually.until("it has both", () -> gone.told.size() == 2);
    }
  }

  @EachDatabase
  void what_was_under_way_when_a_node_ended_is_told_again_under_the_same_key(EachDatabase.Kind kind)
      throws Exception {
    Receiver crm = receiver("crm");
    List<String> ids = new CopyOnWriteArrayList<>();
    try (Database database = kind.open(clock)) {
      database.available();
      try (SignupStore signups = new SignupStore(database, signup -> List.of("crm"))) {
        signups.save(Signups.accepted("a@example.org", clock.instant()));
      }
      String id = onlyDelivery(database);
      new Deliveries(database).begin(id); // and the process ends here
      ids.add(id);
    }
    try (Node node = new Node(kind, "crm")) {
      Eventually.until("it is told", () -> !crm.told.isEmpty());
      assertThat(crm.told).isEqualTo(ids);
    }
  }

  @EachDatabase
  void two_nodes_tell_a_channel_once(EachDatabase.Kind kind) throws Exception {
    Receiver crm = receiver("crm");
    try (Node first = new Node(kind, "crm");
        Node second = kind.url().isPresent() ? new Node(kind, "crm") : first) {
      second.signUp(60);
      Eventually.until(
          "it has all",
          () -> {
            clock.advance(Duration.ofSeconds(5));
            return crm.told.size() == 60;
          });
      Thread.sleep(200);
      assertThat(crm.told).hasSize(60).doesNotHaveDuplicates();
    }
  }

  @EachDatabase
  void a_test_goes_the_whole_way_and_reaches_no_list(EachDatabase.Kind kind) throws Exception {
    Receiver crm = receiver("crm");
    try (Node node = new Node(kind, "crm")) {
      node.signups.save(Signups.of("a@example.org", "news", clock.instant(), false, true));
      Eventually.until(
          "it came to its end", () -> node.deliveries.counts().getOrDefault("tested", 0) == 1);
      assertThat(crm.calls).isEmpty();
    }
  }

  private static String onlyDelivery(Database database) throws StoreUnavailableException {
    List<String> ids = new ArrayList<>();
    new Deliveries(database).queued(ids::add);
    return ids.get(0);
  }
}
