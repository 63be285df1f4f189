package org.handbill.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handbill.server.TestServer;
import org.handbill.server.store.Database;
import org.handbill.server.store.OptIns;
import org.handbill.server.store.OptIns.Claim;
import org.handbill.server.store.Routing;
import org.handbill.server.store.Signup;
import org.handbill.server.store.SignupStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page behind a confirmation link, as a phone shows it. */
class LinkPageTest {

  private static final int NARROW = 320; // WCAG 2.2, 1.4.10

  @TempDir Path data;

  private Claim.Send mail(String address, String language) throws Exception {
    Clock clock = Clock.systemUTC();
    try (Database database = Database.in(data, clock);
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      Signup signup =
          new Signup(
              UUID.randomUUID(),
              UUID.randomUUID(),
              clock.instant(),
              "stay-informed",
              "",
              "",
              language,
              Map.of("email", address),
              "0123456789abcdef01234567",
              List.of("Open Doors Network"),
              true,
              false,
              Optional.empty());
      store.save(signup);
      return (Claim.Send) new OptIns(database, Routing.NOWHERE).claim(signup.id().toString());
    }
  }

  @Test
  void it_confirms_at_320_pixels_in_light_and_dark_and_from_right_to_left() throws Exception {
    try (TestServer server = TestServer.sample(data);
        Chromium chromium = new Chromium()) {
      for (String language : List.of("en", "ar")) {
        ColorScheme scheme = language.equals("en") ? ColorScheme.LIGHT : ColorScheme.DARK;
        Claim.Send mail = mail(language + "@example.org", language);
        try (Chromium.Visit visit =
            chromium.visit(new Browser.NewContextOptions().setColorScheme(scheme))) {
          visit.page.setViewportSize(NARROW, 640);
          visit.page.navigate(server.url() + "/confirm/" + mail.confirm());
          assertSound(visit);
          visit.page.locator("button").click();
          assertThat(visit.page.locator("button").count()).isZero();
          assertThat(visit.page.locator("h1").count()).isEqualTo(1);
          assertSound(visit);
          assertThat(visit.console).isEmpty();
          assertThat(visit.traces()).isEmpty();
          assertThat(visit.requests).allMatch(url -> url.startsWith(server.url()));
        }
      }
    }
  }

  private static void assertSound(Chromium.Visit visit) {
    assertThat(visit.page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(NARROW);
    assertThat(Accessibility.faults(visit.page)).isEmpty();
  }
}
