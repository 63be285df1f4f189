package org.handbill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/** Widgets on a member's page, in a real browser. */
class EmbedTest {

  private static final Path PLAIN = Path.of("../examples/sites/plain");
  private static final String QUERY = "?lang=en&amp;member=lakeside-alliance";

  @TempDir static Path data;
  private static TestServer server;
  private static HostSite host;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    server = TestServer.sample(data);
    host = new HostSite();
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    host.close();
    server.close();
  }

  private static String plainSite() throws IOException {
    host.style("/style.css", Files.readString(PLAIN.resolve("style.css")));
    String html = Files.readString(PLAIN.resolve("index.html"));
    return host.page("/plain", html.replace("http://localhost:8080", server.url()));
  }

  private static String quick(String id) {
    return "<div data-handbill=\"%1$s%2$s\"><a href=\"%3$s/w/%1$s%2$s\">The link</a></div>"
            .formatted(id, QUERY, server.url())
        + "<script async src=\"%s/w/%s.js%s\" referrerpolicy=\"no-referrer\"></script>"
            .formatted(server.url(), id, QUERY);
  }

  private static String document(String body) {
    return "<!doctype html><html lang=en><head><title>A member</title>"
        + "<link rel=icon href=data:,></head><body><main><h1>A member</h1>"
        + body
        + "</main></body></html>";
  }

  @Test
  void a_members_site_shows_all_three_and_nothing_else_happens() throws IOException {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(plainSite());
      assertThat(visit.page.getByLabel("E-mail address")).isVisible();
      assertThat(visit.page.getByLabel("Give 35 US dollars once")).isVisible();
      assertThat(visit.page.getByText("Campaign toolkits", exactly())).isVisible();
      visit.page.waitForLoadState();
      assertThat(visit.console).isEmpty();
      assertThat(visit.traces()).isEmpty();
      assertThat(visit.requests)
          .allMatch(url -> url.startsWith(host.url()) || url.startsWith(server.url()))
          .filteredOn(url -> url.startsWith(server.url()))
          .hasSize(3)
          .allMatch(url -> url.contains(".js?lang=en&member=lakeside-alliance"));
    }
  }

  private static com.microsoft.playwright.Page.GetByTextOptions exactly() {
    return new com.microsoft.playwright.Page.GetByTextOptions().setExact(true);
  }

  @Test
  void a_signup_made_by_keyboard_alone_is_in_the_export() throws Exception {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/keyboard", document(quick("stay-informed"))));
      assertThat(visit.page.getByLabel("E-mail address")).isVisible();
      visit.page.keyboard().press("Tab");
      visit.page.keyboard().type("keys@example.org");
      visit.page.keyboard().press("Tab");
      visit.page.keyboard().type("Kei");
      visit.page.keyboard().press("Tab");
      visit.page.keyboard().press("Tab");
      visit.page.keyboard().press("Space");
      visit.page.keyboard().press("Tab");
      visit.page.keyboard().press("Enter");
      Locator received = visit.page.locator("[role=status]");
      assertThat(received).isVisible();
      assertThat(received).isFocused();
      assertThat(visit.page.locator("form")).isHidden();
      assertThat(visit.page.url()).isEqualTo(host.url() + "/keyboard");
      assertThat(visit.console).isEmpty();
    }
    assertThat(export()).contains("\"email\":\"keys@example.org\"", "\"given-name\":\"Kei\"");
  }

  @Test
  void enter_in_a_field_sends_the_form_and_errors_stand_beside_their_fields() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/errors", document(quick("stay-informed"))));
      Locator email = visit.page.getByLabel("E-mail address");
      email.fill("not an address");
      email.press("Enter");
      assertThat(email).hasAttribute("aria-invalid", "true");
      assertThat(email).isFocused();
      assertThat(visit.page.locator("#e-email")).containsText("with an @ and a domain");
      assertThat(visit.page.locator("#e-consent")).containsText("Please tick the box");
      assertThat(email).hasValue("not an address");
      assertThat(Accessibility.faults(visit.page)).isEmpty();
      email.fill("fixed@example.org");
      visit.page.getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).check();
      visit.page.getByText("Sign up", exactly()).click();
      assertThat(visit.page.getByText("good to have you with us")).isVisible();
    }
  }

  @Test
  void without_javascript_the_link_leads_to_a_page_that_does_it_all() throws Exception {
    var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (Chromium.Visit visit = chromium.visit(options)) {
      visit.page.navigate(plainSite());
      visit.page.getByText("Stay informed", exactly()).click();
      assertThat(visit.page.getByText("You came here from Lakeside")).isVisible();
      visit.page.getByLabel("E-mail address").fill("nobody");
      visit.page.getByLabel("First name").fill("Noor");
      visit.page.getByText("Sign up", exactly()).click();
      assertThat(visit.page.locator("#e-email")).containsText("with an @ and a domain");
      assertThat(visit.page.getByLabel("First name")).hasValue("Noor");
      assertThat(visit.page.getByLabel("E-mail address")).isFocused();
      visit.page.getByLabel("E-mail address").fill("noor@example.org");
      visit.page.getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).check();
      visit.page.getByText("Sign up", exactly()).click();
      assertThat(visit.page.getByText("good to have you with us")).isVisible();
      assertThat(visit.page.url()).contains("/w/stay-informed/received");
      assertThat(visit.console).allMatch(line -> line.contains("status of 422"));
    }
    assertThat(export()).contains("\"email\":\"noor@example.org\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "host"})
  void the_strictest_policy_is_kept(String kind) {
    String allowed = kind.equals("nonce") ? "'nonce-abc'" : server.url();
    String policy =
        "default-src 'none'; script-src "
            + allowed
            + "; connect-src "
            + server.url()
            + "; style-src 'none'; img-src data:; base-uri 'none'; form-action 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";
    String body =
        (quick("stay-informed") + quick("give") + quick("know-your-rights"))
            .replace("<script ", "<script nonce=abc ");
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(
          host.page("/strict-" + kind, document(body), "Content-Security-Policy", policy));
      assertThat(visit.page.getByLabel("E-mail address")).isVisible();
      assertThat(visit.page.getByLabel("Give 35 US dollars once")).isVisible();
      assertThat(visit.page.getByText("Campaign toolkits", exactly())).isVisible();
      visit.page.getByLabel("E-mail address").fill("strict@example.org");
      visit.page.getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).check();
      visit.page.getByText("Sign up", exactly()).click();
      assertThat(visit.page.getByText("good to have you with us")).isVisible();
      assertThat(
              visit.page.evaluate(
                  "getComputedStyle(document.querySelector('[data-handbill]')"
                      + ".shadowRoot.querySelector('button')).backgroundColor"))
          .isEqualTo("rgb(164, 38, 44)");
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void the_pinned_loader_is_checked_and_fetches_each_widget_once() {
    var embed = server.server().widgets().assets().embed();
    String body =
        """
        <script async src="%s/embed/%s.js" integrity="%s" crossorigin="anonymous"></script>
        <handbill-widget widget="give" lang="es"><a href="#">Link</a></handbill-widget>
        <handbill-widget widget="give" lang="es"><a href="#">Link</a></handbill-widget>
        <section lang="es-MX"><div data-handbill="stay-informed"><a href="#">Link</a></div></section>
        """
            .formatted(server.url(), embed.hash(), embed.integrity());
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/pinned", document(body)));
      assertThat(visit.page.getByText("Ayuda a que alguien")).hasCount(2);
      assertThat(visit.page.getByText("Correo electrónico", exactly())).isVisible();
      assertThat(visit.requests.stream().filter(url -> url.contains("/w/"))).hasSize(2);
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void widgets_may_come_late_go_move_and_come_back() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/late", document(quick("give") + "<div id=later></div>")));
      assertThat(visit.page.getByLabel("Give 35 US dollars once")).hasCount(1);
      visit.page.evaluate(
          "key => { for (let i = 0; i < 3; i++) { const div = document.createElement('div');"
              + "div.dataset.handbill = key; later.append(div); } }",
          "give?lang=en&member=lakeside-alliance");
      assertThat(visit.page.getByLabel("Give 35 US dollars once")).hasCount(4);
      visit.page.evaluate(
          "() => { const w = document.createElement('handbill-widget');"
              + "w.setAttribute('widget', 'stay-informed'); later.append(w); }");
      assertThat(visit.page.getByLabel("E-mail address")).isVisible();
      visit.page.evaluate(
          "() => { const w = document.querySelector('handbill-widget'); w.remove();"
              + "document.body.prepend(w); later.replaceChildren(); }");
      assertThat(visit.page.getByLabel("E-mail address")).isVisible();
      assertThat(visit.page.getByLabel("Give 35 US dollars once")).hasCount(1);
      visit.page.evaluate(
          "src => { for (let i = 0; i < 2; i++) { const s = document.createElement('script');"
              + "s.src = src; document.body.append(s); } }",
          server.url() + "/embed.js");
      visit.page.waitForTimeout(300);
      assertThat(visit.page.getByLabel("Give 35 US dollars once")).hasCount(1);
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void events_tell_the_page_and_hold_nothing_personal() {
    String body =
        "<script>window.told=[];for(const n of ['ready','submit','success','error'])"
            + "document.addEventListener('handbill:'+n,e=>told.push(n+JSON.stringify(e.detail)))"
            + "</script>"
            + quick("stay-informed");
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/events", document(body)));
      visit.page.getByLabel("E-mail address").fill("events@example.org");
      visit.page.getByText("Sign up", exactly()).click();
      assertThat(visit.page.locator("#e-consent")).containsText("Please tick");
      visit.page.getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).check();
      visit.page.getByText("Sign up", exactly()).click();
      assertThat(visit.page.getByText("good to have you with us")).isVisible();
      assertThat(visit.page.evaluate("told"))
          .isEqualTo(List.of("readynull", "submitnull", "errornull", "submitnull", "successnull"));
    }
  }

  @Test
  void with_the_server_down_the_link_stays() {
    String gone = "http://127.0.0.1:9"; // the discard port: nobody listens
    String body =
        "<div data-handbill=\"give\"><a href=\"%1$s/w/give\">Give</a></div>".formatted(gone)
            + "<script async src=\"%s/w/give.js\"></script>".formatted(gone);
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/down", document(body)));
      visit.page.waitForTimeout(300);
      assertThat(visit.page.getByText("Give", exactly())).isVisible();
    }
  }

  @Test
  void a_widget_that_is_not_there_leaves_its_link_and_one_console_line() {
    String body =
        "<script async src=\"%1$s/embed.js\"></script>".formatted(server.url())
            + "<handbill-widget widget=\"no-such\"><a href=\"#\">The link</a></handbill-widget>";
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/unknown", document(body)));
      visit.page.waitForCondition(
          () -> visit.console.stream().anyMatch(line -> line.startsWith("[handbill]")));
      assertThat(visit.page.getByText("The link")).isVisible();
      assertThat(visit.console.stream().filter(line -> line.startsWith("[handbill]"))).hasSize(1);
    }
  }

  @Test
  void a_server_that_goes_away_loses_nothing_that_was_typed() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/gone", document(quick("stay-informed"))));
      visit.page.getByLabel("E-mail address").fill("kept@example.org");
      visit.page.getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX).check();
      visit.page.route("**/w/stay-informed*", route -> route.abort());
      visit.page.getByText("Sign up", exactly()).click();
      assertThat(visit.page.getByText("We could not reach the server")).isVisible();
      assertThat(visit.page.getByLabel("E-mail address")).hasValue("kept@example.org");
      visit.page.unroute("**/w/stay-informed*");
      visit.page.getByText("Sign up", exactly()).click();
      assertThat(visit.page.getByText("good to have you with us")).isVisible();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", "/?lang=es&member=riverbend-families&theme=dark", "/w/stay-informed",
        "/w/give?lang=es", "/w/know-your-rights", "/w/know-your-rights?theme=dark&lang=es",
        "/w/stay-informed/received", "/w/nothing-here"
      })
  void our_pages_are_accessible_in_light_and_dark_narrow_and_wide(String path) {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.setViewportSize(320, 900);
      visit.page.navigate(server.url() + path);
      Accessibility.inEveryLook(
          visit.page,
          look -> assertThat(Accessibility.faults(visit.page)).as("%s %s", path, look).isEmpty());
      assertThat(visit.console.stream().filter(line -> !line.contains("404"))).isEmpty();
      assertThat(visit.traces()).isEmpty();
    }
  }

  @Test
  void pages_in_arabic_read_from_the_right_and_fit(@TempDir Path folder) throws IOException {
    Path network =
        Networks.minimal(folder, "type: signup\ntitle: ابق على اطلاع\nfields: [email, name]\n");
    Path file = network.resolve("handbill.yaml");
    Files.writeString(file, Files.readString(file).replace("[en]", "[ar, en]"));
    try (TestServer arabic = TestServer.of(network, folder.resolve("data"));
        Chromium.Visit visit = chromium.visit()) {
      for (String path : new String[] {"/", "/w/news", "/w/news/received", "/w/none?lang=ar"}) {
        for (int width : new int[] {320, 1280}) {
          visit.page.setViewportSize(width, 900);
          visit.page.navigate(arabic.url() + path);
          assertThat(visit.page.locator("html")).hasAttribute("dir", "rtl");
          assertThat(visit.page.evaluate("document.documentElement.scrollWidth"))
              .as("%s at %d", path, width)
              .isEqualTo(width);
        }
        assertThat(Accessibility.faults(visit.page)).as(path).isEmpty();
      }
    }
  }

  @Test
  void every_content_link_of_the_page_stands_under_its_heading_and_none_of_the_menus() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(server.url() + "/w/know-your-rights");
      Object found =
          visit.page.evaluate(
              "() => [...document.querySelectorAll('details')].map(group =>"
                  + "group.querySelector('h2').textContent + ': '"
                  + "+ group.querySelectorAll('li a').length)");
      assertThat(found)
          .isEqualTo(
              List.of(
                  "Campaign toolkits: 9",
                  "Reports: 6",
                  "Educational videos: 6",
                  "Continually updated resource list: 1",
                  "Resources in other languages: 9",
                  "Preparation: 6",
                  "Know your rights: 6",
                  "Immigrant accompaniment: 3",
                  "Sharing mutual aid: 4",
                  "Humanitarian release: 3",
                  "Immigration court and enforcement: 4",
                  "Notes for organizers: 5",
                  "Notes for families: 3",
                  "More: 1"));
      for (String menu : new String[] {"Member login", "Back to top", "Donate", "Contact us"}) {
        assertThat(
                visit
                    .page
                    .locator("main")
                    .getByText(menu, new Locator.GetByTextOptions().setExact(true)))
            .hasCount(0);
      }
    }
  }

  private static String export() {
    return Exported.signups(data, ExportFormat.ndjson);
  }
}
