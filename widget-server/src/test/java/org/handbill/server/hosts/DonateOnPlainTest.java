package org.handbill.server.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handbill.server.Networks;
import org.handbill.server.PlatformForms;
import org.handbill.server.TestServer;
import org.handbill.server.browser.Accessibility;
import org.handbill.server.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A donor on a member's real site, with the sample network's donate buttons on one platform after
 * the other, gets to a stand-in of that platform with its documented parameters and nothing else.
 */
class DonateOnPlainTest {

  private static final String MEMBER = "lakeside-alliance";

  private static final String SPANISH =
      "Donar 35 dólares estadounidenses al mes, Sugerido, Una tarjeta de teléfono";
  private static final String ARABIC = "تبرع بمبلغ ٣٥ دولارًا أمريكيًا كل شهر، مقترح، بطاقة هاتف";

  @TempDir static Path folder;
  private static TestServer server;
  private static FolderServer sites;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    Path network = Networks.sample(folder.resolve("network"));
    Site.change(network.resolve("handbill.yaml"), "languages: [en, es]", "languages: [en, es, ar]");
    Path give = network.resolve("widgets/give.yaml");
    Site.change(give, "es: Una tarjeta de teléfono", "es: Una tarjeta de teléfono, ar: بطاقة هاتف");
    for (Map.Entry<String, String> each : PlatformForms.ALL.entrySet()) {
      Path widget = Files.copy(give, network.resolve("widgets/" + each.getKey() + ".yaml"));
      Site.change(widget, "platform: actblue", "platform: " + each.getKey());
      Site.change(
          widget, "form: " + PlatformForms.ALL.get("actblue"), "form: '" + each.getValue() + "'");
    }
    Path pesos = Files.copy(give, network.resolve("widgets/pesos.yaml"));
    Site.change(
        pesos,
        "form: " + PlatformForms.ALL.get("actblue"),
        "form: {USD: https://secure.actblue.com/donate/us, MXN: https://secure.actblue.com/donate/mx}");
    Site.change(pesos, "amounts: [15, 35, 75, 150]", "amounts: {USD: [15, 35], MXN: [200, 500]}");
    Site.change(pesos, "suggested: 35", "suggested: {USD: 35}");
    Site.change(pesos, "  35: {en: One", "  USD: {35: {en: One");
    Site.change(pesos, "بطاقة هاتف}", "بطاقة هاتف}}");
    Site.change(pesos, "other: {min: 5}", "other: {USD: {min: 5}, MXN: {min: 100}}");
    server = TestServer.of(network, folder.resolve("data"));
    sites = new FolderServer(Files.createDirectories(folder.resolve("sites")));
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    sites.close();
    server.close();
  }

  /** The site with another widget in the place of its donate buttons, in a language. */
  private static String site(String widget, String language) {
    String name = widget + "-" + language;
    Path site = folder.resolve("sites").resolve(name);
    if (!Files.exists(site)) {
      Path page = Site.copied("plain", site, server.url()).resolve("index.html");
      Site.change(page, "give?lang=en", widget + "?lang=" + language);
      Site.change(page, "give.js?lang=en", widget + ".js?lang=" + language);
    }
    return sites.url() + "/" + name + "/";
  }

  private static Chromium.Visit visit(Browser.NewContextOptions options) {
    Chromium.Visit visit = chromium.visit(options);
    visit.context.route(
        url -> url.startsWith("https://"),
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<title>The platform</title><h1>Thank you</h1>")));
    return visit;
  }

  private static Chromium.Visit visit(boolean scripts) {
    return visit(new Browser.NewContextOptions().setJavaScriptEnabled(scripts));
  }

  private static Locator place(Page page, String widget) {
    return page.locator("[data-handbill^='" + widget + "?']");
  }

  /** Goes to the buttons: on the site itself, and without scripts by the link that stands there. */
  private static void goToTheButtons(Page page, String widget, String language, boolean scripts) {
    page.navigate(site(widget, language));
    place(page, widget).scrollIntoViewIfNeeded();
    if (!scripts) {
      place(page, widget).getByRole(AriaRole.LINK).click();
    }
    assertThat(page.locator(".d")).not().hasCount(0);
  }

  private static Locator choice(Page page, String name) {
    return page.locator("label").getByText(name, new Locator.GetByTextOptions().setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @ParameterizedTest
  @CsvSource({
    "actblue, https://secure.actblue.com/donate/open-doors?amount=35&recurring=1&refcode=lwa",
    "donorbox, https://donorbox.org/open-doors?default_interval=m&amount=35&utm_source=lwa",
    "every-org,"
        + " https://www.every.org/open-doors?amount=35&frequency=MONTHLY&partner_donation_id=lwa#donate",
    "givebutter, https://givebutter.com/open-doors?amount=35&frequency=monthly",
    "commitchange,"
        + " https://us.commitchange.com/nonprofits/1234/donate?single_amount=35&type=recurring",
    "url-template, https://give.example.org/?a=35&f=monthly&s=lwa&l=en",
  })
  void thirty_five_a_month_arrives(String platform, String arrival) {
    for (Words words : Words.ALL) {
      for (boolean scripts : new boolean[] {true, false}) {
        try (Chromium.Visit visit = visit(scripts)) {
          goToTheButtons(visit.page, platform, words.language(), scripts);
          choice(visit.page, words.monthly()).click();
          link(visit.page, words.label()).click();
          visit.page.waitForURL(arrival.replace("l=en", "l=" + words.language()));
          assertThat(visit.console).isEmpty();
          assertThat(visit.context.cookies()).isEmpty();
        }
      }
      byKeyboard(platform, words, arrival.replace("l=en", "l=" + words.language()));
    }
  }

  private static void byKeyboard(String platform, Words words, String arrival) {
    try (Chromium.Visit visit = visit(true)) {
      goToTheButtons(visit.page, platform, words.language(), true);
      choose(visit.page, words.label());
      visit.page.waitForURL(arrival);
    }
  }

  /** What a donor reads. */
  private record Words(String language, String monthly, String label) {
    static final List<Words> ALL =
        List.of(
            new Words("en", "Monthly", "Give 35 US dollars a month, Suggested, One phone card"),
            new Words("es", "Cada mes", SPANISH),
            new Words("ar", "كل شهر", ARABIC));
  }

  @ParameterizedTest
  @CsvSource({
    "stripe, https://buy.stripe.com/5kA3eQ0Wz?client_reference_id=lwa",
    "paypal,"
        + " https://www.paypal.com/donate?business=ABC123&item_number=lwa&currency_code=USD&no_recurring=1",
    "action-network, https://actionnetwork.org/fundraising/open-doors?source=lwa",
  })
  void where_a_link_carries_no_amount_there_is_one_button(String platform, String arrival) {
    for (boolean scripts : new boolean[] {true, false}) {
      try (Chromium.Visit visit = visit(scripts)) {
        goToTheButtons(visit.page, platform, "en", scripts);
        Locator buttons = visit.page.locator(".d").getByRole(AriaRole.LINK);
        assertThat(buttons).hasCount(1);
        buttons.click();
        visit.page.waitForURL(arrival);
      }
    }
  }

  @Test
  void without_scripts_a_keyboard_is_enough() {
    for (Words words : Words.ALL) {
      try (Chromium.Visit visit = visit(false)) {
        Page page = visit.page;
        page.navigate(site("url-template", words.language()));
        tabTo(page, place(page, "url-template").getByRole(AriaRole.LINK));
        page.keyboard().press("Enter");
        page.waitForURL("**/w/url-template?**");
        choose(page, words.label());
        page.waitForURL("https://give.example.org/?a=35&f=monthly&s=lwa&l=" + words.language());
      }
    }
  }

  /** Chooses the second amount, each month, by the keys alone. */
  private static void choose(Page page, String label) {
    tabTo(page, page.locator("input[type=radio][value=once]"));
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertThat(link(page, label)).isFocused();
    page.keyboard().press("Enter");
  }

  private static final int MOST_TABS = 60;

  private static void tabTo(Page page, Locator wanted) {
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press("Tab");
      if (wanted.evaluate("one => one.getRootNode().activeElement === one").equals(true)) {
        return;
      }
    }
    throw new AssertionError("The Tab key does not lead to " + wanted);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pesos_are_given_as_pesos(boolean scripts) {
    try (Chromium.Visit visit = visit(scripts)) {
      goToTheButtons(visit.page, "pesos", "en", scripts);
      choice(visit.page, "Mexican pesos").click();
      choice(visit.page, "Monthly").and(visit.page.locator(":visible")).click();
      link(visit.page, "Give 500 Mexican pesos a month").click();
      visit.page.waitForURL(
          "https://secure.actblue.com/donate/mx?amount=500&recurring=1&refcode=lwa");
    }
  }

  @Test
  void what_the_builder_hands_out_leads_to_the_platform_though_our_server_be_down() {
    String snippet;
    try (Chromium.Visit visit = visit(true)) {
      visit.page.navigate(server.url() + "/?widget=actblue&lang=en&member=" + MEMBER);
      assertThat(visit.page.locator("#snippet")).containsText("measured in the preview");
      snippet = visit.page.locator("#snippet code").first().textContent();
    }
    String name = "pasted";
    Path page =
        Site.copied("plain", folder.resolve("sites").resolve(name), server.url())
            .resolve("index.html");
    Site.change(page, "<!-- Handbill: donate -->", "<div id=\"pasted\">" + snippet + "</div>");
    for (boolean scripts : new boolean[] {true, false}) {
      try (Chromium.Visit visit = visit(scripts)) {
        visit.context.route(url -> url.startsWith(server.url()), Route::abort);
        visit.page.navigate(sites.url() + "/" + name + "/");
        visit.page.locator("#pasted").getByRole(AriaRole.LINK).click();
        visit.page.waitForURL("https://secure.actblue.com/donate/open-doors?amount=35&refcode=lwa");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "ar"})
  void everybody_can_use_it_on_the_site(String language) {
    try (Chromium.Visit visit = visit(true)) {
      visit.page.setViewportSize(320, 900);
      goToTheButtons(visit.page, "pesos", language, true);
      Accessibility.inEveryLook(
          visit.page, look -> assertThat(Accessibility.faults(visit.page)).as(look).isEmpty());
    }
  }
}
