package org.handbill.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.handbill.widget.render.Representation;
import org.handbill.widget.source.SourceStatus.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API that answers in pages is read to the last of them, or not at all. */
class PagedSourceTest {

  private static final String OTHER = "{\"total_pages\": 4, \"page_number\": 1, \"contents\": []}";

  @TempDir Path folder;

  private final SetClock clock = new SetClock();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile List<String> pages = List.of("One", "Two", "Three", "Four");
  private volatile int failing;
  private volatile int status = 500;
  private volatile boolean counted = true;
  private HttpServer server;

  @BeforeEach
  void begin() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    source("/services?per_page=1");
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private void source(String address) {
    TestNetwork.in(folder)
        .with(
            "widgets/help.yaml",
            """
            type: resources
            title: Find help
            sources:
              - hsds: http://127.0.0.1:%d%s
                every: 1h
                allow-private: true
            """
                .formatted(server.getAddress().getPort(), address));
  }

  /** Each page has an ETag of its own, so that an unchanged one is not sent again. */
  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    asked.add(query);
    int number = query.matches(".*page=\\d+$") && query.contains("&") ? digit(query) : 1;
    String text = number == failing && status == 200 ? OTHER : page(number);
    String tag = "\"" + text.hashCode() + "\"";
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("ETag", tag);
    boolean known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = exchange.getResponseBody()) {
      if (number == failing && status != 200) {
        exchange.sendResponseHeaders(status, -1);
      } else if (known) {
        exchange.sendResponseHeaders(304, -1);
      } else {
        exchange.sendResponseHeaders(200, body.length);
        out.write(body);
      }
    }
  }

  private static int digit(String query) {
    return Integer.parseInt(query.substring(query.lastIndexOf('=') + 1));
  }

  private String page(int number) {
    if (!counted) {
      return """
          {"page_number": %1$d, "last_page": %2$b,
           "contents": [{"name": "%3$s", "url": "https://a.example/%3$s", "status": "active"}]}
          """
          .formatted(number, number == pages.size(), pages.get(number - 1));
    }
    return """
        {"total_items": %1$d, "total_pages": %1$d, "page_number": %2$d, "size": 1,
         "contents": [{"name": "%3$s", "url": "https://a.example/%3$s", "status": "active"}]}
        """
        .formatted(pages.size(), number, pages.get(number - 1));
  }

  private Widgets open() throws InvalidNetworkException {
    return Widgets.of(folder).publicUrl(TestNetwork.PUBLIC_URL).clock(clock).watch().open();
  }

  private static String shown(Widgets widgets) {
    SnippetKey key =
        ((Resolution.Found) widgets.resolve("help", Representation.JSON, Map.of())).key();
    return Objects.requireNonNull(widgets.snippet(key)).text();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(10);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("still waiting").isBefore(end);
      Thread.sleep(20);
    }
  }

  private String reason(Widgets widgets) throws InterruptedException {
    clock.advance(Duration.ofMinutes(61));
    await(() -> widgets.sources().get(0).state() == State.BROKEN);
    return widgets.sources().get(0).reason();
  }

  @Test
  void every_page_is_read_once_and_in_order() throws Exception {
    try (Widgets widgets = open()) {
      assertThat(shown(widgets)).containsSubsequence("One", "Two", "Three", "Four");
      assertThat(asked)
          .containsExactly(
              "per_page=1", "per_page=1&page=2", "per_page=1&page=3", "per_page=1&page=4");
      assertThat(widgets.status().problems()).isEmpty();
    }
  }

  @Test
  void pages_that_nobody_counted_are_read_to_the_one_that_says_it_is_the_last() throws Exception {
    counted = false;
    try (Widgets widgets = open()) {
      assertThat(shown(widgets)).containsSubsequence("One", "Two", "Three", "Four");
      assertThat(asked).hasSize(4);
    }
  }

  @Test
  void pages_that_nobody_counted_end_somewhere() throws Exception {
    try (Widgets widgets = open()) {
      counted = false;
      asked.clear();
      pages = Collections.nCopies(51, "Another");
      assertThat(reason(widgets)).contains("more than 50 pages");
      assertThat(asked).hasSize(50);
      assertThat(shown(widgets)).contains("One", "Two", "Three", "Four");
    }
  }

  @Test
  void a_preview_shows_every_page() {
    String address =
        "http://127.0.0.1:%d/services?per_page=1".formatted(server.getAddress().getPort());
    Preview preview =
        Widgets.preview(
            new Preview.Request(address, Optional.empty(), Map.of(), true), TestNetwork.PUBLIC_URL);
    assertThat(preview.lines()).contains("    https://a.example/Four");
    assertThat(preview.problems()).isEmpty();
  }

  @Test
  void an_unchanged_first_page_does_not_hide_another_that_changed() throws Exception {
    try (Widgets widgets = open()) {
      pages = List.of("One", "Two", "Other", "Four");
      clock.advance(Duration.ofMinutes(61));
      await(() -> shown(widgets).contains("Other"));
      assertThat(shown(widgets)).doesNotContain("Three");
    }
  }

  @Test
  void an_answer_of_one_page_is_asked_for_only_if_it_changed() throws Exception {
    pages = List.of("One");
    try (Widgets widgets = open()) {
      clock.advance(Duration.ofMinutes(61));
      await(() -> asked.size() == 2);
      pages = List.of("One", "Two");
      await(
          () -> {
            clock.advance(Duration.ofMinutes(61)); // again, if the second answer was just weighed
            return shown(widgets).contains("Two");
          });
    }
  }

  @Test
  void a_page_that_fails_leaves_the_last_good_copy_of_all() throws Exception {
    try (Widgets widgets = open()) {
      pages = List.of("1", "2", "3", "4");
      failing = 3;
      assertThat(reason(widgets)).contains("Page 3 is missing").contains("status 500");
      assertThat(shown(widgets)).contains("One", "Two", "Three", "Four");
      failing = 0;
      clock.advance(Duration.ofMinutes(61));
      await(() -> shown(widgets).contains("https://a.example/3"));
    }
  }

  @Test
  void a_server_that_sends_the_first_page_in_place_of_another_is_not_believed() throws Exception {
    try (Widgets widgets = open()) {
      failing = 2;
      status = 200;
      assertThat(reason(widgets)).contains("in place of page 2").contains("per_page");
      assertThat(shown(widgets)).contains("One", "Two", "Three", "Four");
    }
  }

  @Test
  void more_pages_than_are_read_are_not_asked_for() throws Exception {
    try (Widgets widgets = open()) {
      asked.clear();
      pages = Collections.nCopies(51, "Another");
      assertThat(reason(widgets)).contains("more than 50 pages");
      assertThat(asked).containsExactly("per_page=1");
      assertThat(shown(widgets)).contains("One", "Two", "Three", "Four");
    }
  }

  @Test
  void pages_that_are_too_large_together_are_not_taken() throws Exception {
    try (Widgets widgets = open()) {
      asked.clear();
      pages = Collections.nCopies(4, "x".repeat(800_000));
      assertThat(reason(widgets)).contains("larger than 2048 KB");
      assertThat(asked).hasSizeLessThan(4);
    }
  }

  @Test
  void an_address_that_names_a_page_is_that_page_alone() throws Exception {
    source("/services?per_page=1&page=2");
    try (Widgets widgets = open()) {
      assertThat(shown(widgets)).contains("Two").doesNotContain("One", "Three");
      assertThat(asked).containsExactly("per_page=1&page=2");
    }
  }
}
