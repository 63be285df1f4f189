package org.handbill.server.hosts;

import com.microsoft.playwright.Locator;

/** How high a frame is, and how high what is in it. */
final class FrameHeight {

  /**
   * True where nothing has to be scrolled and no space is left over, but for a margin of the page.
   */
  private static final String FITS =
      "(html) => html.scrollHeight <= html.clientHeight"
          + " && html.clientHeight - document.body.offsetHeight < 40";

  private FrameHeight() {}

  /** Returns once a frame is as high as what is in it. */
  static void follows(Locator frame) {
    Locator document = frame.contentFrame().locator("html");
    frame.page().waitForCondition(() -> document.evaluate(FITS).equals(true));
  }
}
