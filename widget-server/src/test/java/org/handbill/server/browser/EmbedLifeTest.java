package org.handbill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import org.handbill.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages do to widgets while they live: they move, hide, copy, restyle and drop them. */
class EmbedLifeTest {

  private static final String KEY = "give?lang=en";
  private static final String GIVE = "Give 35 US dollars once";

  @TempDir static Path data;
  private static TestServer server;
  private static HostSite host;
  private static Chromium chromium;

  private int pages;

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

  @BeforeEach
  void count() {
    pages++;
  }

  private static String script(String path) {
    return "<script async src=\"" + server.url() + path + "\"></script>";
  }

  private static String div(String key) {
    return "<div data-handbill=\"%s\"><a href=\"#\">The link</a></div>".formatted(key);
  }

  private static String element(String widget) {
    return "<handbill-widget widget=\"%s\"><a href=\"#\">The link</a></handbill-widget>"
        .formatted(widget);
  }

  private Chromium.Visit visit(String body) {
    Chromium.Visit visit = chromium.visit();
    visit.page.addInitScript(
        "window.ready = 0; document.addEventListener('handbill:ready', () => ready++)");
    visit.page.navigate(
        host.page(
            "/page-" + pages + "-" + Math.abs(body.hashCode()),
            "<!doctype html><html lang=en><title>A member</title><link rel=icon href=data:,>"
                + "<style>a{color:rgb(1,100,2)}body{font-family:monospace;color:rgb(9,8,7)}</style>"
                + "<main>"
                + body
                + "</main></html>"));
    return visit;
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static List<String> asked(Chromium.Visit visit) {
    return visit.requests.stream().filter(url -> url.startsWith(server.url())).toList();
  }

  @Test
  void further_copies_of_a_widget_make_no_further_request() {
    try (Chromium.Visit visit =
        visit(div(KEY).repeat(3) + script("/w/give.js?lang=en") + div(KEY))) {
      assertThat(visit.page.getByLabel(GIVE)).hasCount(4);
      assertThat(asked(visit)).hasSize(1);
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void a_widget_that_is_moved_keeps_what_was_typed() {
    try (Chromium.Visit visit =
        visit(
            "<section id=one>"
                + div("stay-informed?lang=en")
                + "</section><section id=two></section>"
                + script("/w/stay-informed.js?lang=en"))) {
      visit.page.getByLabel("E-mail address").fill("typed@example.org");
      visit.page.evaluate("two.append(document.querySelector('[data-handbill]'))");
      assertThat(visit.page.getByLabel("E-mail address")).hasValue("typed@example.org");
      visit.page.evaluate("one.moveBefore(document.querySelector('[data-handbill]'), null)");
      assertThat(visit.page.getByLabel("E-mail address")).hasValue("typed@example.org");
      visit.page.evaluate(
          "() => { const w = document.querySelector('[data-handbill]'); w.remove();"
              + " setTimeout(() => one.append(w), 50) }");
      assertThat(visit.page.getByLabel("E-mail address")).hasValue("typed@example.org");
      assertThat(visit.page.evaluate("ready")).isEqualTo(1);
      visit.page.getByRole(AriaRole.CHECKBOX).check();
      visit.page.getByRole(AriaRole.BUTTON).click();
      assertThat(visit.page.getByText("good to have you with us")).isVisible();
    }
  }

  @Test
  void all_kinds_of_scripts_on_one_page_show_each_widget_once() {
    var pinned = server.server().widgets().assets().embed();
    String scripts =
        script("/w/give.js?lang=en")
            + script("/embed.js")
            + script("/embed/" + pinned.hash() + ".js")
            + script("/w/give.js?lang=en")
            + script("/embed.js");
    try (Chromium.Visit visit = visit(div(KEY) + element("give") + scripts)) {
      assertThat(visit.page.getByLabel(GIVE)).hasCount(2);
      visit.page.waitForLoadState();
      visit.page.evaluate(
          "key => document.querySelector('main').insertAdjacentHTML('beforeend',"
              + " `<div data-handbill='${key}'></div>`)",
          KEY);
      assertThat(visit.page.getByLabel(GIVE)).hasCount(3);
      visit.page.waitForTimeout(300);
      assertThat(visit.page.evaluate("ready")).isEqualTo(3);
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void the_script_of_one_widget_brings_the_loader_for_all_others() {
    String root =
        "<div id=other></div><script>other.attachShadow({mode:'open'}).innerHTML = '"
            + element("stay-informed")
            + "'</script>";
    try (Chromium.Visit visit =
        visit(div(KEY) + root + div("give?lang=es") + script("/w/give.js?lang=en"))) {
      assertThat(visit.page.getByLabel("E-mail address")).isVisible();
      assertThat(visit.page.getByLabel(GIVE)).hasCount(1);
      assertThat(visit.page.getByText("Ayuda a que alguien")).hasCount(1);
      assertThat(visit.page.evaluate("ready")).isEqualTo(3);
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void a_page_that_writes_its_content_anew_gets_its_widgets_anew() {
    try (Chromium.Visit visit = visit(div(KEY) + script("/w/give.js?lang=en"))) {
      assertThat(visit.page.getByLabel(GIVE)).hasCount(1);
      visit.page.evaluate(
          "() => { const main = document.querySelector('main'); const now = main.innerHTML;"
              + " main.replaceChildren(); main.innerHTML = now }");
      assertThat(visit.page.getByLabel(GIVE)).hasCount(1);
    }
  }

  @Test
  void below_the_fold_it_waits_for_the_readers_approach() {
    try (Chromium.Visit visit =
        visit(
            "<p style='height:5000px'>Much to read</p>" + element("give") + script("/embed.js"))) {
      visit.page.waitForLoadState();
      visit.page.waitForTimeout(300);
      assertThat(asked(visit)).hasSize(1);
      visit.page.evaluate("scrollTo(0, 4000)");
      assertThat(visit.page.getByLabel(GIVE)).isVisible();
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void what_is_hidden_at_first_is_there_when_it_shows() {
    try (Chromium.Visit visit =
        visit(
            "<div id=tab hidden>"
                + element("give")
                + "</div><dialog>"
                + element("stay-informed")
                + "</dialog><div id=placed style='display:none'>"
                + div("give?lang=es")
                + "</div>"
                + script("/embed.js")
                + script("/w/give.js?lang=es"))) {
      visit.page.waitForLoadState();
      visit.page.evaluate("tab.hidden = false");
      assertThat(visit.page.getByLabel(GIVE)).isVisible();
      visit.page.evaluate("document.querySelector('dialog').showModal()");
      assertThat(visit.page.getByLabel("E-mail address")).isVisible();
      visit.page.evaluate("placed.style.display = 'block'");
      assertThat(visit.page.getByText("Ayuda a que alguien")).isVisible();
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void language_and_theme_follow_the_page_live() {
    try (Chromium.Visit visit = visit(element("stay-informed") + script("/embed.js"))) {
      assertThat(visit.page.getByLabel("E-mail address")).isVisible();
      visit.page.evaluate("document.documentElement.lang = 'es-MX'");
      assertThat(visit.page.getByText("Correo electrónico", exactly())).isVisible();
      String ground =
          "getComputedStyle(document.querySelector('handbill-widget').shadowRoot"
              + ".querySelector('section')).backgroundColor";
      assertThat(visit.page.evaluate(ground)).isEqualTo("rgb(255, 255, 255)");
      visit.page.evaluate("document.querySelector('handbill-widget').setAttribute('theme','dark')");
      visit.page.waitForCondition(() -> visit.page.evaluate(ground).equals("rgb(27, 29, 34)"));
      visit.page.evaluate(
          "document.querySelector('handbill-widget').removeAttribute('theme');"
              + "document.documentElement.style.colorScheme = 'dark'");
      visit.page.waitForCondition(() -> visit.page.evaluate(ground).equals("rgb(27, 29, 34)"));
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void a_widget_that_inherits_has_the_font_the_text_and_the_links_of_its_page_at_any_time() {
    for (String body :
        List.of(
            element("stay-informed").replace("widget=", "theme=\"inherit\" widget=")
                + script("/embed.js"),
            div("stay-informed?theme=inherit") + script("/w/stay-informed.js?theme=inherit"))) {
      try (Chromium.Visit visit = visit(body)) {
        assertThat(visit.page.getByLabel("E-mail address")).isVisible();
        String style =
            "name => { const root = document.querySelector('[data-handbill],handbill-widget')"
                + ".shadowRoot; const [of, what] = name.split(' ');"
                + " return getComputedStyle(root.querySelector(of))[what] }";
        assertThat(visit.page.evaluate(style, "section fontFamily")).isEqualTo("monospace");
        assertThat(visit.page.evaluate(style, "section color")).isEqualTo("rgb(9, 8, 7)");
        assertThat(visit.page.evaluate(style, "a color")).isEqualTo("rgb(1, 100, 2)");
        assertThat(visit.page.evaluate(style, "button color")).isEqualTo("rgb(1, 100, 2)");
        assertThat(visit.page.evaluate("innerWidth == document.documentElement.scrollWidth"))
            .isEqualTo(true);
        visit.page.evaluate(
            "document.head.insertAdjacentHTML('beforeend',"
                + " '<style>html.dim a { color: rgb(7, 200, 8); transition: none }</style>')");
        visit.page.evaluate("document.documentElement.className = 'dim'");
        visit.page.waitForCondition(
            () -> visit.page.evaluate(style, "button color").equals("rgb(7, 200, 8)"));
        assertThat(visit.console).isEmpty();
      }
    }
  }

  @Test
  void what_stood_in_the_element_keeps_its_room_and_is_neither_seen_nor_reached() {
    try (Chromium.Visit visit =
        visit(
            "<style>a{visibility:visible!important;display:block;height:2000px}</style>"
                + div(KEY)
                + script("/w/give.js?lang=en"))) {
      assertThat(visit.page.getByLabel(GIVE)).isVisible();
      assertThat(visit.page.getByText("The link", exactly())).isHidden();
      assertThat(visit.page.locator("[data-handbill]").boundingBox().height).isEqualTo(2000);
      assertThat(visit.page.locator("[part=widget]").boundingBox().y)
          .isEqualTo(visit.page.locator("[data-handbill]").boundingBox().y);
      visit.page.keyboard().press("Tab");
      assertThat(visit.page.evaluate("document.activeElement.matches('[data-handbill]')"))
          .as("the first to take the focus is within the widget")
          .isEqualTo(true);
    }
  }

  @Test
  void a_browser_without_style_sheets_made_by_scripts_shows_widgets_too() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.addInitScript(
          "delete self.CSSStyleSheet; delete Element.prototype.setHTML;"
              + " delete ShadowRoot.prototype.adoptedStyleSheets");
      for (String script : List.of("/embed.js", "/w/give.js?lang=en")) {
        visit.page.navigate(
            host.page(
                "/old",
                "<!doctype html><html lang=en><title>A member</title><link rel=icon href=data:,>"
                    + div(KEY)
                    + script(script)));
        assertThat(visit.page.getByLabel(GIVE)).isVisible();
        assertThat(visit.page.locator("[part=widget]")).hasCSS("display", "block");
        assertThat(visit.page.locator("[part=widget]")).hasCSS("border-top-width", "1px");
        assertThat(visit.console).isEmpty();
      }
    }
  }

  @Test
  void a_server_that_is_down_or_slow_leaves_the_links_and_says_so_once() {
    for (String fault : List.of("down", "slow")) {
      try (Chromium.Visit visit = chromium.visit()) {
        visit.page.route(
            "**/w/give.html*",
            route -> {
              if (fault.equals("down")) {
                route.abort();
              } // and a slow one is not answered at all
            });
        visit.page.navigate(
            host.page(
                "/" + fault,
                "<!doctype html><html lang=en><title>A member</title><link rel=icon href=data:,>"
                    + element("give").repeat(3)
                    + script("/embed.js")));
        visit.page.waitForCondition(
            () -> visit.console.stream().anyMatch(line -> line.startsWith("[handbill]")),
            new Page.WaitForConditionOptions().setTimeout(20_000));
        visit.page.waitForTimeout(100);
        assertThat(visit.console.stream().filter(line -> line.startsWith("[handbill]")))
            .singleElement()
            .asString()
            .contains(server.url() + "/w/give.html", "Its link stays");
        assertThat(visit.page.getByText("The link")).hasCount(3);
      }
    }
  }

  @Test
  void a_form_whose_module_is_out_of_reach_goes_to_its_page() {
    try (Chromium.Visit visit =
        visit(div("stay-informed?lang=en") + script("/w/stay-informed.js?lang=en"))) {
      visit.page.route("**/assets/form-*", route -> route.abort());
      visit.page.getByLabel("E-mail address").fill("far@example.org");
      visit.page.getByRole(AriaRole.CHECKBOX).check();
      visit.page.getByRole(AriaRole.BUTTON).click();
      assertThat(visit.page.getByText("good to have you with us")).isVisible();
      assertThat(visit.page.url()).startsWith(server.url() + "/w/stay-informed/received");
    }
  }

  @Test
  void on_paper_there_is_no_form_and_back_again_it_works() {
    try (Chromium.Visit visit =
        visit(div("stay-informed?lang=en") + script("/w/stay-informed.js?lang=en"))) {
      assertThat(visit.page.getByLabel("E-mail address")).isVisible();
      visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(visit.page.locator("form")).isHidden();
      assertThat(visit.page.getByText("Stay informed")).isVisible();
      visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      visit.page.navigate(server.url() + "/healthz");
      visit.page.goBack();
      visit.page.getByLabel("E-mail address").fill("back@example.org");
      visit.page.getByRole(AriaRole.CHECKBOX).check();
      visit.page.getByRole(AriaRole.BUTTON).click();
      assertThat(visit.page.getByText("good to have you with us")).isVisible();
    }
  }

  @Test
  void nothing_of_the_page_leaks_in_and_nothing_of_a_widget_out() {
    String hostile =
        "<style>*{letter-spacing:9px!important;text-transform:uppercase}"
            + "input,button,label,section,form,p{display:none!important}.c{color:red}</style>";
    try (Chromium.Visit visit =
        visit(
            hostile
                + "<em class=c>Ours</em>"
                + div("stay-informed?lang=en")
                + script("/w/stay-informed.js?lang=en"))) {
      assertThat(visit.page.getByLabel("E-mail address")).isVisible();
      Object spacing =
          visit.page.evaluate(
              "getComputedStyle(document.querySelector('[data-handbill]').shadowRoot"
                  + ".querySelector('h2')).letterSpacing");
      assertThat(spacing).isEqualTo("normal");
      assertThat(
              visit.page.evaluate(
                  "getComputedStyle(document.querySelector('em')).gridTemplateColumns"))
          .isEqualTo("none");
    }
  }

  @Test
  void a_thousand_widgets_that_come_and_go_leave_nothing_behind() {
    try (Chromium.Visit visit = visit("<div id=stage></div>" + script("/embed.js"))) {
      CDPSession devtools = visit.context.newCDPSession(visit.page);
      String round =
          "async key => { const turn = () => new Promise(requestAnimationFrame);"
              + " for (let i = 0; i < 50; i++) {"
              + "  for (let j = 0; j < 10; j++) {"
              + "   const w = document.createElement('handbill-widget');"
              + "   w.setAttribute('widget', 'give'); stage.append(w);"
              + "   const d = document.createElement('div'); d.dataset.handbill = key;"
              + "   stage.append(d) }"
              + "  await turn(); await turn(); stage.replaceChildren() }"
              + " await new Promise(done => setTimeout(done, 300)) }";
      visit.page.evaluate(round, KEY); // what is made once is made now
      JsonObject before = counters(devtools);
      visit.page.evaluate(round, KEY);
      JsonObject after = counters(devtools);
      assertThat(after).isEqualTo(before);
      assertThat(detached(devtools)).isZero();
    }
  }

  private static JsonObject counters(CDPSession devtools) {
    for (int i = 0; i < 3; i++) {
      devtools.send("HeapProfiler.collectGarbage");
    }
    return devtools.send("Memory.getDOMCounters");
  }

  /** How many nodes a heap snapshot shows that are in no page any more. */
  private static int detached(CDPSession devtools) {
    StringBuilder snapshot = new StringBuilder();
    devtools.on(
        "HeapProfiler.addHeapSnapshotChunk",
        event -> snapshot.append(event.get("chunk").getAsString()));
    devtools.send("HeapProfiler.takeHeapSnapshot");
    assertThat(snapshot).contains("\"snapshot\"");
    return snapshot.toString().split("\"Detached ", -1).length - 1;
  }
}
