package org.handbill.widget.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.handbill.widget.SetClock;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.LinkHealth.State;
import org.handbill.widget.model.OutboundLink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkChecksTest {

  private static final URI ABOUT = URI.create("https://widgets.example.org/");
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void begin() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          String path = exchange.getRequestURI().getPath();
          String method = exchange.getRequestMethod();
          asked.add(method + " " + path);
          if (path.equals("/hangs-on-head") && method.equals("HEAD")) {
            sleep(Duration.ofSeconds(20));
          }
          int status = status(method, path);
          if (status / 100 == 3) {
            exchange.getResponseHeaders().set("Location", "/200/new-home");
          }
          atOnce.decrementAndGet();
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  /** The status that a path asks for; under {@code /get-only} HEAD is not known. */
  private static int status(String method, String path) {
    if (path.startsWith("/hangs-on-head")) {
      return 200;
    }
    if (path.startsWith("/get-only")) {
      return method.equals("HEAD") ? 404 : 200;
    }
    return Integer.parseInt(path.substring(1, 4));
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static Map<URI, LinkHealth> follow(OutboundLink... links) throws Exception {
    try (LinkChecks checks =
        new LinkChecks(
            ABOUT, new LinkChecks.Pace(Duration.ZERO), Clock.systemUTC(), SourceMemory.NONE)) {
      return checks.now(List.of(links));
    }
  }

  private static LinkHealth health(URI link) throws Exception {
    return Objects.requireNonNull(follow(new OutboundLink(link, true)).get(link));
  }

  private State state(String path) throws Exception {
    return health(at(path)).state();
  }

  @Test
  void what_answers_is_well() throws Exception {
    assertThat(state("/200")).isEqualTo(State.OK);
    assertThat(asked).containsExactly("HEAD /200");
  }

  @Test
  void a_server_that_does_not_care_for_head_is_asked_with_get() throws Exception {
    assertThat(state("/get-only")).isEqualTo(State.OK);
    assertThat(asked).containsExactly("HEAD /get-only", "GET /get-only");
  }

  @Test
  void a_server_that_hangs_on_head_is_asked_with_get() throws Exception {
    assertThat(state("/hangs-on-head")).isEqualTo(State.OK);
    assertThat(asked).containsExactly("HEAD /hangs-on-head", "GET /hangs-on-head");
  }

  @Test
  void what_turns_programs_away_is_not_dead() throws Exception {
    for (String path :
        List.of("/400", "/401", "/403", "/405", "/406", "/418", "/429", "/451", "/501", "/999")) {
      assertThat(state(path)).as(path).isEqualTo(State.BLOCKED);
    }
  }

  @Test
  void what_is_gone_is_dead() throws Exception {
    assertThat(state("/404")).isEqualTo(State.DEAD);
    assertThat(state("/410")).isEqualTo(State.DEAD);
  }

  @Test
  void a_failing_server_may_come_back() throws Exception {
    assertThat(state("/503")).isEqualTo(State.UNREACHABLE);
  }

  @Test
  void nobody_answering_may_change() throws Exception {
    assertThat(health(closed("127.0.0.1")).state()).isEqualTo(State.UNREACHABLE);
  }

  @Test
  void a_move_for_good_says_where_to() throws Exception {
    LinkHealth health = health(at("/301"));
    assertThat(health.state()).isEqualTo(State.MOVED);
    assertThat(health.movedTo()).contains(at("/200/new-home"));
  }

  @Test
  void a_detour_for_now_is_no_move() throws Exception {
    assertThat(state("/302")).isEqualTo(State.OK);
  }

  @Test
  void private_networks_are_not_asked_unless_an_operator_allows_it() throws Exception {
    assertThat(follow(new OutboundLink(at("/200"), false))).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void names_that_belong_to_nobody_are_not_asked() throws Exception {
    assertThat(
            follow(
                new OutboundLink(URI.create("https://help.example/"), true),
                new OutboundLink(URI.create("https://network.example.org/"), true)))
        .isEmpty();
  }

  @Test
  void one_host_is_asked_one_thing_at_a_time() throws Exception {
    List<OutboundLink> links = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      links.add(new OutboundLink(at("/200/" + i), true));
    }
    assertThat(follow(links.toArray(OutboundLink[]::new))).hasSize(30);
    assertThat(mostAtOnce).hasValue(1);
  }

  private static LinkHealth silent(@Nullable LinkHealth before, int hour, boolean counts) {
    return LinkChecks.silent(Optional.ofNullable(before), NOW.plus(Duration.ofHours(hour)), counts);
  }

  @Test
  void three_days_of_silence_make_a_link_dead() {
    LinkHealth first = silent(null, 0, true);
    assertThat(first.state()).isEqualTo(State.UNREACHABLE);
    LinkHealth second = silent(first, 71, true);
    assertThat(second.state()).isEqualTo(State.UNREACHABLE);
    LinkHealth third = silent(second, 72, true);
    assertThat(third.state()).isEqualTo(State.DEAD);
    assertThat(third.since()).isEqualTo(NOW);
  }

  @Test
  void silence_that_says_nothing_of_a_link_is_left_out_of_the_count() {
    LinkHealth first = silent(null, 0, true);
    LinkHealth second = silent(first, 30, true);
    LinkHealth outage = silent(second, 200, false);
    assertThat(outage.state()).isEqualTo(State.UNREACHABLE);
    assertThat(silent(outage, 241, true).state()).isEqualTo(State.UNREACHABLE);
    assertThat(silent(outage, 242, true).state()).isEqualTo(State.DEAD);
  }

  @Test
  void an_answer_in_between_ends_the_silence() {
    LinkHealth well =
        LinkChecks.answered(
            Optional.of(silent(null, 0, true)),
            LinkProbe.Found.of(State.OK),
            NOW.plus(Duration.ofDays(2)));
    assertThat(silent(well, 96, true).state()).isEqualTo(State.UNREACHABLE);
  }

  /** Follows what is due every three hours of that many days. */
  private static LinkHealth after(int days, URI link, URI... others) throws Exception {
    SetClock clock = new SetClock();
    try (LinkChecks checks =
        new LinkChecks(ABOUT, new LinkChecks.Pace(Duration.ZERO), clock, SourceMemory.NONE)) {
      List<OutboundLink> links = new ArrayList<>(List.of(new OutboundLink(link, true)));
      List.of(others).forEach(other -> links.add(new OutboundLink(other, true)));
      checks.follow(links);
      for (int round = 0; round <= days * 8; round++) {
        checks.start();
        while (!checks.idle()) {
          Thread.sleep(1);
        }
        clock.advance(Duration.ofHours(3));
      }
      return Objects.requireNonNull(checks.health().get(link));
    }
  }

  private static URI closed(String host) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://" + host + ":" + socket.getLocalPort() + "/");
    }
  }

  @Test
  void a_host_that_alone_is_silent_is_dead_after_three_days() throws Exception {
    URI other = URI.create(at("/200").toString().replace("127.0.0.1", "localhost"));
    assertThat(after(2, closed("127.0.0.1"), other).state()).isEqualTo(State.UNREACHABLE);
    assertThat(after(4, closed("127.0.0.1"), other).state()).isEqualTo(State.DEAD);
  }

  @Test
  void no_link_dies_while_nobody_answers() throws Exception {
    assertThat(after(8, closed("127.0.0.1"), closed("localhost")).state())
        .isEqualTo(State.UNREACHABLE);
  }

  @Test
  void the_memory_is_told_what_was_found_and_asked_what_is_known() throws Exception {
    Map<URI, LinkHealth> kept = new java.util.concurrent.ConcurrentHashMap<>();
    SourceMemory memory = new LinkMemory(kept);
    LinkHealth known = new LinkHealth(State.DEAD, Optional.empty(), Instant.now(), NOW);
    kept.put(at("/410"), known);
    try (LinkChecks checks =
        new LinkChecks(ABOUT, new LinkChecks.Pace(Duration.ZERO), Clock.systemUTC(), memory)) {
      checks.follow(
          List.of(new OutboundLink(at("/410"), true), new OutboundLink(at("/200"), true)));
      assertThat(checks.health()).containsExactly(entry(at("/410"), known));
      checks.start();
      while (!checks.idle()) {
        Thread.sleep(10);
      }
      assertThat(asked).containsExactly("HEAD /200");
      assertThat(kept.get(at("/200"))).extracting(LinkHealth::state).isEqualTo(State.OK);
    }
  }

  private static final class LinkMemory extends NoMemory {
    private final Map<URI, LinkHealth> kept;

    private LinkMemory(Map<URI, LinkHealth> kept) {
      this.kept = kept;
    }

    @Override
    public Map<URI, LinkHealth> health(java.util.Collection<URI> links) {
      Map<URI, LinkHealth> known = new java.util.HashMap<>(kept);
      known.keySet().retainAll(links);
      return known;
    }

    @Override
    public void keep(Map<URI, LinkHealth> links) {
      kept.putAll(links);
    }
  }
}
