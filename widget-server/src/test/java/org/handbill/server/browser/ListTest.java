package org.handbill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handbill.server.Networks;
import org.handbill.server.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A resource list in the hands of its visitors: with scripts, without, on strict pages, on paper.
 */
class ListTest {

  private static final int LONG = 400;

  /** Entries whose words tell them apart, however somebody types them. */
  private static final String MIXED =
      """
      <main><h2>Derechos</h2><ul>
      <li lang="es"><a lang="es" href="https://a.example/migracion">Audiencia de migración</a>. Qué llevar.</li>
      <li><a href="https://a.example/hearing.pdf">Your hearing</a>. What to bring to court.</li>
      </ul><h2>Other languages</h2><ul>
      <li lang="ar"><a lang="ar" href="https://b.example/ar">حقوقُك في المحكمة</a></li>
      <li lang="ar"><a lang="ar" href="https://b.example/ar2">مساعدة لأُسرة</a></li>
      <li lang="zh-Hans"><a lang="zh-Hans" href="https://b.example/zh">移民法庭指南</a></li>
      <li lang="vi"><a lang="vi" href="https://b.example/vi">Đường dây nóng</a></li>
      </ul><h2>Help</h2><ul>
      <li><a href="https://c.example/food">Food bank</a></li>
      <li><a href="https://c.example/doctor">Doctor</a></li>
      <li><a href="https://c.example/clip.mp4">A day in court</a></li>
      </ul></main>
      """;

  @TempDir static Path folder;
  private static TestServer server;
  private static HostSite host;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    Path network =
        Networks.minimal(
            folder.resolve("network"),
            "type: resources\ntitle: {en: Find help, ar: اعثر على المساعدة}\n"
                + "sources: [{page: pages/mixed.html}]\n");
    Path file = network.resolve("handbill.yaml");
    Files.writeString(file, Files.readString(file).replace("[en]", "[en, es, ar]"));
    StringBuilder odd = new StringBuilder("<main><h2>Odd</h2><ul>");
    for (int i = 0; i < ODD.size(); i++) {
      odd.append(
          "<li><a href='https://odd.example/"
              + i
              + "'>"
              + ODD.get(i).replace("&", "&amp;")
              + "</a></li>");
    }
    Files.createDirectories(network.resolve("pages"));
    Files.writeString(network.resolve("pages/odd.html"), odd + "</ul></main>");
    widget(network, "odd", "sources: [{page: pages/odd.html}]");
    widget(network, "long", "sources: [{page: pages/long.html}]");
    for (String layout : List.of("compact", "cards", "videos")) {
      widget(network, layout, "layout: " + layout + "\nsources: [{page: pages/mixed.html}]");
    }
    widget(network, "words", "sources: [{page: pages/words.html}]");
    Files.writeString(
        network.resolve("pages/words.html"),
        "<main><h2>Help</h2><ul><li><a href='https://w.example/1'>"
            + "Rechtsschutzversicherungsgesellschaften".repeat(4)
            + "</a></li><li><a href='https://w.example/2'>https://w.example/resources/immigration"
            + "/know-your-rights/download.html</a></li></ul></main>");
    Files.writeString(network.resolve("pages/mixed.html"), MIXED);
    Files.writeString(network.resolve("pages/long.html"), longPage());
    host = new HostSite();
    widget(
        network,
        "quiet",
        "quick-exit: " + host.page("/weather", "Sunny") + "\nsources: [{page: pages/mixed.html}]");
    server = TestServer.of(network, folder.resolve("data"));
    chromium = new Chromium();
  }

  private static void widget(Path network, String id, String rest) throws IOException {
    Files.writeString(
        network.resolve("widgets/" + id + ".yaml"),
        "type: resources\ntitle: The list\n" + rest + "\n");
  }

  /** Four groups of a hundred. */
  private static String longPage() {
    StringBuilder page = new StringBuilder("<main>");
    for (int i = 0; i < LONG; i++) {
      if (i % 100 == 0) {
        page.append(i == 0 ? "" : "</ul>").append("<h2>Group ").append(i / 100 + 1).append("</h2>");
        page.append("<ul>");
      }
      page.append(
          "<li><a href='https://long.example/%1$d'>Entry number %1$d</a></li>".formatted(i));
    }
    return page.append("</ul></main>").toString();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    host.close();
    server.close();
  }

  private static String embedded(String id, String... headers) {
    return host.embedding("/" + id, server.url(), id + "?lang=en", headers);
  }

  /** The entries that can be seen. */
  private static Locator entries(Page page) {
    return page.locator("li[data-i] .t > a:visible");
  }

  private static Locator field(Page page) {
    return page.getByLabel("Search this list");
  }

  @ParameterizedTest
  @CsvSource({
    "migracion,Audiencia de migración",
    "MIGRACIÓN audiencia,Audiencia de migración",
    "hearing bring,Your hearing",
    "حقوقك,حقوقُك في المحكمة",
    "محكمه,حقوقُك في المحكمة",
    "لأسره,مساعدة لأُسرة",
    "المساعدة,مساعدة لأُسرة",
    "بالمحكمة,حقوقُك في المحكمة",
    "法庭,移民法庭指南",
    "duong day,Đường dây nóng",
    "español,Audiencia de migración"
  })
  void what_is_typed_is_found_at_once_and_by_the_server_alike(String typed, String title) {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(embedded("news"));
      field(visit.page).fill(typed);
      assertThat(entries(visit.page)).hasText(new String[] {title});
      assertThat(visit.page.getByRole(AriaRole.STATUS)).hasText("1 entry found");
      assertThat(visit.console).isEmpty();
    }
    var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (Chromium.Visit visit = chromium.visit(options)) {
      visit.page.navigate(server.url() + "/w/news?lang=en");
      field(visit.page).fill(typed);
      field(visit.page).press("Enter");
      assertThat(entries(visit.page)).hasText(new String[] {title});
      assertThat(visit.page.locator(".n")).hasText("1 entry found");
      assertThat(field(visit.page)).hasValue(typed);
      visit.page.getByText("Clear the search").click();
      assertThat(visit.page.locator("li[data-i]")).hasCount(9);
    }
  }

  private static List<String> choices(Page page, String label) {
    return page.getByLabel(label).locator("option").allTextContents();
  }

  /** Each choice says how many entries it would find among those that the others leave. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void choices_count_what_they_would_find(boolean scripts) {
    var options = new Browser.NewContextOptions().setJavaScriptEnabled(scripts);
    try (Chromium.Visit visit = chromium.visit(options)) {
      visit.page.navigate(server.url() + "/w/news?lang=en");
      assertThat(choices(visit.page, "Topic"))
          .containsExactly("All", "Derechos (2)", "Other languages (4)", "Help (3)");
      field(visit.page).fill("hearing");
      field(visit.page).press("Enter");
      assertThat(visit.page.locator(".n")).hasText("1 entry found");
      assertThat(choices(visit.page, "Topic"))
          .containsExactly("All", "Derechos (1)", "Other languages (0)", "Help (0)");
      assertThat(choices(visit.page, "Kind")).contains("PDF (1)", "Video (0)");
      field(visit.page).fill("");
      visit.page.getByLabel("Topic").selectOption("help");
      if (!scripts) {
        field(visit.page).press("Enter");
      }
      assertThat(visit.page.locator(".n")).hasText("3 entries found");
      assertThat(choices(visit.page, "Topic"))
          .containsExactly("All", "Derechos (2)", "Other languages (4)", "Help (3)");
      assertThat(choices(visit.page, "Kind")).contains("PDF (0)", "Video (1)");
    }
  }

  @Test
  void a_long_list_has_one_page_with_all_of_it_for_a_printer() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(server.url() + "/w/long?lang=en");
      assertThat(visit.page.locator("li[data-i]")).not().hasCount(LONG);
      visit.page.getByText("All on one page, to print").click();
      assertThat(visit.page.locator("li[data-i]")).hasCount(LONG);
      visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(entries(visit.page)).hasCount(LONG);
      assertThat(visit.page.getByText("All on one page, to print")).hasCount(0);
    }
  }

  /** Spellings that fold in many ways; the page of the list {@code odd} has a link for each. */
  private static final List<String> ODD =
      List.of(
          "Straße, ŒUVRE & Ærø",
          "İstanbul ılık",
          "K'iche’ ʼn l’avocat",
          "ΣΊΣΥΦΟΣ",
          "Łódź-Đà Nẵng",
          "٠١٢ ۳۴۵ 678",
          "إلى آخر أُمّـــة ٱلمدرسةِ",
          "شَلוֹם שָׁלוֹם",
          "ﬁne ½ №5 ™",
          "한국어 지원",
          "ガイド ｶﾞｲﾄﾞ",
          "हिन्दी में मदद",
          "移民（法庭）指南",
          "کمک فارسی",
          "Ω≈ç√ --- x",
          "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 😀 z");

  @Test
  void the_script_folds_as_the_server_does() throws IOException {
    String script =
        Files.readString(
            Path.of("../widget-core/src/main/java/org/handbill/widget/assets/list.js"));
    String fold = script.substring(script.indexOf("const letters"), script.indexOf("const pause"));
    String index = TestServer.text(server.get("/w/odd.html?lang=en&part=index"));
    Elements rows = Jsoup.parse(index.replaceAll("</?template[^>]*>", "")).select("li[data-f]");
    assertThat(rows).hasSameSizeAs(ODD);
    try (Chromium.Visit visit = chromium.visit()) {
      Object folded =
          visit.page.evaluate(
              "titles => {" + fold + "return titles.map(fold)}", rows.select(".t > a").eachText());
      List<?> byScript = (List<?>) folded;
      for (int i = 0; i < rows.size(); i++) {
        assertThat(rows.get(i).attr("data-f")).startsWith((String) byScript.get(i));
      }
    }
  }

  @Test
  void nothing_found_says_what_to_do_and_emptying_the_field_shows_all() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(embedded("news"));
      field(visit.page).fill("zebra <b>");
      assertThat(visit.page.locator(".n")).containsText("Try fewer words");
      assertThat(entries(visit.page)).hasCount(0);
      field(visit.page).fill("");
      assertThat(visit.page.locator("details")).hasCount(3);
      assertThat(entries(visit.page)).hasCount(2);
      assertThat(visit.console).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_list_is_narrowed_by_topic_language_and_kind(boolean scripts) {
    var options = new Browser.NewContextOptions().setJavaScriptEnabled(scripts);
    try (Chromium.Visit visit = chromium.visit(options)) {
      visit.page.navigate(server.url() + "/w/news?lang=en");
      assertThat(visit.page.locator("select[name=item-lang]").locator("option"))
          .hasText(
              new String[] {
                "All", "العربية (2)", "English (2)", "español (1)", "Tiếng Việt (1)", "中文 (简体) (1)"
              });
      visit.page.locator("select[name=item-lang]").selectOption("ar");
      search(visit.page, scripts);
      assertThat(entries(visit.page)).hasCount(2);
      visit.page.locator("select[name=item-lang]").selectOption("");
      visit.page.locator("select[name=kind]").selectOption("pdf");
      search(visit.page, scripts);
      assertThat(entries(visit.page)).hasText(new String[] {"Your hearing"});
      visit.page.locator("select[name=kind]").selectOption("");
      visit.page.locator("select[name=topic]").selectOption("help");
      search(visit.page, scripts);
      assertThat(entries(visit.page))
          .hasText(new String[] {"Food bank", "Doctor", "A day in court"});
    }
  }

  private static void search(Page page, boolean scripts) {
    if (!scripts) {
      page.locator("button[type=submit]").click();
    }
  }

  @Test
  void a_long_list_sends_its_first_screen_and_brings_the_rest_when_asked() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(embedded("long"));
      assertThat(visit.page.locator("li[data-i]")).hasCount(30);
      visit.page.locator("summary").nth(1).click();
      assertThat(visit.page.locator("li[data-i]")).hasCount(50);
      assertThat(visit.page.getByText("Entry number 100", exactly())).isVisible();
      visit.page.locator("details").nth(1).getByText("Show more").click();
      assertThat(visit.page.locator("li[data-i]")).hasCount(70);
      assertThat(link(visit.page, "Entry number 120")).isFocused();
      visit.page.locator("summary").nth(0).click();
      visit.page.locator("summary").nth(0).click();
      visit.page.locator("details").nth(0).getByText("Show all 100 entries").click();
      assertThat(link(visit.page, "Entry number 30")).isFocused();
      assertThat(visit.page.url()).isEqualTo(host.url() + "/long");
      field(visit.page).fill("entry number");
      assertThat(entries(visit.page)).hasCount(20);
      assertThat(visit.page.locator(".n")).hasText("400 entries found");
      visit.page.locator(".again").click();
      assertThat(entries(visit.page)).hasCount(40);
      assertThat(link(visit.page, "Entry number 20").first()).isFocused();
      assertThat(visit.requests.stream().filter(url -> url.contains("part=index"))).hasSize(1);
      assertThat(visit.console).isEmpty();
    }
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  @Test
  void without_scripts_every_entry_of_a_long_list_can_be_reached() {
    var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (Chromium.Visit visit = chromium.visit(options)) {
      visit.page.navigate(server.url() + "/w/long");
      visit.page.locator("summary").nth(3).click();
      visit.page.locator("details").nth(3).getByText("Show all 100 entries").click();
      assertThat(visit.page.locator("li[data-i]")).hasCount(100);
      assertThat(visit.page.locator("details")).hasCount(1);
      visit.page.getByText("See the whole list").click();
      field(visit.page).fill("entry");
      field(visit.page).press("Enter");
      assertThat(visit.page.locator("li[data-i]")).hasCount(200);
      visit.page.getByText("Show more").click();
      assertThat(visit.page.getByText("Entry number 399", exactly())).isVisible();
    }
  }

  @Test
  void the_strictest_policy_is_kept_by_the_search_too() {
    String policy =
        "default-src 'none'; script-src 'nonce-abc'; connect-src "
            + server.url()
            + "; style-src 'none'; form-action 'none'; base-uri 'none'; img-src data:;"
            + " require-trusted-types-for 'script'; trusted-types 'none'";
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(embedded("long", "Content-Security-Policy", policy));
      field(visit.page).fill("number 377");
      assertThat(entries(visit.page)).hasText(new String[] {"Entry number 377"});
      assertThat(visit.console).isEmpty();
    }
  }

  @Test
  void the_pinned_loader_brings_the_search_along() {
    var embed = server.server().widgets().assets().embed();
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(
          host.page(
              "/pinned",
              "<script async src='%s/embed/%s.js' integrity='%s' crossorigin></script><handbill-widget widget=long></handbill-widget>"
                  .formatted(server.url(), embed.hash(), embed.integrity())));
      field(visit.page).fill("number 377");
      assertThat(entries(visit.page)).hasText(new String[] {"Entry number 377"});
      assertThat(visit.requests.stream().filter(url -> url.contains("/assets/"))).isEmpty();
    }
  }

  @Test
  void a_link_to_one_entry_is_copied_by_keyboard_and_shows_it_alone() {
    var options =
        new Browser.NewContextOptions()
            .setPermissions(List.of("clipboard-read", "clipboard-write"));
    try (Chromium.Visit visit = chromium.visit(options)) {
      visit.page.navigate(server.url() + "/w/news?lang=en");
      entries(visit.page).first().focus();
      Locator button = visit.page.getByLabel("Copy link: Your hearing");
      assertThat(button).hasCount(1);
      visit.page.keyboard().press("Tab");
      assertThat(button).isFocused();
      visit.page.keyboard().press("Enter");
      assertThat(visit.page.locator(".n")).hasText("The link to this entry has been copied.");
      String url = (String) visit.page.evaluate("navigator.clipboard.readText()");
      visit.page.navigate(url);
      assertThat(visit.page.locator("li[data-i]")).hasCount(1);
      assertThat(entries(visit.page)).hasText(new String[] {"Your hearing"});
      visit.page.getByText("See the whole list").click();
      assertThat(visit.page.locator("li[data-i]")).hasCount(9);
    }
  }

  @Test
  void after_a_link_was_copied_emptying_the_field_still_shows_all() {
    var options =
        new Browser.NewContextOptions()
            .setPermissions(List.of("clipboard-read", "clipboard-write"));
    try (Chromium.Visit visit = chromium.visit(options)) {
      visit.page.navigate(server.url() + "/w/news?lang=en");
      entries(visit.page).first().focus();
      visit.page.getByLabel("Copy link: Your hearing").click();
      assertThat(visit.page.locator(".n")).hasText("The link to this entry has been copied.");
      field(visit.page).fill("hearing");
      assertThat(entries(visit.page)).hasText(new String[] {"Your hearing"});
      field(visit.page).fill("");
      assertThat(visit.page.locator("details").first()).isVisible();
      assertThat(visit.page.locator(".found")).hasCount(0);
    }
  }

  @Test
  void where_nothing_hovers_every_entry_shows_its_button() {
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(390, 800)
            .setHasTouch(true)
            .setIsMobile(true);
    try (Chromium.Visit visit = chromium.visit(options)) {
      visit.page.navigate(server.url() + "/w/news?lang=en");
      Locator button = visit.page.getByLabel("Copy link: Your hearing");
      assertThat(button).hasCSS("opacity", "1");
    }
  }

  @Test
  void a_word_without_end_does_not_widen_a_narrow_page() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.setViewportSize(320, 800);
      visit.page.navigate(server.url() + "/w/words?lang=en");
      assertThat(entries(visit.page)).hasCount(2);
      assertEquals(320, visit.page.evaluate("document.documentElement.scrollWidth"));
    }
  }

  @Test
  void where_nothing_may_be_copied_the_address_is_shown() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.addInitScript("Object.defineProperty(navigator, 'clipboard', {value: undefined})");
      visit.page.navigate(server.url() + "/w/news?lang=en");
      entries(visit.page).first().focus();
      visit.page.getByLabel("Copy link: Your hearing").click();
      Locator address = visit.page.getByLabel("Copy this address:");
      assertThat(address).isFocused();
      assertThat(address.inputValue()).contains("/w/news?lang=en&item=");
    }
  }

  @Test
  void an_entry_that_has_gone_leads_to_the_list() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(server.url() + "/w/news?lang=en&item=0123456789");
      assertThat(visit.page.getByText("no longer in the list")).isVisible();
      assertThat(visit.page.getByText("See the whole list")).isVisible();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "embedded", "link", "framed"})
  void a_quick_exit_leaves_nothing_behind_it(String how) {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/before", "Before"));
      String page = server.url() + "/w/quiet?lang=en";
      visit.page.navigate(
          switch (how) {
            case "embedded" -> embedded("quiet");
            case "framed" -> host.page("/framed", "<iframe src='" + page + "'></iframe>");
            default -> page;
          });
      Locator exit =
          how.equals("framed")
              ? visit.page.frameLocator("iframe").getByText("Leave this site quickly")
              : visit.page.getByText("Leave this site quickly");
      assertThat(exit).isVisible();
      if (how.equals("link") || how.equals("framed")) {
        exit.click();
      } else {
        visit.page.waitForFunction(
            "() => performance.getEntriesByType('resource').some(e => /list-/.test(e.name))");
        visit.page.waitForTimeout(300);
        assertThat(visit.page.getByText("Or press Shift three times")).isVisible();
        for (int i = 0; i < 3; i++) {
          visit.page.keyboard().press("Shift");
        }
      }
      visit.page.waitForURL(host.url() + "/weather");
      visit.page.goBack();
      assertThat(visit.page.url()).isEqualTo(host.url() + "/before");
    }
  }

  @Test
  void on_paper_every_group_is_open_with_its_addresses_and_without_controls() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(server.url() + "/w/news?lang=en");
      assertThat(visit.page.getByText("Food bank")).isHidden();
      visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(visit.page.getByText("Food bank")).isVisible();
      assertThat(field(visit.page)).isHidden();
      assertThat(
              visit.page.evaluate(
                  "getComputedStyle(document.querySelector('.t a'), '::after').content"))
          .asString()
          .contains("https://a.example/");
    }
  }

  @Test
  void the_visitors_language_comes_first() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(server.url() + "/w/news?lang=en");
      assertThat(entries(visit.page))
          .hasText(new String[] {"Your hearing", "Audiencia de migración"});
      visit.page.navigate(server.url() + "/w/news?lang=es");
      assertThat(entries(visit.page))
          .hasText(new String[] {"Audiencia de migración", "Your hearing"});
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "news?lang=en",
        "news?lang=ar",
        "news?lang=en&q=court",
        "news?lang=en&q=zebra",
        "long",
        "long?group=group-2",
        "compact",
        "cards",
        "videos",
        "quiet?lang=ar"
      })
  void lists_are_accessible_and_fit_in_light_and_dark(String path) {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.setViewportSize(320, 900);
      visit.page.navigate(server.url() + "/w/" + path);
      visit.page.evaluate(
          "document.querySelectorAll('details').forEach(group => group.open = true)");
      Accessibility.inEveryLook(
          visit.page,
          look ->
              assertThat(
                      Accessibility.faults(
                          visit.page, "wcag2a", "wcag2aa", "wcag22aa", "best-practice"))
                  .as("%s %s", path, look)
                  .isEmpty());
      assertThat(visit.console).isEmpty();
      assertThat(visit.traces()).isEmpty();
    }
  }

  @Test
  void videos_ask_nothing_of_their_host_and_open_beside_the_page() {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(server.url() + "/w/videos");
      Locator video = visit.page.locator("a[target=_blank]");
      assertThat(video).hasAttribute("rel", "noopener");
      assertThat(video).containsText("(opens in a new tab)");
      assertThat(visit.requests).allMatch(url -> url.startsWith(server.url()));
    }
  }
}
