package org.handbill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.handbill.server.Networks;
import org.handbill.server.PlatformForms;
import org.handbill.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A donor on a member's page gets to the platform's form with the gift and the member's credit. */
class DonateTest {

  private static final int SMALLEST_TARGET = 44; // px, WCAG 2.5.5
  private static final double LINE = 32; // px, of the title

  private static final String ALL =
      """
      amounts: [15, 35, 75, 150]
      suggested: 35
      impact: {35: {en: One phone card, es: Una tarjeta de teléfono, ar: بطاقة هاتف}}
      frequencies: [once, monthly]
      other: {min: 5, max: 5000}
      goal: {amount: 50000, raised: 31250, donors: 412, until: 2099-12-31}
      """;

  @TempDir static Path folder;
  private static TestServer server;
  private static HostSite host;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    Path network = Networks.minimal(folder.resolve("network"), widget("actblue", ALL));
    Files.writeString(
        network.resolve("handbill.yaml"),
        """
        network: {name: Test Network, url: "https://network.example.org"}
        languages: [en, es, ar]
        members: [{id: lakeside, name: Lakeside, source-code: lwa}]
        """);
    for (String platform : PlatformForms.ALL.keySet()) {
      Files.writeString(
          network.resolve("widgets/" + platform + ".yaml"),
          widget(platform, "amounts: [15, 35]\nfrequencies: [once, monthly]\nother: {min: 5}\n"));
    }
    for (String layout : List.of("button", "buttons", "card", "bar")) {
      Files.writeString(
          network.resolve("widgets/" + layout + ".yaml"),
          widget("every-org", ALL + "layout: " + layout + "\n"));
    }
    Files.writeString(
        network.resolve("widgets/purposes.yaml"),
        widget(
            "every-org",
            """
            amounts: [15, 35]
            frequencies: [once, monthly]
            other: {min: 5}
            target: new
            designations:
              - {code: Bond fund, title: {en: Bonds, es: Fianzas, ar: كفالات}}
              - {code: Legal & phone, title: {en: Lawyers, es: Abogados, ar: محامون}}
            """));
    Files.writeString(
        network.resolve("widgets/currencies.yaml"),
        """
        type: donate
        title: {en: Help someone come home, es: Ayuda a alguien, ar: ساعد إنسانًا على العودة}
        platform: every-org
        form:
          USD: https://www.every.org/us
          MXN: https://www.every.org/mx
          KWD: https://www.every.org/kw
        amounts: {USD: [15, 35], MXN: [200, 500], KWD: [5, 12.5]}
        suggested: {USD: 35, MXN: 500}
        other: {USD: {min: 5}, MXN: {min: 100, max: 9000}, KWD: {min: 0.5}}
        frequencies: [once, monthly]
        designations:
          - {code: Bonds, title: {en: Bonds, es: Fianzas, ar: كفالات}}
          - {code: Lawyers, title: {en: Lawyers, es: Abogados, ar: محامون}}
        goal: {amount: 50000, raised: 31250}
        """);
    server = TestServer.of(network, folder.resolve("data"));
    host = new HostSite();
    chromium = new Chromium();
  }

  private static String widget(String platform, String rest) {
    return """
        type: donate
        title: {en: Help someone come home, es: Ayuda a alguien, ar: ساعد إنسانًا على العودة}
        platform: %s
        form: %s
        """
            .formatted(platform, '"' + PlatformForms.ALL.get(platform) + '"')
        + rest;
  }

  @AfterAll
  static void stop() {
    chromium.close();
    host.close();
    server.close();
  }

  private static Chromium.Visit visit(boolean scripts) {
    return standIns(chromium.visit(new Browser.NewContextOptions().setJavaScriptEnabled(scripts)));
  }

  /** Whatever is no address of this machine is a platform here. */
  private static Chromium.Visit standIns(Chromium.Visit visit) {
    visit.context.route(
        url -> url.startsWith("https://"),
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<title>The platform</title><h1>Thank you</h1>")));
    return visit;
  }

  /** A member's page with the snippet; without scripts, the page that its link would lead to. */
  private static String page(String id, String language, boolean scripts) {
    String query = "?lang=" + language + "&member=lakeside";
    if (!scripts) {
      return server.url() + "/w/" + id + query;
    }
    return host.embedding("/" + id + "-" + language, server.url(), id + query);
  }

  private static Locator frequency(Page page, String name) {
    return page.locator("label").getByText(name, exactly());
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @ParameterizedTest
  @CsvSource({
    "actblue, true, https://secure.actblue.com/donate/open-doors?amount=35&recurring=1&refcode=lwa",
    "actblue, false, https://secure.actblue.com/donate/open-doors?amount=35&recurring=1&refcode=lwa",
    "donorbox, true, https://donorbox.org/open-doors?default_interval=m&amount=35&utm_source=lwa",
    "every-org, true,"
        + " https://www.every.org/open-doors?amount=35&frequency=MONTHLY&partner_donation_id=lwa#donate",
    "every-org, false,"
        + " https://www.every.org/open-doors?amount=35&frequency=MONTHLY&partner_donation_id=lwa#donate",
    "givebutter, true, https://givebutter.com/open-doors?amount=35&frequency=monthly",
    "commitchange, true,"
        + " https://us.commitchange.com/nonprofits/1234/donate?single_amount=35&type=recurring",
    "url-template, true, https://give.example.org/?a=35&f=monthly&s=lwa&l=en",
    "url-template, false, https://give.example.org/?a=35&f=monthly&s=lwa&l=en",
  })
  void thirty_five_a_month_arrives_with_the_platform_s_own_parameters(
      String platform, boolean scripts, String arrival) {
    try (Chromium.Visit visit = visit(scripts)) {
      visit.page.navigate(page(platform, "en", scripts));
      frequency(visit.page, "Monthly").click();
      link(visit.page, "Give 35 US dollars a month").click();
      visit.page.waitForURL(arrival);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "stripe, https://buy.stripe.com/5kA3eQ0Wz?client_reference_id=lwa",
    "paypal, https://www.paypal.com/donate?business=ABC123&item_number=lwa&no_recurring=1",
    "action-network, https://actionnetwork.org/fundraising/open-doors?source=lwa",
  })
  void where_the_platform_asks_there_is_one_button(String platform, String arrival) {
    try (Chromium.Visit visit = visit(true)) {
      visit.page.navigate(page(platform, "en", true));
      Locator links = visit.page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK);
      assertThat(links).hasCount(1);
      links.click();
      visit.page.waitForURL(arrival);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "actblue, true, https://secure.actblue.com/donate/open-doors?recurring=1&refcode=lwa&amount=62.50",
    "actblue, false, https://secure.actblue.com/donate/open-doors?recurring=1&refcode=lwa&amount=62.50",
    "every-org, false,"
        + " https://www.every.org/open-doors?frequency=MONTHLY&partner_donation_id=lwa&amount=62.50#donate",
    "commitchange, true,"
        + " https://us.commitchange.com/nonprofits/1234/donate?type=recurring&single_amount=62.50",
    "url-template, false, https://give.example.org/?f=monthly&s=lwa&l=en&a=62.50",
  })
  void an_amount_of_one_s_own_goes_the_same_way(String platform, boolean scripts, String arrival) {
    try (Chromium.Visit visit = visit(scripts)) {
      visit.page.navigate(page(platform, "en", scripts));
      frequency(visit.page, "Monthly").click();
      Locator field = visit.page.locator("input[type=number]:visible");
      field.fill("4");
      field.press("Enter"); // less than the least: the browser says so and stays
      assertThat(field).isFocused();
      field.fill("62.50");
      visit.page.locator("button:visible").click();
      visit.page.waitForURL(arrival);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_keyboard_is_enough(boolean scripts) {
    try (Chromium.Visit visit = visit(scripts)) {
      visit.page.navigate(page("news", "en", scripts));
      Locator once = visit.page.locator("input[value=once]");
      assertThat(once).isVisible();
      once.focus();
      visit.page.keyboard().press("ArrowRight");
      visit.page.keyboard().press("Tab");
      visit.page.keyboard().press("Tab");
      assertThat(link(visit.page, "Give 35 US dollars a month, Suggested, One phone card"))
          .isFocused();
      visit.page.keyboard().press("Enter");
      visit.page.waitForURL(
          "https://secure.actblue.com/donate/open-doors?amount=35&recurring=1&refcode=lwa");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "es, Cada mes, 'Donar 35 dólares estadounidenses al mes, Sugerido, Una tarjeta de teléfono'",
    "ar, كل شهر, تبرع بمبلغ ٣٥ دولارًا أمريكيًا كل شهر، مقترح، بطاقة هاتف",
  })
  void a_donor_gives_in_their_own_language(String language, String often, String label) {
    for (boolean scripts : List.of(true, false)) {
      try (Chromium.Visit visit = visit(scripts)) {
        visit.page.navigate(page("news", language, scripts));
        frequency(visit.page, often).click();
        link(visit.page, label).click();
        visit.page.waitForURL(
            "https://secure.actblue.com/donate/open-doors?amount=35&recurring=1&refcode=lwa");
      }
    }
  }

  @Test
  void a_purpose_is_chosen_and_the_platform_opens_beside_the_page() {
    try (Chromium.Visit visit = visit(true)) {
      visit.page.navigate(page("purposes", "en", true));
      frequency(visit.page, "Lawyers").click();
      visit.page.locator("label:visible").getByText("Monthly", exactly()).click();
      Page opened =
          visit.context.waitForPage(
              () -> link(visit.page, "Give 35 US dollars a month, opens in a new tab").click());
      opened.waitForURL(
          "https://www.every.org/open-doors?amount=35&frequency=MONTHLY"
              + "&designation=Legal%20%26%20phone&partner_donation_id=lwa#donate");
      assertThat(opened.evaluate("() => window.opener")).isNull();
    }
  }

  private static Locator seen(Page page, String choice) {
    return frequency(page, choice).and(page.locator(":visible"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Mexican pesos | Lawyers | Monthly | Give 500 Mexican pesos a month, Suggested",
        "es | Pesos mexicanos | Abogados | Cada mes | Donar 500 pesos mexicanos al mes, Sugerido",
        "ar | بيزو مكسيكي | محامون | كل شهر | تبرع بمبلغ ٥٠٠ بيزو مكسيكي كل شهر، مقترح",
      })
  void a_currency_is_chosen_with_all_that_belongs_to_it(
      String language, String currency, String purpose, String often, String label) {
    for (boolean scripts : List.of(true, false)) {
      try (Chromium.Visit visit = visit(scripts)) {
        visit.page.navigate(page("currencies", language, scripts));
        seen(visit.page, currency).click();
        seen(visit.page, purpose).click();
        seen(visit.page, often).click();
        link(visit.page, label).click();
        visit.page.waitForURL(
            "https://www.every.org/mx?amount=500&frequency=MONTHLY"
                + "&designation=Lawyers&partner_donation_id=lwa#donate");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_amount_of_one_s_own_is_in_the_currency_that_was_chosen(boolean scripts) {
    try (Chromium.Visit visit = visit(scripts)) {
      visit.page.navigate(page("currencies", "en", scripts));
      seen(visit.page, "Kuwaiti dinars").click();
      Locator field = visit.page.locator("input[type=number]:visible");
      field.fill("0.499");
      field.press("Enter"); // less than the least
      assertThat(field).isFocused();
      field.fill("0.505");
      field.press("Enter");
      visit.page.waitForURL(
          "https://www.every.org/kw?frequency=ONCE&designation=Bonds"
              + "&partner_donation_id=lwa&amount=0.505#donate");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_currency_is_chosen_by_keyboard(boolean scripts) {
    try (Chromium.Visit visit = visit(scripts)) {
      visit.page.navigate(page("currencies", "en", scripts));
      Locator dollars = visit.page.locator("#c-USD");
      assertThat(dollars).isVisible();
      dollars.focus();
      visit.page.keyboard().press("ArrowRight");
      for (int i = 0; i < 3; i++) { // purpose, frequency, the first amount
        visit.page.keyboard().press("Tab");
      }
      assertThat(link(visit.page, "Give 200 Mexican pesos once")).isFocused();
    }
  }

  @Test
  void a_page_puts_the_currency_of_its_readers_first() {
    String html =
        "<!doctype html><html lang=en><head><title>A member</title></head><body><main>"
            + "<h1>A member</h1><handbill-widget widget=currencies currency=MXN member=lakeside>"
            + "</handbill-widget><script async src=\"%s/embed.js\"></script></main></body></html>"
                .formatted(server.url());
    try (Chromium.Visit visit = visit(true)) {
      visit.page.navigate(host.page("/first", html));
      assertThat(link(visit.page, "Give 200 Mexican pesos once")).isVisible();
      assertThat(visit.page.locator("#c-MXN")).isChecked();
      assertThat(link(visit.page, "Give 15 US dollars once")).isHidden();
    }
  }

  /** What is reserved is about what is needed: a tenth more or less, or a line. */
  @ParameterizedTest
  @CsvSource({"button", "buttons", "card", "bar", "purposes", "currencies"})
  void the_height_is_known_before(String layout) {
    try (Chromium.Visit visit = visit(true)) {
      for (String language : List.of("en", "es", "ar")) {
        for (int width : List.of(320, 736)) {
          String address = server.url() + "/w/" + layout + "?lang=" + language;
          visit.page.setViewportSize(width, 900);
          visit.page.navigate(
              host.page(
                  "/frame",
                  "<!doctype html><body style=margin:0><iframe width=\"100%%\" src=\"%s\"></iframe>"
                      .formatted(address)));
          Object needed =
              visit.page.frames().get(1).evaluate("document.body.getBoundingClientRect().height");
          double height = ((Number) needed).doubleValue();
          assertThat((double) estimate(address, width))
              .as("%s %d", language, width)
              .isCloseTo(height, Offset.offset(Math.max(LINE, height / 10)));
        }
      }
    }
  }

  private static int estimate(String address, int width) {
    String asked = URLEncoder.encode(address, StandardCharsets.UTF_8);
    String answer = TestServer.text(server.get("/oembed?maxwidth=" + width + "&url=" + asked));
    return JsonMapper.shared().readTree(answer).path("height").asInt();
  }

  @ParameterizedTest
  @CsvSource({"button", "buttons", "card", "bar", "purposes", "currencies"})
  void every_layout_can_be_used_by_everybody(String layout) {
    for (String language : List.of("en", "es", "ar")) {
      try (Chromium.Visit visit = standIns(chromium.visit())) {
        visit.page.setViewportSize(320, 900);
        visit.page.navigate(server.url() + "/w/" + layout + "?lang=" + language);
        Accessibility.inEveryLook(
            visit.page,
            look -> {
              assertThat(Accessibility.faults(visit.page))
                  .as("%s %s %s", layout, language, look)
                  .isEmpty();
              assertTargetsAreLarge(visit.page);
            });
        assertThat(visit.console).isEmpty();
      }
    }
  }

  private static void assertTargetsAreLarge(Page page) {
    assertThat(
            page.locator(".d a:visible, .d label:not([for^=w]):visible, .d button:visible").all())
        .isNotEmpty()
        .allSatisfy(
            target ->
                assertThat(target.boundingBox().height).isGreaterThanOrEqualTo(SMALLEST_TARGET));
  }
}
