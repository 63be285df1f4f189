package org.handbill.server.hosts;

import org.handbill.server.browser.Firefox;
import org.handbill.server.browser.WebBrowser;

/** A page whose policy allows next to nothing, in Firefox. */
class FirefoxStrictCspTest extends StrictCspTest {

  @Override
  WebBrowser launch() {
    return new Firefox();
  }

  /** Not told by Firefox, which has no Layout Instability, so this is no test here. */
  @Override
  void nothing_moves_when_the_widgets_come_late(int width) {}
}
