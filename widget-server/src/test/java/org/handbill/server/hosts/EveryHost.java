package org.handbill.server.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.handbill.server.Exported;
import org.handbill.server.TestServer;
import org.handbill.server.browser.Accessibility;
import org.handbill.server.browser.Chromium;
import org.handbill.server.browser.WebBrowser;
import org.handbill.server.store.ExportFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every host has to show, whatever it is made with: a real site of its kind, the sample
 * network's three widgets on it, the abuse guard on duty, and a visitor with a browser.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EveryHost {

  private static final Path NETWORK = Path.of("../examples/network");
  private static final int NARROW = 320;
  private static final int WIDE = 1280;

  /** How far a page moved that nobody had touched, as Layout Instability adds it up. */
  private static final String SHIFT =
      """
      () => new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) =>
          list.getEntries().forEach((entry) => (sum += entry.hadRecentInput ? 0 : entry.value)),
        ).observe({type: "layout-shift", buffered: true});
        requestAnimationFrame(() => setTimeout(() => done(sum), 100));
      })
      """;

  private static final String SIGNUP = "stay-informed";

  /** The sample network's widgets, each with a label in it. */
  private static final Map<String, String> LABELS =
      new TreeMap<>(
          Map.of(
              SIGNUP,
              "E-mail address",
              "give",
              "Give 35 US dollars once",
              "know-your-rights",
              "Search this list"));

  private static final String TO_THE_MIDDLE =
      "(place) => place.scrollIntoView({behavior: 'instant', block: 'center'})";

  private static final String TO_ITS_END =
      "(place) => scrollTo({top: scrollY + place.getBoundingClientRect().bottom - 450,"
          + " behavior: 'instant'})";

  private static final String SIDEWAYS =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static final String PAINTED =
      "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

  @TempDir static Path folder;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  TestServer server;
  WebBrowser browser;
  String address;

  /** The browser that visitors come with. */
  WebBrowser launch() {
    return new Chromium();
  }

  /** Puts the site up, and returns the address of its page with the widgets. */
  abstract String serve();

  /** Serves the files of a site as they are, but for the widget server's address. */
  String served(String name) {
    Path site = Site.copied(name, folder.resolve(name), server.url());
    return kept(new FolderServer(site)).url() + "/";
  }

  /** Keeps something that is to be closed when the host's tests are over. */
  <T extends AutoCloseable> T kept(T resource) {
    open.push(resource);
    return resource;
  }

  @BeforeAll
  void start() {
    server = kept(TestServer.guarded(NETWORK, folder.resolve("data"), Clock.systemUTC()));
    browser = kept(launch());
    address = serve();
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable resource : open) {
      resource.close();
    }
  }

  /** The places of widgets on the page. */
  Locator places(Page page) {
    return page.locator("[data-handbill], handbill-widget");
  }

  private static Locator place(Page page, String id) {
    return page.locator(
        "[data-handbill^='%1$s'], [widget='%1$s'], iframe[src*='/w/%1$s']".formatted(id));
  }

  /** What has a label in a widget. */
  Locator labelled(Page page, String id, String label) {
    return page.getByLabel(label);
  }

  /** Turns to each widget, as a reader comes by it, and finds it working. */
  void read(Page page) {
    LABELS.forEach(
        (id, label) -> {
          place(page, id).evaluate(TO_THE_MIDDLE);
          assertThat(labelled(page, id, label)).isVisible();
        });
  }

  /** Signs up, and reads the thanks. */
  void signUp(Page page, String email) {
    labelled(page, SIGNUP, "E-mail address").fill(email);
    labelled(page, SIGNUP, "Yes, Open Doors Network may").check();
    labelled(page, SIGNUP, "E-mail address").press("Enter");
    assertThat(thanks(page)).isVisible();
  }

  /** What is read after a sign-up. */
  Locator thanks(Page page) {
    return page.getByText("good to have you with us");
  }

  /** All sign-ups that the server keeps. */
  String signups() {
    return Exported.signups(folder.resolve("data"), ExportFormat.ndjson);
  }

  /** How much the page may move while the widgets come. */
  double shiftAllowed() {
    return 0;
  }

  /** Whether something asked for belongs to the site itself or comes from the widget server. */
  private boolean expected(String url) {
    return url.startsWith(server.url())
        || url.startsWith(URI.create(address).resolve("/").toString())
        || url.startsWith("data:");
  }

  @Test
  void every_widget_shows_and_nothing_else_happens() {
    try (Chromium.Visit visit = browser.visit()) {
      visit.page.navigate(address);
      read(visit.page);
      visit.page.waitForLoadState();
      assertThat(visit.console).isEmpty();
      assertThat(visit.traces()).isEmpty();
      assertThat(visit.requests).allMatch(this::expected);
    }
  }

  @Test
  void a_signup_from_here_arrives() {
    try (Chromium.Visit visit = browser.visit()) {
      visit.page.navigate(address);
      read(visit.page);
      signUp(visit.page, "visitor@example.org");
      assertThat(visit.console).isEmpty();
      assertThat(visit.traces()).isEmpty();
    }
    assertThat(signups()).contains("\"email\":\"visitor@example.org\"");
  }

  /** Each comes when the end of its place is in view, and what stands below that. */
  @ParameterizedTest
  @ValueSource(ints = {320, 390, 1280})
  void nothing_moves_when_the_widgets_come_late(int width) {
    Map<String, Deque<Route>> held = new HashMap<>();
    LABELS.keySet().forEach(id -> held.put(id, new ArrayDeque<>()));
    try (Chromium.Visit visit = browser.visit()) {
      visit.page.route(
          url -> url.startsWith(server.url()),
          route ->
              held.entrySet().stream()
                  .filter(each -> route.request().url().contains("/w/" + each.getKey()))
                  .findFirst()
                  .ifPresentOrElse(each -> each.getValue().add(route), route::resume));
      visit.page.setViewportSize(width, 900);
      visit.page.navigate(
          address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
      for (Map.Entry<String, String> each : LABELS.entrySet()) {
        if (place(visit.page, each.getKey()).count() > 0) {
          place(visit.page, each.getKey()).evaluate(TO_ITS_END);
          visit.page.evaluate(PAINTED);
          held.remove(each.getKey()).forEach(Route::resume);
          assertThat(labelled(visit.page, each.getKey(), each.getValue())).isVisible();
        }
      }
      visit.page.evaluate(PAINTED);
      assertThat(((Number) visit.page.evaluate(SHIFT)).doubleValue())
          .isLessThanOrEqualTo(shiftAllowed());
    }
  }

  @Test
  void it_is_accessible_and_fits_on_a_light_desk() {
    accessible(ColorScheme.LIGHT, WIDE);
  }

  @Test
  void it_is_accessible_and_fits_on_a_dark_phone() {
    accessible(ColorScheme.DARK, NARROW);
  }

  private void accessible(ColorScheme scheme, int width) {
    try (Chromium.Visit visit =
        browser.visit(new Browser.NewContextOptions().setColorScheme(scheme))) {
      visit.page.setViewportSize(width, 900);
      visit.page.navigate(address);
      read(visit.page);
      assertThat(Accessibility.faults(visit.page)).isEmpty();
      assertThat(visit.page.evaluate(SIDEWAYS)).as("pixels to scroll sideways").isEqualTo(0);
    }
  }
}
