package org.handbill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.handbill.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Widgets' pages in frames of a member's page, in a real browser. */
class FrameTest {

  private static final Path NETWORK = Path.of("../examples/network");

  /** Does what WordPress's script does with what it hears; a hearing of its own. */
  private static final String WORDPRESS =
      """
      <script>
      heard = []
      addEventListener('message', ({data, source, origin}) => {
        const frame = document.querySelector('iframe[data-secret="' + data.secret + '"]')
        if (frame && frame.contentWindow == source) {
          heard.push({message: data.message, value: data.value, origin})
          if (data.message == 'height') frame.height = Math.min(1000, Math.max(200, data.value))
        }
      })
      </script>
      """;

  private static final int SETTLED = 400; // milliseconds
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir static Path data;
  private static TestServer server;
  private static HostSite host;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    server = TestServer.guarded(NETWORK, data, Clock.systemUTC());
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

  private static String frame(String widget, String attributes) {
    return "<iframe src=\"%s/w/%s\" title=Widget width=400 height=150 %s></iframe>"
        .formatted(server.url(), widget, attributes);
  }

  private static String script() {
    return "<script async nonce=abc src=\"" + server.url() + "/frame.js\"></script>";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String sandboxed(String widget) {
    return WORDPRESS
        + frame(widget + "#?secret=abc123", "data-secret=abc123 sandbox=allow-scripts");
  }

  /** How much higher a frame's page is than its frame, in CSS pixels, once that stays the same. */
  private static int hidden(Chromium.Visit visit, Locator frame) {
    visit.page.waitForTimeout(SETTLED);
    int high = (int) frame.evaluate("frame => frame.clientHeight");
    String body = "body => Math.ceil(body.getBoundingClientRect().height)";
    return (int) content(frame).locator("body").evaluate(body) - high;
  }

  private static FrameLocator content(Locator frame) {
    return frame.contentFrame();
  }

  @ParameterizedTest
  @CsvSource({
    "stay-informed,320",
    "stay-informed,800",
    "give?lang=es,320",
    "give?theme=dark,500",
    "know-your-rights,320",
    "know-your-rights?lang=es,800"
  })
  void a_frame_with_the_script_is_as_high_as_its_widget(String widget, int width) {
    String rule = "default-src 'none'; script-src 'nonce-abc'; frame-src " + server.url();
    String body = frame(widget, "").replace("width=400", "width=" + width) + script();
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/one", document(body), "Content-Security-Policy", rule));
      Locator frame = visit.page.locator("iframe");
      assertThat(frame)
          .hasAttribute("style", java.util.regex.Pattern.compile("height: \\d{3,4}px;"));
      assertThat(hidden(visit, frame)).isZero();
      assertThat(visit.console.stream().filter(line -> !line.contains("data:,"))).isEmpty();
    }
  }

  @Test
  void a_border_and_any_box_model_leave_no_scroll_bar() {
    String body =
        frame("give", "style=\"box-sizing:border-box;border:7px solid\"")
            + frame("give", "style=\"border:7px solid\"")
            + script();
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/border", document(body)));
      for (Locator frame : visit.page.locator("iframe").all()) {
        assertThat(frame)
            .hasAttribute("style", java.util.regex.Pattern.compile(" height: \\d+px;"));
        assertThat(hidden(visit, frame)).isZero();
      }
    }
  }

  @Test
  void the_height_follows_what_happens_inside_and_settles() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(
          host.page(
              "/follows",
              document(
                  "<script>told=[];addEventListener('message',({data})=>told.push(data.height))"
                      + "</script>"
                      + frame("stay-informed", "")
                      + script())));
      Locator frame = visit.page.locator("iframe");
      assertThat(hidden(visit, frame)).isZero();
      int before = (int) frame.evaluate("frame => frame.clientHeight");
      content(frame).getByText("Sign up", exactly()).click();
      assertThat(content(frame).locator("#e-consent")).containsText("Please tick the box");
      assertThat(hidden(visit, frame)).isZero();
      assertThat((int) frame.evaluate("frame => frame.clientHeight")).isGreaterThan(before);
      frame.evaluate("frame => frame.width = 280");
      assertThat(hidden(visit, frame)).isZero();
      int told = (int) visit.page.evaluate("told.length");
      visit.page.waitForTimeout(500);
      assertThat(visit.page.evaluate("told.length")).isEqualTo(told);
      assertThat(told).isLessThan(12);
    }
  }

  @Test
  void frames_and_scripts_may_come_in_any_order_and_twice() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/order", document(frame("give", ""))));
      assertThat(content(visit.page.locator("iframe")).getByText("Help someone")).isVisible();
      visit.page.waitForLoadState();
      visit.page.evaluate(
          "src => { for (let i = 0; i < 2; i++) { const s = document.createElement('script');"
              + "s.src = src; document.body.append(s); } }",
          server.url() + "/frame.js");
      assertThat(hidden(visit, visit.page.locator("iframe"))).isZero();
      visit.page.evaluate(
          "src => { const f = document.createElement('iframe'); f.src = src;"
              + " document.body.append(f); }",
          server.url() + "/w/stay-informed");
      Locator late = visit.page.locator("iframe").last();
      assertThat(content(late).getByLabel("E-mail address")).isVisible();
      assertThat(hidden(visit, late)).isZero();
      assertThat(
              visit.page.evaluate(
                  "Object.keys(window).filter(name => /frame|base|high/.test(name))"))
          .isEqualTo(List.of("frames", "frameElement"));
      assertThat(visit.console).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "-5",
        "0",
        "1e9",
        "20001",
        "0.5",
        "'300'",
        "'300px;position:fixed'",
        "null",
        "[300]",
        "{}"
      })
  void a_height_that_is_none_is_ignored(String height) {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/none", document(frame("give", "") + script())));
      Locator frame = visit.page.locator("iframe");
      assertThat(hidden(visit, frame)).isZero();
      String before = frame.getAttribute("style");
      content(frame)
          .locator("body")
          .evaluate(
              "(body, height) => parent.postMessage({type: 'handbill:height', height: eval('(' +"
                  + " height + ')')}, '*')",
              height);
      visit.page.waitForTimeout(100);
      assertThat(frame).hasAttribute("style", before);
    }
  }

  @Test
  void a_frame_whose_page_has_gone_elsewhere_is_not_obeyed() {
    try (HostSite other = new HostSite();
        Chromium.Visit visit = chromium.visit()) {
      String loud =
          other.page(
              "/loud",
              "<script>parent.postMessage({type: 'handbill:height', height: 77}, '*')</script>");
      visit.page.navigate(host.page("/gone", document(frame("give", "") + script())));
      Locator frame = visit.page.locator("iframe");
      assertThat(hidden(visit, frame)).isZero();
      String before = frame.getAttribute("style");
      frame.evaluate("(frame, loud) => { frame.contentWindow.location = loud }", loud);
      visit.page.waitForTimeout(SETTLED);
      assertThat(visit.page.frames().get(1).url()).isEqualTo(loud);
      assertThat(frame).hasAttribute("style", before);
    }
  }

  @Test
  void messages_from_anybody_else_change_nothing() {
    try (HostSite other = new HostSite();
        Chromium.Visit visit = chromium.visit()) {
      String loud =
          other.page(
              "/loud",
              "<script>for (const data of [null, 5, 'text', {type: 'handbill:height', height: 77}])"
                  + " { parent.postMessage(data, '*'); parent[0].postMessage(data, '*');"
                  + " parent[0].postMessage({type: 'handbill:hello'}, '*') }</script>");
      String body =
          "<script>told=0;addEventListener('message',e=>told+=e.source==window[0])</script>"
              + frame("give", "")
              + script();
      visit.page.navigate(host.page("/quiet", document(body)));
      Locator frame = visit.page.locator("iframe").first();
      assertThat(hidden(visit, frame)).isZero();
      String before = frame.getAttribute("style");
      Object told = visit.page.evaluate("told");
      visit.page.evaluate(
          "loud => { const f = document.createElement('iframe'); f.src = loud;"
              + " document.body.append(f);"
              + " for (const data of [null, 5, 'text', {type: 'handbill:height', height: 77}])"
              + " postMessage(data, '*') }",
          loud);
      visit.page.waitForTimeout(400);
      assertThat(frame).hasAttribute("style", before);
      assertThat(visit.page.evaluate("told")).isEqualTo(told);
      assertThat(visit.page.locator("iframe").last().getAttribute("style")).isNull();
      assertThat(visit.console).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"stay-informed,en", "stay-informed,es", "give,en", "give,es", "know-your-rights,es"})
  void the_height_that_oembed_tells_is_about_right(String widget, String language) {
    try (Chromium.Visit visit = chromium.visit()) {
      for (int width : new int[] {320, 500, 736}) {
        String page = server.url() + "/w/" + widget + "?lang=" + language;
        JsonNode told =
            JSON.readTree(server.get("/oembed?maxwidth=" + width + "&url=" + encoded(page)).body());
        visit.page.navigate(host.page("/about", document(told.get("html").asString() + script())));
        Locator frame = visit.page.locator("iframe");
        assertThat(hidden(visit, frame)).isZero();
        int high = (int) frame.evaluate("frame => frame.clientHeight");
        assertThat(told.get("height").asInt())
            .as("%s in %s, %d wide", widget, language, width)
            .isCloseTo(high, Percentage.withPercentage(25));
      }
    }
  }

  @Test
  void the_page_in_a_frame_is_the_widget_alone() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/alone", document(frame("give", ""))));
      FrameLocator content = content(visit.page.locator("iframe"));
      assertThat(content.getByText("Help someone")).isVisible();
      assertThat(content.locator("header")).isHidden();
      assertThat(content.locator("footer")).isHidden();
      assertThat(content.locator("body")).hasCSS("background-color", "rgba(0, 0, 0, 0)");
      visit.page.navigate(server.url() + "/w/give");
      assertThat(visit.page.locator("header")).isVisible();
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void without_javascript_a_frame_still_takes_a_signup() {
    var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (TestServer open = TestServer.sample(data.resolve("open"));
        Chromium.Visit visit = chromium.visit(options)) {
      visit.page.navigate(
          host.page(
              "/still", document(frame("stay-informed", "").replace(server.url(), open.url()))));
      FrameLocator content = content(visit.page.locator("iframe"));
      content.getByLabel("E-mail address").fill("still@example.org");
      content.getByRole(AriaRole.CHECKBOX).check();
      content.getByText("Sign up", exactly()).click();
      assertThat(content.getByText("good to have you with us")).isVisible();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"give", "know-your-rights"})
  void a_link_leads_the_whole_page_and_not_the_frame(String widget) {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.context.route(
          url -> !url.startsWith(server.url()) && !url.startsWith(host.url()),
          route ->
              route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setBody("There")));
      visit.page.navigate(host.page("/leads", document(frame(widget, ""))));
      content(visit.page.locator("iframe")).locator("main a[href^=http]").first().click();
      visit.page.waitForURL(url -> !url.startsWith(host.url()));
      assertThat(visit.page.url()).startsWith("https://");
    }
  }

  @Test
  void in_wordpress_the_height_is_told_with_its_secret() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/wp-height", document(sandboxed("stay-informed"))));
      Locator frame = visit.page.locator("iframe");
      assertThat(content(frame).getByLabel("E-mail address")).isVisible();
      assertThat(hidden(visit, frame)).isZero();
      assertThat((String) visit.page.evaluate("JSON.stringify(heard.at(-1))"))
          .matches("\\{\"message\":\"height\",\"value\":\\d+,\"origin\":\"null\"}");
      int told = (int) visit.page.evaluate("heard.length");
      visit.page.evaluate("window[0].postMessage({message: 'ready', secret: 'abc123'}, '*')");
      visit.page.waitForFunction("before => heard.length > before", told);
    }
  }

  @Test
  void in_wordpress_a_signup_is_mended_sent_and_received() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/wp-signup", document(sandboxed("stay-informed"))));
      Locator frame = visit.page.locator("iframe");
      FrameLocator content = content(frame);
      content.getByLabel("E-mail address").fill("nobody");
      content.getByText("Sign up", exactly()).click();
      assertThat(content.locator("#e-email")).containsText("with an @ and a domain");
      assertThat(content.getByLabel("E-mail address")).isFocused();
      content.getByLabel("E-mail address").fill("sandbox@example.org");
      content.getByRole(AriaRole.CHECKBOX).check();
      content.getByLabel("E-mail address").press("Enter");
      assertThat(content.getByText("good to have you with us")).isVisible();
      assertThat(hidden(visit, frame)).isLessThanOrEqualTo(0);
      assertThat(visit.traces()).isEmpty();
    }
  }

  @Test
  void in_wordpress_a_gift_is_led_to_the_widgets_own_page_and_its_address_is_shown() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/wp-give", document(sandboxed("give?lang=es"))));
      FrameLocator content = content(visit.page.locator("iframe"));
      content.locator(".p a").first().click();
      assertThat(content.getByRole(AriaRole.ALERT))
          .containsText("https://secure.actblue.com/donate/open-doors?");
      visit.page.waitForFunction("heard.some(one => one.message == 'link')");
      assertThat(visit.page.evaluate("heard.find(one => one.message == 'link').value"))
          .isEqualTo(server.url() + "/w/give?lang=es");
      assertThat(content.locator(".p a").first()).isVisible();
    }
  }

  @Test
  void in_wordpress_a_list_is_searched_in_place() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/wp-list", document(sandboxed("know-your-rights"))));
      FrameLocator content = content(visit.page.locator("iframe"));
      content.locator("input[type=search]").fill("bond");
      assertThat(content.locator(".found li").first()).isVisible();
      assertThat(visit.console).isEmpty();
    }
  }

  private static FrameLocator.GetByTextOptions exactly() {
    return new FrameLocator.GetByTextOptions().setExact(true);
  }
}
