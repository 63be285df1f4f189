package org.handbill.server.hosts;

import org.handbill.server.browser.Firefox;
import org.handbill.server.browser.WebBrowser;

/** Plain HTML, in Firefox. */
class FirefoxPlainTest extends EveryHost {

  @Override
  WebBrowser launch() {
    return new Firefox();
  }

  @Override
  String serve() {
    return served("plain");
  }

  /** Not told by Firefox, which has no Layout Instability, so this is no test here. */
  @Override
  void nothing_moves_when_the_widgets_come_late(int width) {}
}
