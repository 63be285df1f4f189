package org.handbill.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.TestNetwork.NETWORK;
import static org.handbill.widget.TestNetwork.SIGNUP;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.handbill.widget.model.Problem;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that is served follows its folder and its sources, and never falls with them. */
class ChangesTest {

  private static final String OTHER = "type: signup\ntitle: Come along\n";
  private static final String BROKEN = SIGNUP + "feilds: []\n";

  @TempDir Path folder;

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(10);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("still waiting until %s", what).isBefore(end);
      Thread.sleep(20);
    }
  }

  /** Looks for a while, since what must not happen cannot be waited for. */
  private static void stays(String what, BooleanSupplier condition) throws InterruptedException {
    for (int look = 0; look < 40; look++) {
      assertThat(condition.getAsBoolean()).as(what).isTrue();
      Thread.sleep(20);
    }
  }

  private static Optional<SnippetKey> found(Widgets widgets, String id, Map<String, String> query) {
    return widgets.resolve(id, Representation.HTML, query) instanceof Resolution.Found found
        ? Optional.of(found.key())
        : Optional.empty();
  }

  private static SnippetKey key(Widgets widgets, String id, Map<String, String> query) {
    return found(widgets, id, query).orElseThrow();
  }

  private static String shown(Widgets widgets, String id) {
    return found(widgets, id, Map.of()).map(widgets::snippet).map(Rendered::text).orElse("");
  }

  private static boolean shows(Widgets widgets, String words) {
    return shown(widgets, "join").contains(words);
  }

  @Test
  void a_change_of_the_folder_is_picked_up() throws Exception {
    TestNetwork network = TestNetwork.in(folder);
    try (Widgets widgets = network.builder().watch().open()) {
      assertThat(shows(widgets, "Join us")).isTrue();
      network.with("widgets/join.yaml", OTHER);
      await("the new title is shown", () -> shows(widgets, "Come along"));
      assertThat(widgets.status().edition()).isEqualTo(2);
    }
  }

  @Test
  void without_being_asked_to_watch_nothing_changes() throws Exception {
    TestNetwork network = TestNetwork.in(folder);
    try (Widgets widgets = network.builder().open()) {
      network.with("widgets/join.yaml", OTHER);
      stays("the title is the old one", () -> shows(widgets, "Join us"));
    }
  }

  @Test
  void who_asked_to_be_told_is_told_of_a_change() throws Exception {
    TestNetwork network = TestNetwork.in(folder);
    CountDownLatch told = new CountDownLatch(1);
    try (Widgets widgets = network.builder().watch().open()) {
      widgets.onChange(told::countDown);
      network.with("widgets/join.yaml", OTHER);
      assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_broken_change_keeps_the_last_good_one_and_is_told() throws Exception {
    TestNetwork network = TestNetwork.in(folder);
    try (Widgets widgets = network.builder().watch().open()) {
      network.with("widgets/join.yaml", BROKEN);
      await("the folder is said to be broken", () -> !widgets.status().current());
      assertThat(widgets.status().problems())
          .extracting(Problem::key)
          .containsExactly("key.unknown-near");
      assertThat(shows(widgets, "Join us")).isTrue();
    }
  }

  @Test
  void a_mended_change_is_taken_over() throws Exception {
    TestNetwork network = TestNetwork.in(folder);
    try (Widgets widgets = network.builder().watch().open()) {
      network.with("widgets/join.yaml", BROKEN);
      await("the folder is said to be broken", () -> !widgets.status().current());
      network.with("widgets/join.yaml", OTHER);
      await("the mended title is shown", () -> shows(widgets, "Come along"));
      assertThat(widgets.status().current()).isTrue();
      assertThat(widgets.status().problems()).isEmpty();
    }
  }

  @Test
  void a_folder_that_is_put_back_as_it_was_is_sound_again() throws Exception {
    TestNetwork network = TestNetwork.in(folder);
    try (Widgets widgets = network.builder().watch().open()) {
      network.with("widgets/join.yaml", BROKEN);
      await("the folder is said to be broken", () -> !widgets.status().current());
      network.with("widgets/join.yaml", SIGNUP);
      await("the folder is said to be sound", () -> widgets.status().current());
    }
  }

  @Test
  void a_folder_that_vanishes_changes_nothing_for_visitors() throws Exception {
    TestNetwork network = TestNetwork.in(folder);
    try (Widgets widgets = network.builder().watch().open()) {
      network.without("widgets/join.yaml").without("handbill.yaml");
      await("the folder is said to be broken", () -> !widgets.status().current());
      assertThat(shows(widgets, "Join us")).isTrue();
    }
  }

  @Test
  void a_widget_that_is_removed_disappears() throws Exception {
    TestNetwork network = TestNetwork.in(folder).with("widgets/more.yaml", OTHER);
    try (Widgets widgets = network.builder().watch().open()) {
      SnippetKey key = key(widgets, "more", Map.of());
      assertThat(widgets.snippet(key)).isNotNull();
      network.without("widgets/more.yaml");
      await("it is unknown", () -> found(widgets, "more", Map.of()).isEmpty());
      await("nothing of it is kept", () -> widgets.ready(key) == null);
      assertThat(widgets.snippet(key)).isNull();
      assertThat(widgets.list()).extracting(file -> file.id().value()).containsExactly("join");
    }
  }

  @Test
  void a_widget_that_is_added_appears() throws Exception {
    TestNetwork network = TestNetwork.in(folder);
    try (Widgets widgets = network.builder().watch().open()) {
      network.with("widgets/more.yaml", OTHER);
      await("it is shown", () -> shown(widgets, "more").contains("Come along"));
    }
  }

  @Test
  void nothing_is_kept_for_a_member_that_left() throws Exception {
    TestNetwork network =
        TestNetwork.in(folder).with("handbill.yaml", NETWORK + "members:\n  - {id: a, name: A}\n");
    try (Widgets widgets = network.builder().watch().open()) {
      SnippetKey key = key(widgets, "join", Map.of("member", "a"));
      assertThat(widgets.snippet(key)).isNotNull();
      network.with("handbill.yaml", NETWORK);
      await("the member is gone", () -> widgets.network().members().isEmpty());
      await("nothing of it is kept", () -> widgets.ready(key) == null);
    }
  }

  private static String list(String address) {
    return """
        type: resources
        title: Find help
        sources:
          - page: %s
            every: 1h
            allow-private: true
        """
        .formatted(address);
  }

  static String page(String heading) {
    return "<main><h2>" + heading + "</h2><p><a href=\"https://a.example/\">Where to go</a></main>";
  }

  @Test
  void a_group_that_a_page_no_longer_has_is_no_longer_answered() throws Exception {
    TestNetwork network =
        TestNetwork.in(folder)
            .with("pages/a.html", page("Shelter"))
            .with(
                "widgets/help.yaml",
                "type: resources\ntitle: Help\nsources:\n  - page: pages/a.html\n");
    try (Widgets widgets = network.builder().watch().open()) {
      SnippetKey key = key(widgets, "help", Map.of("group", "shelter"));
      assertThat(key.parameters()).containsEntry("group", "shelter");
      assertThat(widgets.snippet(key)).isNotNull();
      network.with("pages/a.html", page("Legal aid"));
      await("the new heading is shown", () -> shown(widgets, "help").contains("Legal aid"));
      await("nothing of the old one is kept", () -> widgets.ready(key) == null);
      assertThat(widgets.snippet(key)).isNull();
    }
  }

  @Test
  void a_page_is_read_again_when_its_copy_has_grown_old() throws Exception {
    SetClock clock = new SetClock();
    try (Site site = new Site();
        Widgets widgets =
            TestNetwork.in(folder)
                .with("widgets/help.yaml", list(site.address()))
                .builder()
                .clock(clock)
                .watch()
                .open()) {
      assertThat(shown(widgets, "help")).contains("Shelter");
      site.page = page("Legal aid");
      clock.advance(Duration.ofHours(2));
      await("the new page is shown", () -> shown(widgets, "help").contains("Legal aid"));
    }
  }

  @Test
  void a_page_that_fails_leaves_its_last_good_copy() throws Exception {
    SetClock clock = new SetClock();
    try (Site site = new Site();
        Widgets widgets =
            TestNetwork.in(folder)
                .with("widgets/help.yaml", list(site.address()))
                .builder()
                .clock(clock)
                .watch()
                .open()) {
      site.status = 500;
      site.page = "sorry";
      clock.advance(Duration.ofHours(2));
      await(
          "the failure is told",
          () ->
              widgets.status().problems().stream()
                  .anyMatch(p -> p.key().equals("source.last-good")));
      assertThat(shown(widgets, "help")).contains("Shelter");
      assertThat(widgets.status().current()).isTrue();
    }
  }

  @Test
  void a_page_that_was_never_there_keeps_nobody_from_the_rest() throws Exception {
    try (Site site = new Site()) {
      site.status = 404;
      try (Widgets widgets =
          TestNetwork.in(folder).with("widgets/help.yaml", list(site.address())).builder().open()) {
        assertThat(shown(widgets, "help")).contains("cannot be shown right now");
        assertThat(shows(widgets, "Join us")).isTrue();
        assertThat(widgets.status().problems())
            .extracting(Problem::key)
            .containsExactly("source.nothing");
      }
    }
  }

  @Test
  void a_page_that_comes_late_never_brings_an_old_folder_back() throws Exception {
    SetClock clock = new SetClock();
    try (Site site = new Site();
        Widgets widgets =
            TestNetwork.in(folder)
                .with("widgets/help.yaml", list(site.address()))
                .builder()
                .clock(clock)
                .watch()
                .open()) {
      CountDownLatch gate = new CountDownLatch(1);
      site.gate = gate;
      clock.advance(Duration.ofHours(2));
      await("the page is asked for again", () -> site.asked.get() == 2);
      TestNetwork.in(folder).with("widgets/join.yaml", OTHER).without("widgets/help.yaml");
      await("the new folder is shown", () -> shows(widgets, "Come along"));
      gate.countDown();
      stays("the new folder is shown", () -> shows(widgets, "Come along"));
    }
  }

  @Test
  void a_page_that_is_read_again_does_not_make_a_broken_folder_sound() throws Exception {
    SetClock clock = new SetClock();
    TestNetwork network = TestNetwork.in(folder);
    try (Site site = new Site();
        Widgets widgets =
            network
                .with("widgets/help.yaml", list(site.address()))
                .builder()
                .clock(clock)
                .watch()
                .open()) {
      network.with("widgets/join.yaml", BROKEN);
      await("the folder is said to be broken", () -> !widgets.status().current());
      site.page = page("Legal aid");
      clock.advance(Duration.ofHours(2));
      await("the new page is shown", () -> shown(widgets, "help").contains("Legal aid"));
      assertThat(widgets.status().current()).isFalse();
      assertThat(widgets.status().problems())
          .extracting(Problem::key)
          .containsExactly("key.unknown-near");
    }
  }
}
