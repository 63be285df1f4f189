package org.handbill.server.browser;

import com.microsoft.playwright.Browser;

/** A real browser that visitors come with. */
public interface WebBrowser extends AutoCloseable {

  /** Comes as a visitor with settings of their own. */
  Chromium.Visit visit(Browser.NewContextOptions options);

  /** Comes as a visitor who has never been anywhere. */
  default Chromium.Visit visit() {
    return visit(new Browser.NewContextOptions());
  }

  @Override
  void close();
}
