package org.handbill.server.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

  /** A frame ends as high as its content, which the height in the markup can only come close to. */
  @Override
  double shiftAllowed() {
    return 0.001;
  }

  @Override
  Locator labelled(Page page, String id, String label) {
    return frame(page, id).getByLabel(label);
  }

  @Override
  Locator thanks(Page page) {
    return frame(page, "stay-informed").getByText("good to have you with us");
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
