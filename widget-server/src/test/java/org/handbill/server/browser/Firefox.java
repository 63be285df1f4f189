package org.handbill.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;

/** Debian's Firefox, unpatched, driven by WebDriver BiDi. */
public final class Firefox implements WebBrowser {

  /** Playwright's name for a Firefox that it speaks BiDi with, instead of a build of its own. */
  private static final String CHANNEL = "moz-firefox";

  private final Playwright playwright;
  private final Browser browser;

  public Firefox() {
    Path binary =
        WebBrowser.installed(
            "HANDBILL_FIREFOX", "firefox-esr", "/usr/bin/firefox-esr", "/usr/bin/firefox");
    playwright = WebBrowser.driver();
    browser =
        playwright
            .firefox()
            .launch(new BrowserType.LaunchOptions().setChannel(CHANNEL).setExecutablePath(binary));
  }

  @Override
  public Chromium.Visit visit(Browser.NewContextOptions options) {
    return new Chromium.Visit(browser.newContext(options.setViewportSize(1280, 900)));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
