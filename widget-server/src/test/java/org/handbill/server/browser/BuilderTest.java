package org.handbill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.handbill.server.Networks;
import org.handbill.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The snippet builder, as a webmaster uses it, and what it hands out, as a page has it. */
class BuilderTest {

  /** Adds up all that moved since the page began (the Layout Instability API). */
  private static final String SHIFTS =
      """
      () => new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
            .observe({type: "layout-shift", buffered: true});
        requestAnimationFrame(() => setTimeout(() => done(sum.toFixed(6)), 200));
      })""";

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

  private static Chromium.Visit builder(String query) {
    Chromium.Visit visit = chromium.visit();
    visit.page.navigate(server.url() + "/" + query);
    assertThat(visit.page.locator("#snippet")).containsText("measured in the preview");
    return visit;
  }

  private static Locator snippet(Page page) {
    return page.locator("#snippet code").first();
  }

  private static FrameLocator preview(Page page) {
    return page.frameLocator("#frame");
  }

  /** What a form hands out; forms other than the quick one are folded away. */
  private static String text(Page page, String form) {
    return form.equals("quick")
        ? snippet(page).textContent()
        : page.locator("#forms details")
            .filter(new Locator.FilterOptions().setHas(page.getByText(form, exactly())))
            .locator("code")
            .first()
            .textContent();
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  @Test
  void each_choice_changes_the_snippet_and_the_preview() {
    try (Chromium.Visit visit = builder("")) {
      Page page = visit.page;
      page.getByText("Help someone come home", exactly()).click();
      assertThat(snippet(page)).containsText("data-handbill=\"give?lang=en\"");
      assertThat(preview(page).getByLabel("Give 35 US dollars once")).isVisible();
      page.getByLabel("Your organization").selectOption("riverbend-families");
      assertThat(snippet(page)).containsText("give?lang=en&amp;member=riverbend-families\"");
      assertThat(preview(page).locator("a[part=button]").first()).hasCSS("border-radius", "12px");
      page.getByLabel("Colors").selectOption("dark");
      assertThat(snippet(page)).containsText("&amp;theme=dark\"");
      assertThat(preview(page).locator("[part=widget]"))
          .hasCSS("background-color", "rgb(27, 29, 34)");
      page.getByText("Know your rights, find help", exactly()).click();
      page.getByLabel("Part of the list").selectOption("preparation");
      assertThat(snippet(page)).containsText("&amp;group=preparation\"");
      assertThat(preview(page).locator("[part=group]")).hasCount(1);
      page.locator("#c-lang").selectOption("es");
      assertThat(page.getByText("Tu código", exactly())).isVisible();
      assertThat(snippet(page)).containsText("Conoce tus derechos");
      assertThat(visit.console).isEmpty();
      assertThat(visit.traces()).isEmpty();
    }
  }

  @Test
  void the_address_restores_every_choice() {
    String address;
    String handedOut;
    try (Chromium.Visit visit = builder("?widget=give")) {
      Page page = visit.page;
      page.getByLabel("Your organization").selectOption("puente-norte");
      page.getByText("Phone", exactly()).click();
      page.getByText("Right", exactly()).click();
      page.locator("#look-accent").fill("#0b6e4f");
      page.getByText("Parts of the widget").click();
      page.locator("#part-title").fill("font-weight: 400; letter-spacing: .02em");
      assertThat(page).hasURL(Pattern.compile("part-title=font-weight"));
      assertThat(preview(page).locator("[part=title]")).hasCSS("font-weight", "400");
      assertThat(preview(page).locator("html")).hasAttribute("dir", "rtl");
      assertThat(page.locator("#frame")).hasCSS("width", "320px");
      page.waitForTimeout(600); // until nothing is asked for any more
      address = page.url();
      handedOut = text(page, "quick") + text(page, "Pinned") + page.locator("#snippet").innerText();
    }
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(address);
      Page page = visit.page;
      assertThat(page.getByLabel("Your organization")).hasValue("puente-norte");
      assertThat(page.locator("#part-title")).hasValue("font-weight: 400; letter-spacing: .02em");
      assertThat(preview(page).locator("[part=title]")).hasCSS("font-weight", "400");
      assertThat(text(page, "quick") + text(page, "Pinned") + page.locator("#snippet").innerText())
          .isEqualTo(handedOut);
    }
  }

  @Test
  void one_press_copies_the_very_snippet_and_says_so() {
    var options =
        new Browser.NewContextOptions()
            .setPermissions(List.of("clipboard-read", "clipboard-write"));
    try (Chromium.Visit visit = chromium.visit(options)) {
      Page page = visit.page;
      page.navigate(server.url() + "/");
      assertThat(page.locator("#snippet")).containsText("measured in the preview");
      for (Locator button : page.locator("[data-copy]").all()) {
        Locator folded = button.locator("xpath=ancestor::details[not(@open)]");
        while (folded.count() > 0) {
          folded.first().locator("summary").first().click();
        }
        button.click();
        assertThat(page.locator("#said")).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()"))
            .isEqualTo(button.locator("xpath=ancestor::div[1]//code").textContent());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "stay-informed,phone,quick",
    "stay-informed,column,Pinned",
    "give,phone,Pinned",
    "give,column,quick",
    "know-your-rights,phone,quick",
    "know-your-rights,column,Pinned"
  })
  void what_is_handed_out_moves_nothing_on_a_page(String widget, String width, String form) {
    String snippet;
    try (Chromium.Visit visit =
        builder("?widget=" + widget + "&width=" + width + "&member=riverbend-families")) {
      snippet = text(visit.page, form);
    }
    int wide = width.equals("phone") ? 320 : 640;
    String html =
        """
        <!doctype html><html lang=en><head><title>A member</title><link rel=icon href=data:,>
        <link rel=stylesheet href=/column-%1$d.css></head><body><h1>A member</h1><main>%2$s</main>
        <p>What stands below must not move.</p><p>Nor this.</p></body></html>"""
            .formatted(wide, snippet);
    host.style(
        "/column-" + wide + ".css", "body{font:16px/1.5 sans-serif}main{width:" + wide + "px}");
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/shift", html));
      assertThat(visit.page.locator("[part=title]")).isVisible();
      assertThat(visit.page.evaluate(SHIFTS)).isEqualTo("0.000000");
      assertThat(visit.console).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"quick", "Pinned"})
  void the_lines_for_a_policy_are_all_that_a_snippet_needs(String form) {
    String snippet;
    List<String> policies;
    try (Chromium.Visit visit = builder("?widget=stay-informed&look-accent=%230b6e4f")) {
      snippet = text(visit.page, form);
      Locator part =
          form.equals("quick")
              ? visit.page.locator("#snippet")
              : visit
                  .page
                  .locator("#forms > details")
                  .filter(
                      new Locator.FilterOptions().setHas(visit.page.getByText(form, exactly())));
      policies = part.locator(".policy code").allTextContents();
    }
    assertThat(policies).hasSize(2);
    for (String policy : policies) {
      boolean nonce = policy.contains("'nonce-…'");
      String html =
          "<!doctype html><html lang=en><title>A member</title><link rel=icon href=data:,><h1>A</h1>"
              + (nonce ? snippet.replace("<script ", "<script nonce=abc ") : snippet);
      String whole =
          "default-src 'none'; img-src data:; base-uri 'none'; "
              + policy.replace("nonce-…", "nonce-abc").replace('\n', ' ')
              + "; require-trusted-types-for 'script'; trusted-types 'none'";
      try (Chromium.Visit visit = chromium.visit()) {
        visit.page.navigate(host.page("/policy", html, "Content-Security-Policy", whole));
        visit.page.getByLabel("E-mail address").fill("policy@example.org");
        visit.page.getByRole(AriaRole.CHECKBOX).check();
        visit.page.getByText("Sign up", exactly()).click();
        assertThat(visit.page.getByText("good to have you with us")).isVisible();
        assertThat(visit.console).as(whole).isEmpty();
      }
    }
  }

  @Test
  void without_scripts_the_form_does_it() {
    var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (Chromium.Visit visit = chromium.visit(options)) {
      Page page = visit.page;
      page.navigate(server.url() + "/");
      page.getByText("Help someone come home", exactly()).click();
      page.getByLabel("Your organization").selectOption("lakeside-alliance");
      page.getByText("Phone", exactly()).click();
      page.locator("#look-radius").fill("2em");
      page.getByText("Show", exactly()).click();
      assertThat(snippet(page))
          .containsText("data-handbill=\"give?lang=en&amp;member=lakeside-alliance\"");
      assertThat(snippet(page)).containsText("--handbill-radius:2em");
      assertThat(page.locator("#snippet")).containsText("That is an estimate");
      assertThat(page.locator("#frame")).hasCSS("width", "320px");
      assertThat(preview(page).getByText("Help someone come home")).isVisible();
      assertThat(page.locator("[data-copy]").first()).isHidden();
    }
  }

  @Test
  void a_ground_brings_text_and_links_that_can_be_read_on_it() {
    try (Chromium.Visit visit = builder("?widget=give")) {
      Page page = visit.page;
      page.locator("#look-ground").fill("#102030");
      assertThat(snippet(page))
          .containsText("--handbill-ground:#102030;--handbill-text:#ffffff;--handbill-link:#");
      assertThat(snippet(page)).containsText(";color-scheme:dark");
      assertThat(page.locator("#advice")).isEmpty();
      page.locator("#look-text").fill("#333333");
      assertThat(page.locator("#advice")).containsText("on the ground that you chose");
      page.locator("#advice [data-take]").click();
      assertThat(page.locator("#advice")).isEmpty();
    }
  }

  @Test
  void a_color_that_cannot_be_read_is_told_with_the_nearest_that_can() {
    try (Chromium.Visit visit = builder("?widget=give&theme=light")) {
      Page page = visit.page;
      page.locator("#look-accent").fill("#ffcc00");
      assertThat(page.locator("#advice")).containsText("#ffcc00 has a contrast of 1.5 to 1");
      assertThat(snippet(page))
          .containsText("--handbill-accent:#ffcc00;--handbill-on-accent:#000000");
      Locator take = page.locator("#advice [data-take]");
      String nearest = take.getAttribute("data-value");
      assertThat(snippet(page)).containsText("--handbill-link:" + nearest);
      take.click();
      assertThat(page.locator("#advice")).isEmpty();
      assertThat(page.locator("#look-accent")).hasValue(nearest);
      assertThat(page.locator("#look-accent")).isFocused();
      assertThat(snippet(page)).containsText("--handbill-accent:" + nearest);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "?widget=stay-informed&look-accent=%23888888&part-title=font-weight:400,LIGHT,1280",
    "?widget=stay-informed&look-accent=%23888888&width=phone&lang=es,DARK,320",
    "?widget=give&theme=dark&width=full,DARK,1280",
    "?widget=know-your-rights&dir=rtl&ground=dark&height=900,LIGHT,320"
  })
  void all_of_it_can_be_used_with_any_technology(String query, ColorScheme scheme, int width) {
    var options = new Browser.NewContextOptions().setColorScheme(scheme);
    try (Chromium.Visit visit = chromium.visit(options)) {
      visit.page.setViewportSize(width, 900);
      visit.page.navigate(server.url() + "/" + query);
      assertUsable(visit, width);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 1280})
  void in_arabic_it_reads_from_the_right(int width, @TempDir Path folder) throws IOException {
    Path network = Networks.minimal(folder, "type: signup\ntitle: ابق على اطلاع\n");
    Path file = network.resolve("handbill.yaml");
    Files.writeString(file, Files.readString(file).replace("[en]", "[ar, en]"));
    try (TestServer arabic = TestServer.of(network, folder.resolve("data"));
        Chromium.Visit visit = chromium.visit()) {
      visit.page.setViewportSize(width, 900);
      visit.page.navigate(arabic.url() + "/?look-accent=%23ffcc00");
      assertThat(visit.page.locator("html")).hasAttribute("dir", "rtl");
      assertThat(preview(visit.page).locator("html")).hasAttribute("dir", "rtl");
      assertUsable(visit, width);
    }
  }

  /** With everything that is folded away laid open. */
  private static void assertUsable(Chromium.Visit visit, int width) {
    assertThat(preview(visit.page).locator("[part=title]")).isVisible();
    visit.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
    assertThat(Accessibility.faults(visit.page)).isEmpty();
    assertThat(visit.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat(visit.console).isEmpty();
  }

  @Test
  void what_is_opened_in_the_preview_changes_nothing_in_the_snippet() {
    try (Chromium.Visit visit = builder("?widget=know-your-rights")) {
      Page page = visit.page;
      page.waitForTimeout(600);
      String before = text(page, "quick");
      preview(page).locator("summary").nth(3).click();
      assertThat(preview(page).locator("[open]")).not().hasCount(1);
      page.waitForTimeout(600);
      assertThat(text(page, "quick")).isEqualTo(before);
    }
  }

  @Test
  void it_can_be_driven_by_keyboard_and_focus_stays_where_it_is() {
    try (Chromium.Visit visit = builder("?widget=stay-informed")) {
      Page page = visit.page;
      Locator chosen = page.locator("[name=widget]:checked");
      chosen.focus();
      page.keyboard().press("ArrowDown");
      page.waitForTimeout(600);
      assertThat(chosen).isFocused();
      page.keyboard().press("Tab");
      assertThat(page.locator("#c-lang")).isFocused();
      page.locator("#forms summary").first().focus();
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page.locator("#said")).hasText("Copied");
    }
  }
}
