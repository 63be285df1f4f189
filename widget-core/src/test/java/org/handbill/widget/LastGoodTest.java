package org.handbill.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.Problem;
import org.handbill.widget.render.Representation;
import org.handbill.widget.source.SourceMemory;
import org.handbill.widget.source.SourceStatus.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a source, readers go on seeing its last good copy. */
class LastGoodTest {

  @TempDir Path folder;

  private final SetClock clock = new SetClock();
  private final Memory memory = new Memory();
  private Site site;

  @BeforeEach
  void begin() throws Exception {
    site = new Site();
    site.page = page(8);
    TestNetwork.in(folder).with("widgets/help.yaml", list(""));
  }

  @AfterEach
  void end() {
    site.close();
  }

  private String list(String more) {
    return """
        type: resources
        title: Find help
        sources:
          - page: %s
            every: 1h
            allow-private: true
            %s
        """
        .formatted(site.address(), more);
  }

  private static String page(int links) {
    StringBuilder page = new StringBuilder("<main><h2>Shelter</h2><ul>");
    for (int i = 1; i <= links; i++) {
      page.append("<li><a href=\"https://a.example/").append(i).append("\">Place ").append(i);
    }
    return page + "</ul></main>";
  }

  private Widgets open() throws InvalidNetworkException {
    return Widgets.of(folder)
        .publicUrl(TestNetwork.PUBLIC_URL)
        .clock(clock)
        .memory(memory)
        .watch()
        .open();
  }

  private static int shown(Widgets widgets) {
    SnippetKey key =
        ((Resolution.Found) widgets.resolve("help", Representation.JSON, Map.of())).key();
    String json = Objects.requireNonNull(widgets.snippet(key)).text();
    return json.split("https://a.example/", -1).length - 1;
  }

  private static State state(Widgets widgets) {
    return widgets.sources().get(0).state();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(10);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("still waiting").isBefore(end);
      Thread.sleep(20);
    }
  }

  /** Lets the copy grow old and waits until the site was asked for another. */
  private void fetchAgain(Widgets widgets) throws InterruptedException {
    int before = site.asked.get();
    clock.advance(Duration.ofMinutes(61));
    await(() -> site.asked.get() > before);
    State now = state(widgets);
    Thread.sleep(200); // what was fetched is weighed
    assertThat(now).isNotNull();
  }

  @Test
  void a_page_without_entries_never_replaces_one_that_has_some() throws Exception {
    try (Widgets widgets = open()) {
      site.page = "<main><p>We are moving house.</main>";
      fetchAgain(widgets);
      await(() -> state(widgets) == State.HELD);
      clock.advance(Duration.ofDays(30));
      fetchAgain(widgets);
      assertThat(state(widgets)).isEqualTo(State.HELD);
      assertThat(shown(widgets)).isEqualTo(8);
    }
  }

  @Test
  void less_than_half_is_held_back_and_told() throws Exception {
    try (Widgets widgets = open()) {
      site.page = page(3);
      fetchAgain(widgets);
      await(() -> state(widgets) == State.HELD);
      assertThat(shown(widgets)).isEqualTo(8);
      assertThat(widgets.sources().get(0).reason()).contains("8 entries").contains("3");
      await(() -> !widgets.status().problems().isEmpty());
      assertThat(widgets.status().problems())
          .extracting(Problem::key)
          .containsExactly("source.last-good");
    }
  }

  @Test
  void half_is_taken_over() throws Exception {
    try (Widgets widgets = open()) {
      site.page = page(4);
      clock.advance(Duration.ofHours(2));
      await(() -> shown(widgets) == 4);
      assertThat(state(widgets)).isEqualTo(State.OK);
    }
  }

  @Test
  void what_is_held_back_is_taken_over_once_an_editor_accepts_it() throws Exception {
    try (Widgets widgets = open()) {
      site.page = page(3);
      fetchAgain(widgets);
      await(() -> state(widgets) == State.HELD);
      memory.accepted = clock.instant().plusSeconds(1);
      clock.advance(Duration.ofSeconds(6));
      await(() -> shown(widgets) == 3);
      assertThat(state(widgets)).isEqualTo(State.OK);
    }
  }

  @Test
  void what_is_held_back_is_taken_over_after_a_day() throws Exception {
    try (Widgets widgets = open()) {
      site.page = page(3);
      fetchAgain(widgets);
      await(() -> state(widgets) == State.HELD);
      clock.advance(Duration.ofHours(20));
      fetchAgain(widgets);
      assertThat(shown(widgets)).isEqualTo(8);
      clock.advance(Duration.ofHours(4));
      await(() -> shown(widgets) == 3);
    }
  }

  @Test
  void a_page_without_its_sentinel_is_not_taken_over() throws Exception {
    TestNetwork.in(folder).with("widgets/help.yaml", list("must-contain: [\"Place 1\"]"));
    try (Widgets widgets = open()) {
      site.page = page(8).replace("Place", "Domain for sale");
      fetchAgain(widgets);
      await(() -> state(widgets) == State.BROKEN);
      assertThat(widgets.sources().get(0).reason()).contains("Place 1");
      site.page = page(9);
      clock.advance(Duration.ofHours(2));
      await(() -> shown(widgets) == 9);
      assertThat(state(widgets)).isEqualTo(State.OK);
    }
  }

  @Test
  void a_sheet_whose_entries_have_all_expired_by_one_edit_never_replaces_one_that_has_some()
      throws Exception {
    String sheet =
        "Title,URL,Expires\nOne,https://a.example/1,2027-01-31\nTwo,https://a.example/2,2027-02-28\n";
    TestNetwork network =
        TestNetwork.in(folder)
            .with("sheets/help.csv", sheet)
            .with(
                "widgets/help.yaml",
                "type: resources\ntitle: Help\nsources: [{csv: sheets/help.csv}]\n");
    try (Widgets widgets = open()) {
      assertThat(shown(widgets)).isEqualTo(2);
      network.with("sheets/help.csv", sheet.replace("2027-", "2026-"));
      await(() -> state(widgets) == State.HELD);
      assertThat(shown(widgets)).isEqualTo(2);
      clock.advance(Duration.ofDays(120));
      await(() -> shown(widgets) == 0);
    }
  }

  @Test
  void a_server_that_asks_to_be_left_alone_is_left_alone() throws Exception {
    try (Widgets widgets = open()) {
      site.status = 503;
      site.retryAfter = "7200";
      fetchAgain(widgets);
      await(() -> state(widgets) == State.BROKEN);
      int asked = site.asked.get();
      clock.advance(Duration.ofMinutes(119));
      Thread.sleep(1000);
      assertThat(site.asked).hasValue(asked);
      site.status = 200;
      clock.advance(Duration.ofMinutes(14));
      await(() -> state(widgets) == State.OK);
    }
  }

  @Test
  void a_fresh_process_with_a_dead_source_shows_the_last_good_copy() throws Exception {
    try (Widgets widgets = open()) {
      assertThat(shown(widgets)).isEqualTo(8);
    }
    site.status = 503;
    try (Widgets widgets = open()) {
      assertThat(shown(widgets)).isEqualTo(8);
      await(() -> state(widgets) == State.BROKEN);
      assertThat(shown(widgets)).isEqualTo(8);
    }
  }

  @Test
  void a_memory_that_cannot_be_reached_keeps_nobody_from_the_list() throws Exception {
    memory.broken = true;
    try (Widgets widgets = open()) {
      assertThat(shown(widgets)).isEqualTo(8);
    }
  }

  @Test
  void a_failing_source_is_asked_less_and_less_often() throws Exception {
    site.status = 500;
    try (Widgets widgets = open()) {
      int asked = site.asked.get();
      clock.advance(Duration.ofSeconds(61));
      await(() -> site.asked.get() == asked + 1);
      clock.advance(Duration.ofSeconds(61));
      Thread.sleep(900);
      assertThat(site.asked.get()).isEqualTo(asked + 1);
      clock.advance(Duration.ofSeconds(120));
      await(() -> site.asked.get() == asked + 2);
    }
  }

  @Test
  void a_file_that_was_emptied_leaves_what_stood_in_it() throws Exception {
    TestNetwork network =
        TestNetwork.in(folder)
            .with("pages/a.html", page(5))
            .with(
                "widgets/help.yaml",
                "type: resources\ntitle: Help\nsources:\n  - page: pages/a.html\n");
    try (Widgets widgets = open()) {
      network.with("pages/a.html", "");
      await(() -> !widgets.status().problems().isEmpty());
      assertThat(widgets.status().problems())
          .extracting(Problem::key)
          .containsExactly("source.emptied");
      assertThat(shown(widgets)).isEqualTo(5);
      network.with("pages/a.html", page(1));
      await(() -> shown(widgets) == 1);
    }
  }

  private static String sheet(int rows) {
    StringBuilder sheet = new StringBuilder("Title,URL\n");
    for (int i = 1; i <= rows; i++) {
      sheet.append("Place ").append(i).append(",https://a.example/s").append(i).append('\n');
    }
    return sheet.toString();
  }

  private static void scribble(Path file) throws IOException {
    byte[] bytes = new byte[4000];
    new Random(7).nextBytes(bytes);
    Files.write(file, bytes);
  }

  private TestNetwork filed() throws IOException {
    return TestNetwork.in(folder)
        .with("pages/a.html", page(5))
        .with("sheets/a.csv", sheet(6))
        .with(
            "widgets/help.yaml",
            """
            type: resources
            title: Help
            sources:
              - page: pages/a.html
              - csv: sheets/a.csv
            """);
  }

  @Test
  void what_stood_in_files_outlives_a_restart() throws Exception {
    TestNetwork network = filed();
    try (Widgets widgets = open()) {
      assertThat(shown(widgets)).isEqualTo(11);
      network.with("pages/a.html", "");
      scribble(folder.resolve("sheets/a.csv"));
      await(() -> widgets.status().problems().size() == 2);
      assertThat(shown(widgets)).isEqualTo(11);
    }
    try (Widgets widgets = open()) {
      assertThat(shown(widgets)).isEqualTo(11);
      assertThat(widgets.sources())
          .extracting(status -> status.uri() + " " + status.state())
          .containsExactly("pages/a.html HELD", "sheets/a.csv BROKEN");
      network.with("pages/a.html", page(1)).with("sheets/a.csv", sheet(2));
      await(() -> shown(widgets) == 3);
      assertThat(widgets.sources()).allMatch(status -> status.state() == State.OK);
    }
  }

  @Test
  void a_file_that_is_gone_leaves_what_stood_in_it_after_a_restart_too() throws Exception {
    filed();
    try (Widgets widgets = open()) {
      assertThat(shown(widgets)).isEqualTo(11);
    }
    Files.delete(folder.resolve("sheets/a.csv"));
    try (Widgets widgets = open()) {
      assertThat(shown(widgets)).isEqualTo(11);
      assertThat(widgets.status().problems())
          .extracting(Problem::key)
          .containsExactly("source.last-good");
      assertThat(widgets.sources().get(1).reason()).contains("'sheets/a.csv' cannot be read");
    }
  }

  @Test
  void a_file_that_was_emptied_is_empty_once_an_editor_accepts_it() throws Exception {
    TestNetwork network = filed();
    try (Widgets widgets = open()) {
      network.with("pages/a.html", "");
      await(() -> state(widgets) == State.HELD);
      memory.accepted = clock.instant().plusSeconds(1);
      clock.advance(Duration.ofSeconds(6));
      await(() -> shown(widgets) == 6);
      assertThat(state(widgets)).isEqualTo(State.OK);
    }
  }

  /** A memory for a test. */
  private static final class Memory implements SourceMemory {
    final Map<URI, Kept> kept = new ConcurrentHashMap<>();
    volatile Instant accepted = Instant.MIN;
    volatile boolean broken;

    @Override
    public Optional<Kept> source(URI uri) {
      if (broken) {
        throw new IllegalStateException("not now");
      }
      return Optional.ofNullable(kept.get(uri));
    }

    @Override
    public void keep(Kept source) {
      if (broken) {
        throw new IllegalStateException("not now");
      }
      kept.put(source.status().uri(), source);
    }

    @Override
    public boolean accepted(URI uri, Instant since) {
      return accepted.isAfter(since);
    }

    @Override
    public Map<URI, LinkHealth> health(Collection<URI> links) {
      return Map.of();
    }

    @Override
    public void keep(Map<URI, LinkHealth> links) {}
  }
}
