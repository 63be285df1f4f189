package org.handbill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Every kind of field on the widget's own page, in a real browser without JavaScript. */
class FieldsTest {

  private static final String EVERY_KIND =
      """
      type: signup
      title: Join us
      fields:
        - email
        - {name: phone, required: false, country: US, help: For urgent calls only}
        - {name: country, required: false}
        - {name: postal-code, required: false}
        - {name: language, required: false}
        - {name: channel, type: choice, label: How should we write?,
           options: [{value: mail, label: By letter}, {value: sms, label: By text message}]}
        - {name: topics, type: choices, label: Topics, help: Two at most, most: 2,
           options: [{value: housing, label: Housing}, {value: work, label: Work},
             {value: school, label: Unaccompanied and separated children at school}]}
        - {name: story, type: text, label: Your story, required: false}
        - {name: volunteer, type: checkbox, label: I can help, required: false}
        - {name: campaign, type: hidden, value: spring}
        - {name: partner-page, type: hidden}
      """;

  @TempDir static Path data;
  private static TestServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    Path network = Networks.minimal(data.resolve("network"), EVERY_KIND);
    Path file = network.resolve("handbill.yaml");
    Files.writeString(file, Files.readString(file).replace("[en]", "[en, es, ar]"));
    server = TestServer.of(network, data);
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  private static Browser.NewContextOptions plain(ColorScheme scheme) {
    return new Browser.NewContextOptions().setJavaScriptEnabled(false).setColorScheme(scheme);
  }

  private static void send(Page page) {
    page.getByRole(AriaRole.BUTTON).click();
  }

  @Test
  void a_form_with_every_kind_of_field_is_mended_and_sent_without_javascript() throws Exception {
    try (Chromium.Visit visit = chromium.visit(plain(ColorScheme.LIGHT))) {
      Page page = visit.page;
      page.navigate(server.url() + "/w/news");
      page.getByLabel("E-mail address").fill("ana@gmial.com");
      page.getByLabel("Phone number").fill("(312) 555-0100");
      page.getByLabel("Country").selectOption("GB");
      page.getByLabel("Postal code").fill("sw1a1aa");
      page.getByLabel("Preferred language").selectOption("es");
      page.getByLabel("By text message").check();
      page.getByLabel("Housing").check();
      page.locator("[value=work]").check();
      page.getByLabel("at school").check();
      page.getByLabel("Your story").fill("One\ntwo");
      page.getByLabel("I can help").check();
      page.locator("#i-consent").check();
      send(page);
      assertThat(page.locator("#e-email")).containsText("Did you mean ana@gmail.com?");
      assertThat(page.locator("#e-topics")).hasText("Please choose at most 2.");
      assertThat(page.getByLabel("E-mail address")).isFocused();
      assertThat(page.getByLabel("Country")).hasValue("GB");
      assertThat(page.getByLabel("By text message")).isChecked();
      assertThat(page.getByLabel("Your story")).hasValue("One\ntwo");
      page.getByLabel("at school").uncheck();
      send(page);
      assertThat(page.locator("[role=status]")).containsText("open the link");
    }
    assertThat(export())
        .contains("\"email\":\"ana@gmial.com\"", "\"phone\":\"+13125550100\"")
        .contains("\"postal-code\":\"SW1A 1AA\"", "\"language\":\"es\"", "\"channel\":\"sms\"")
        .contains("\"topics\":\"housing, work\"", "\"story\":\"One\\ntwo\"")
        .contains("\"volunteer\":\"true\"", "\"campaign\":\"spring\"")
        .doesNotContain("website", "as-typed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void every_kind_of_field_is_accessible_with_and_without_errors(String language) {
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.setViewportSize(320, 900);
      visit.page.navigate(server.url() + "/w/news?lang=" + language);
      Accessibility.inEveryLook(visit.page, look -> assertAccessible(visit.page));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void every_kind_of_field_is_accessible_with_what_is_to_be_mended(String language) {
    try (Chromium.Visit visit = chromium.visit(plain(ColorScheme.LIGHT))) {
      visit.page.setViewportSize(320, 900);
      visit.page.navigate(server.url() + "/w/news?lang=" + language);
      visit.page.locator("#i-email").fill("nobody");
      send(visit.page);
      assertThat(visit.page.locator("#e-topics")).isVisible();
      String shown = visit.page.content();
      visit.page.close();
      try (Chromium.Visit other = chromium.visit()) {
        other.page.setViewportSize(320, 900);
        other.page.setContent(shown);
        assertAccessible(other.page);
      }
    }
  }

  private static void assertAccessible(Page page) {
    assertThat(Accessibility.faults(page)).isEmpty();
    assertThat(
            (int)
                page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as("what stands beyond the edge")
        .isLessThanOrEqualTo(0);
  }

  @Test
  void the_trap_is_out_of_sight_and_out_of_the_keyboard_s_way() {
    try (Chromium.Visit visit = chromium.visit(plain(ColorScheme.LIGHT))) {
      visit.page.navigate(server.url() + "/w/news");
      visit.page.getByLabel("E-mail address").focus();
      visit.page.keyboard().press("Shift+Tab");
      assertThat(visit.page.locator("[name=website]")).not().isFocused();
      assertThat(visit.page.locator(".v").boundingBox().width).isLessThanOrEqualTo(1);
      assertThat(visit.page.locator("main").ariaSnapshot()).doesNotContain("Leave this empty");
    }
  }

  @Test
  void a_hidden_field_takes_what_the_page_around_it_says() throws Exception {
    Path network =
        Networks.minimal(
            data.resolve("hidden"),
            """
            type: signup
            title: Join us
            fields: [email, {name: partner-page, type: hidden}]
            """);
    try (TestServer own = TestServer.of(network, data.resolve("hidden-data"));
        HostSite site = new HostSite();
        Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(
          site.page(
              "/",
              "<handbill-widget widget='news' data-partner-page='front.door'></handbill-widget>"
                  + "<script src='"
                  + own.url()
                  + "/embed.js'></script>"));
      visit.page.getByLabel("E-mail address").fill("embedded@example.org");
      visit.page.locator("#i-consent").check();
      send(visit.page);
      assertThat(visit.page.getByText("open the link")).isVisible();
      visit.page.navigate(own.url() + "/w/news?partner-page=newsletter");
      visit.page.getByLabel("E-mail address").fill("linked@example.org");
      visit.page.locator("#i-consent").check();
      send(visit.page);
      assertThat(visit.page.getByText("open the link")).isVisible();
    }
    assertThat(Exported.signups(data.resolve("hidden-data"), ExportFormat.ndjson))
        .contains("\"partner-page\":\"front.door\"", "\"partner-page\":\"newsletter\"");
  }

  private static String export() {
    return Exported.signups(data, ExportFormat.ndjson);
  }
}
