package org.handbill.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.handbill.server.TestServer;
import org.handbill.widget.assets.Assets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pinned loader of every release, on this server. */
class ReleasedLoaderTest {

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

  static Stream<String> loaders() {
    return new Assets().pinned().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("loaders")
  void shows_all_widgets_and_what_visitors_do_with_them_works(String loader) {
    Assets.Asset asset =
        server.server().widgets().assets().pinned().values().stream()
            .filter(kept -> loader.contains(kept.hash()))
            .findFirst()
            .orElseThrow();
    String page =
        """
        <!doctype html><html lang=en><title>A member</title><link rel=icon href=data:,>
        <script async src="%s/%s" integrity="%s" crossorigin="anonymous"></script>
        <handbill-widget widget="stay-informed"><a href="#">Link</a></handbill-widget>
        <handbill-widget widget="give"><a href="#">Link</a></handbill-widget>
        <div data-handbill="know-your-rights"><a href="#">Link</a></div>
        """
            .formatted(server.url(), loader, asset.integrity());
    try (Chromium.Visit visit = chromium.visit()) {
      visit.page.navigate(host.page("/released", page));
      assertThat(visit.page.getByLabel("Give 35 US dollars once")).isVisible();
      Locator email = visit.page.getByLabel("E-mail address");
      email.fill("nobody");
      email.press("Enter");
      assertThat(email).hasAttribute("aria-invalid", "true");
      assertThat(visit.page.locator("#e-email")).containsText("with an @ and a domain");
      email.fill("kept@example.org");
      visit.page.getByRole(AriaRole.CHECKBOX).first().check();
      visit.page.getByText("Sign up", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(visit.page.getByText("good to have you with us")).isVisible();
      visit.page.getByRole(AriaRole.SEARCHBOX).fill("toolkit");
      assertThat(visit.page.locator(".found")).isVisible();
      assertThat(visit.console.stream().filter(line -> !line.contains("422"))).isEmpty();
      assertThat(visit.requests.stream().filter(url -> url.contains("/assets/"))).isEmpty();
    }
  }
}
