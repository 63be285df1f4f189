package org.handbill.server.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.handbill.server.browser.Chromium;
import org.junit.jupiter.api.Test;

/** Frames that somebody pasted by hand. */
class IframeTest extends EveryHost {

  @Override
  String serve() {
    return served("iframe");
  }

  private static FrameLocator frame(Page page, String id) {
    return page.frameLocator("iframe[src*='/w/%s']".formatted(id));
  }

  @Override
  void read(Page page) {
    for (Locator frame : page.locator("iframe").all()) {
      frame.scrollIntoViewIfNeeded();
    }
    assertThat(email(page)).isVisible();
    assertThat(frame(page, "give").getByLabel("Give 35 US dollars once")).isVisible();
    assertThat(frame(page, "know-your-rights").getByLabel("Search this list")).isVisible();
  }

  @Override
  Locator email(Page page) {
    return frame(page, "stay-informed").getByLabel("E-mail address");
  }

  @Override
  void signUp(Page page, String email) {
    FrameLocator form = frame(page, "stay-informed");
    email(page).fill(email);
    form.getByRole(AriaRole.CHECKBOX).check();
    form.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Sign up")).click();
    assertThat(form.getByText("good to have you with us")).isVisible();
  }

  @Test
  void every_frame_is_as_high_as_its_widget_wide_and_narrow() {
    try (Chromium.Visit visit = browser.visit()) {
      for (int width : new int[] {1280, 320}) {
        visit.page.setViewportSize(width, 900);
        visit.page.navigate(address);
        read(visit.page);
        for (Locator frame : visit.page.locator("iframe").all()) {
          FrameHeight.follows(frame);
        }
      }
    }
  }

  @Test
  void without_scripts_every_frame_shows_its_widget() {
    var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (Chromium.Visit visit = browser.visit(options)) {
      visit.page.navigate(address);
      read(visit.page);
      assertThat(visit.console).isEmpty();
    }
  }
}
