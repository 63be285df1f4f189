package org.handbill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbill.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One snippet of the builder, on pages as narrow as small phones and as wide as desks. */
class ReservedRoomTest {

  private static final int[] PAGES = {320, 360, 384, 402, 428, 440, 768, 1280};

  /** Enough of them for the forms of a snippet that keep their room in the same way. */
  private static final int[] SOME = {320, 402, 1280};

  private static final Pattern MEASURED = Pattern.compile("height=\\d+(-\\d+){7}");

  private static final String SHIFT =
      """
      window.shift = 0;
      new PerformanceObserver(list => list.getEntries().forEach(entry => shift += entry.value))
          .observe({type: "layout-shift", buffered: true});""";

  /** What stands below is in view, so that it would be seen to move. */
  private static final String TO_ITS_END =
      "place => scrollTo({top: place.getBoundingClientRect().bottom + scrollY - 300,"
          + " behavior: 'instant'})";

  /** Whether the widget is there, or the frame has been told how high it is. */
  private static final String SHOWN =
      "!!(document.querySelector('[data-handbill], handbill-widget')?.shadowRoot"
          + " || document.querySelector('iframe')?.style.height)";

  private static final String PAINTED =
      "() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))";

  private static final Map<String, String> SNIPPETS = new ConcurrentHashMap<>();

  @TempDir static Path data;
  private static TestServer server;
  private static HostSite host;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    server = TestServer.sample(data);
    host = new HostSite();
    chromium = new Chromium();
    host.style("/column.css", "body{font:16px/1.5 sans-serif;margin:16px}main{max-width:640px}");
  }

  @AfterAll
  static void stop() {
    chromium.close();
    host.close();
    server.close();
  }

  @ParameterizedTest
  @MethodSource("widgets")
  void nothing_moves_on_a_page_of_any_width_when_the_quick_snippet_s_widget_comes_late(
      String widget) {
    for (int width : PAGES) {
      assertThat(shift(width, snippet(widget, "#snippet"))).as("%s", width).isZero();
    }
  }

  /** Its policy allows no inline style, so nothing but the elements themselves keeps the room. */
  @ParameterizedTest
  @MethodSource("widgets")
  void nothing_moves_under_a_strict_policy_when_the_pinned_snippet_s_widget_comes_late(
      String widget) {
    String policy =
        "default-src 'none'; style-src 'self'; img-src data:; script-src %1$s; connect-src %1$s"
            .formatted(server.url());
    for (int width : SOME) {
      double shift =
          shift(width, snippet(widget, "#form-pinned"), "Content-Security-Policy", policy);
      assertThat(shift).as("%s", width).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("widgets")
  void nothing_moves_when_the_widget_in_a_frame_comes_late(String widget) {
    for (int width : SOME) {
      assertThat(shift(width, snippet(widget, "#form-frame"))).as("%s", width).isZero();
    }
  }

  private static Stream<String> widgets() {
    return Stream.of(
        "stay-informed&member=riverbend-families",
        "stay-informed&lang=es",
        "give&member=lakeside-alliance",
        "give&lang=es",
        "know-your-rights&lang=en",
        "know-your-rights&lang=es");
  }

  /** What the builder hands out for a widget, with the heights that it measured. */
  private static String snippet(String widget, String place) {
    return SNIPPETS.computeIfAbsent(
        widget + place,
        key -> {
          try (Chromium.Visit visit = chromium.visit()) {
            visit.page.navigate(server.url() + "/?widget=" + widget);
            assertThat(visit.page).hasURL(MEASURED);
            return visit.page.locator(place + " code").first().textContent();
          }
        });
  }

  /** How much a page of that width moves when the widget on it comes late. */
  private static double shift(int width, String snippet, String... headers) {
    String html =
        """
        <!doctype html><html lang=en><head><title>A member</title><link rel=icon href=data:,>
        <meta name=viewport content="width=device-width"><link rel=stylesheet href=/column.css>
        </head><body><h1>A member</h1><main>%s</main><h2>What stands below</h2>%s</body></html>"""
            .formatted(snippet, "<p>None of this must move.</p>".repeat(20));
    Deque<Route> held = new ConcurrentLinkedDeque<>();
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.setViewportSize(width, 700);
      visit.page.route(server.url() + "/w/**", held::add);
      visit.page.navigate(
          host.page("/room", html, headers),
          new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
      visit.page.evaluate(SHIFT);
      visit.page.locator("[data-handbill], handbill-widget, iframe").evaluate(TO_ITS_END);
      visit.page.evaluate(PAINTED);
      visit.page.waitForCondition(() -> !held.isEmpty());
      held.remove().resume();
      visit.page.waitForCondition(() -> visit.page.evaluate(SHOWN).equals(true));
      visit.page.evaluate(PAINTED);
      return ((Number) visit.page.evaluate("shift")).doubleValue();
    }
  }
}
