package org.handbill.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's Firefox, unpatched, driven by WebDriver BiDi. */
public final class Firefox implements WebBrowser {

  /** Playwright's name for a Firefox that it speaks BiDi with, instead of a build of its own. */
  private static final String CHANNEL = "moz-firefox";

  private final Playwright playwright;
  private final Browser browser;

  public Firefox() {
    Path binary =
        Stream.of(
                System.getenv().getOrDefault("HANDBILL_FIREFOX", ""),
                "/usr/bin/firefox-esr",
                "/usr/bin/firefox")
            .filter(path -> !path.isEmpty())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "There is no Firefox. Install it (apt-get install firefox-esr), or name it"
                            + " in HANDBILL_FIREFOX."));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
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
