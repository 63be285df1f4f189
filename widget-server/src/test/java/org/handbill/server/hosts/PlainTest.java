package org.handbill.server.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import org.handbill.server.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain HTML. */
class PlainTest extends EveryHost {

  @Override
  String serve() {
    return served("plain");
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 390, 430, 768, 1280})
  void nothing_moves_on_phones_tablets_and_desks(int width) {
    nothingMoves(width, TO_ITS_END);
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
