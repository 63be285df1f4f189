package org.handbill.server.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import org.handbill.server.browser.Chromium;
import org.junit.jupiter.api.Test;

/** Plain HTML. */
class PlainTest extends EveryHost {

  @Override
  String serve() {
    return served("plain");
  }

  @Test
  void without_scripts_a_plain_link_stands_in_each_place() {
    try (Chromium.Visit visit =
        browser.visit(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      visit.page.navigate(address);
      assertThat(places(visit.page).getByText("Stay informed")).isVisible();
      assertThat(places(visit.page).getByText("Help someone come home")).isVisible();
      assertThat(places(visit.page).getByText("Know your rights")).isVisible();
    }
  }
}
