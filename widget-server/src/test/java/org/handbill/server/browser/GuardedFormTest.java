package org.handbill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.handbill.server.Exported;
import org.handbill.server.Networks;
import org.handbill.server.TestServer;
import org.handbill.server.store.ExportFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms in a real browser, with the abuse guard on duty. */
class GuardedFormTest {

  private static final String TYPO =
      "{\"status\":422,\"message\":\"Please look again.\",\"errors\":[{\"field\":\"email\","
          + "\"code\":\"typo\",\"message\":\"Did you mean:\",\"suggestion\":\"ana@gmail.com\"}]}";

  @TempDir static Path folder;
  private static TestServer server;
  private static HostSite host;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    Path network = Networks.minimal(folder.resolve("network"), "type: signup\ntitle: News\n");
    Files.writeString(
        network.resolve("handbill.yaml"),
        Files.readString(network.resolve("handbill.yaml")).replace("[en]", "[en, es, ar]"));
    server = TestServer.guarded(network, folder.resolve("data"), Clock.systemUTC());
    host = new HostSite();
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    host.close();
    server.close();
  }

  private static String document(String body) {
    return "<!doctype html><html lang=en><head><title>A member</title>"
        + "<link rel=icon href=data:,></head><body><main><h1>A member</h1>"
        + body
        + "</main></body></html>";
  }

  private static String quick() {
    return "<div data-handbill=\"news?lang=en\"><a href=\"%1$s/w/news\">News</a></div>"
            .formatted(server.url())
        + "<script async src=\"%s/w/news.js?lang=en\"></script>".formatted(server.url());
  }

  private static void fill(Chromium.Visit visit, String email) {
    visit.page.getByLabel("E-mail address").fill(email);
    visit.page.getByRole(AriaRole.CHECKBOX).check();
  }

  private static Locator button(Chromium.Visit visit, String name) {
    return visit.page.getByRole(
        AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName(name));
  }

  private static Locator thanks(Chromium.Visit visit) {
    return visit.page.getByText("Thank you.");
  }

  private static String signups() {
    return Exported.signups(folder.resolve("data"), ExportFormat.ndjson);
  }

  private static long asked(Chromium.Visit visit, String part) {
    return visit.requests.stream().filter(url -> url.contains(part)).count();
  }

  @Test
  void a_visitor_signs_up_and_notices_no_guard() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/quick", document(quick())));
      fill(visit, "quick@example.org");
      button(visit, "Sign up").click();
      assertThat(thanks(visit)).isVisible();
      assertThat(visit.page.url()).isEqualTo(host.url() + "/quick");
      assertThat(asked(visit, "/challenge")).isEqualTo(1);
      assertThat(asked(visit, "/assets/form-")).isEqualTo(1);
      assertThat(visit.console).isEmpty();
      assertThat(visit.traces()).isEmpty();
    }
    assertThat(signups()).contains("quick@example.org");
  }

  @Test
  void nothing_is_fetched_before_somebody_begins_to_type() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/idle", document(quick())));
      assertThat(visit.page.getByLabel("E-mail address")).isVisible();
      visit.page.getByText("A member").click();
      visit.page.waitForLoadState();
      assertThat(asked(visit, "/challenge") + asked(visit, "/assets/")).isZero();
      visit.page.waitForRequest(
          "**/challenge?*", () -> visit.page.getByLabel("E-mail address").focus());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "host"})
  void the_strictest_policy_is_kept(String kind) {
    String policy =
        "default-src 'none'; script-src "
            + (kind.equals("nonce") ? "'nonce-abc'" : server.url())
            + "; connect-src "
            + server.url()
            + "; style-src 'none'; img-src data:; base-uri 'none'; form-action 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";
    String body = quick().replace("<script ", "<script nonce=abc ");
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(
          host.page("/strict-" + kind, document(body), "Content-Security-Policy", policy));
      fill(visit, kind + "@example.org");
      button(visit, "Sign up").click();
      assertThat(thanks(visit)).isVisible();
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void the_pinned_loader_brings_its_proof_of_work_along() {
    var embed = server.server().widgets().assets().embed();
    String body =
        """
        <script async src="%s/embed/%s.js" integrity="%s" crossorigin="anonymous"></script>
        <handbill-widget widget="news"><a href="#">Link</a></handbill-widget>
        """
            .formatted(server.url(), embed.hash(), embed.integrity());
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/pinned", document(body)));
      fill(visit, "pinned@example.org");
      button(visit, "Sign up").click();
      assertThat(thanks(visit)).isVisible();
      assertThat(asked(visit, "/assets/")).isZero();
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void our_own_page_and_a_sandboxed_frame_of_it_do_the_same() {
    String frame =
        "<iframe title=News width=600 height=600 sandbox=allow-scripts src=\"%s/w/news\"></iframe>"
            .formatted(server.url());
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(server.url() + "/w/news");
      fill(visit, "page@example.org");
      button(visit, "Sign up").click();
      assertThat(thanks(visit)).isVisible();
      assertThat(visit.console).isEmpty();
      visit.page.navigate(host.page("/frame", document(frame)));
      var inside = visit.page.frameLocator("iframe");
      inside.getByLabel("E-mail address").fill("framed@example.org");
      inside.getByRole(AriaRole.CHECKBOX).check();
      inside.locator("button[type=submit]").click();
      assertThat(inside.getByText("Thank you.")).isVisible();
    }
    assertThat(signups()).contains("page@example.org", "framed@example.org");
  }

  @Test
  void without_javascript_one_more_button_is_pressed() {
    var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (Chromium.Visit visit = chromium.visit(options)) {
      visit.page.navigate(server.url() + "/w/news?lang=es");
      visit.page.getByLabel("Correo electrónico").fill("noscript@example.org");
      visit.page.getByRole(AriaRole.CHECKBOX).check();
      button(visit, "Inscribirme").click();
      assertThat(visit.page.getByText("Un paso más")).isVisible();
      visit.page.waitForTimeout(2_100);
      button(visit, "Completar la inscripción").click();
      assertThat(visit.page.getByText("Gracias.")).isVisible();
    }
    assertThat(signups()).contains("noscript@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"**/assets/form-*.js", "**/challenge?*"})
  void where_the_proof_cannot_be_had_the_page_with_the_button_takes_over(String blocked) {
    String email = (blocked.contains("form") ? "noform" : "nochallenge") + "@example.org";
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.route(blocked, Route::abort);
      visit.page.navigate(host.page("/blocked", document(quick())));
      fill(visit, email);
      button(visit, "Sign up").click();
      assertThat(visit.page.getByText("One more step")).isVisible();
      assertThat(visit.page.url()).startsWith(server.url() + "/w/news");
      visit.page.waitForTimeout(2_100);
      button(visit, "Finish signing up").click();
      assertThat(thanks(visit)).isVisible();
    }
    assertThat(signups()).contains(email);
  }

  @Test
  void where_a_sandbox_forbids_even_that_the_words_say_what_to_do() {
    String frame =
        "<iframe title=News width=600 height=600 sandbox=allow-scripts src=\"%s/w/news\"></iframe>"
            .formatted(server.url());
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.route("**/challenge?*", Route::abort);
      visit.page.navigate(host.page("/forbidden", document(frame)));
      var inside = visit.page.frameLocator("iframe");
      inside.getByLabel("E-mail address").fill("forbidden@example.org");
      inside.getByRole(AriaRole.CHECKBOX).check();
      inside.locator("button[type=submit]").click();
      assertThat(inside.getByText("use this page")).isVisible();
      assertThat(inside.getByLabel("E-mail address")).hasValue("forbidden@example.org");
    }
  }

  @Test
  void a_proof_that_is_no_longer_good_is_made_anew_unseen() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/stale", document(quick())));
      String[] used = {"{\"status\":422,\"challenge\":\"x\",\"errors\":[]}"};
      visit.page.route(
          "**/w/news?*",
          route -> {
            if (route.request().method().equals("POST") && !used[0].isEmpty()) {
              route.fulfill(
                  new Route.FulfillOptions()
                      .setStatus(422)
                      .setHeaders(java.util.Map.of("Access-Control-Allow-Origin", "*"))
                      .setBody(used[0]));
              used[0] = "";
            } else {
              route.resume();
            }
          });
      fill(visit, "stale@example.org");
      button(visit, "Sign up").click();
      assertThat(thanks(visit)).isVisible();
      assertThat(asked(visit, "/challenge")).isEqualTo(2);
    }
    assertThat(signups()).contains("stale@example.org");
  }

  @Test
  void a_server_that_dies_in_between_loses_nothing_that_was_typed() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/gone", document(quick())));
      visit.page.getByLabel("E-mail address").fill("kept@example.org");
      visit.page.route(server.url() + "/**", Route::abort);
      visit.page.getByRole(AriaRole.CHECKBOX).check();
      button(visit, "Sign up").click();
      assertThat(visit.page.getByText("We could not reach the server")).isVisible();
      assertThat(visit.page.url()).isEqualTo(host.url() + "/gone");
      visit.page.unroute(server.url() + "/**");
      button(visit, "Sign up").click();
      assertThat(thanks(visit)).isVisible();
    }
    assertThat(signups()).contains("kept@example.org");
  }

  /** A server that takes an address for a typo, once. */
  private static void suggest(Chromium.Visit visit, StringBuilder sent) {
    visit.page.route(
        "**/w/news?*",
        route -> {
          if (route.request().method().equals("POST")) {
            sent.append(route.request().postData()).append('\n');
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(422)
                    .setHeaders(java.util.Map.of("Access-Control-Allow-Origin", "*"))
                    .setBody(TYPO));
          } else {
            route.resume();
          }
        });
  }

  @Test
  void a_suggestion_is_taken_with_one_press() {
    StringBuilder sent = new StringBuilder();
    try (Chromium.Visit visit = chromium.visit()) {
      suggest(visit, sent);
      visit.page.navigate(host.page("/typo", document(quick())));
      fill(visit, "ana@gmial.com");
      button(visit, "Sign up").click();
      assertThat(visit.page.locator("#e-email")).containsText("Did you mean:");
      assertThat(Accessibility.faults(visit.page)).isEmpty();
      button(visit, "ana@gmail.com").click();
      assertThat(visit.page.getByLabel("E-mail address")).hasValue("ana@gmail.com");
      assertThat(visit.page.getByLabel("E-mail address")).isFocused();
      assertThat(visit.page.locator("#e-email")).hasCount(0);
    }
  }

  @Test
  void a_suggestion_that_is_passed_over_is_told_with_the_next_try() {
    StringBuilder sent = new StringBuilder();
    try (Chromium.Visit visit = chromium.visit()) {
      suggest(visit, sent);
      visit.page.navigate(host.page("/typed", document(quick())));
      fill(visit, "ana@gmial.com");
      button(visit, "Sign up").click();
      assertThat(visit.page.locator("#e-email")).containsText("Did you mean:");
      button(visit, "Sign up").click();
      visit.page.waitForCondition(() -> sent.chars().filter(c -> c == '\n').count() == 2);
    }
    assertThat(sent.toString().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("&as-typed=&"),
            second ->
                assertThat(second).contains("email=ana%40gmial.com", "as-typed=ana%40gmial.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "ar"})
  void the_page_with_the_button_is_accessible_in_light_and_dark_narrow_and_wide(String language) {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.route("**/assets/page-*.js", Route::abort);
      visit.page.setViewportSize(320, 900);
      visit.page.navigate(server.url() + "/w/news?lang=" + language);
      visit.page.locator("#i-email").fill("look@example.org");
      visit.page.getByRole(AriaRole.CHECKBOX).check();
      visit.page.locator("button[type=submit]").click();
      assertThat(visit.page.locator("#step-t")).isVisible();
      Accessibility.inEveryLook(
          visit.page,
          look -> {
            assertThat(Accessibility.faults(visit.page)).as("%s %s", language, look).isEmpty();
            assertThat(visit.page.locator("form button")).isFocused();
          });
    }
  }
}
