package org.handbill.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real Chromium, and everything that a page did which nobody asked for. */
public final class Chromium implements WebBrowser {

  private final Playwright playwright;
  private final Browser browser;

  public Chromium() {
    Path binary =
        WebBrowser.installed(
            "HANDBILL_CHROMIUM",
            "chromium-headless-shell",
            "/usr/bin/chromium-headless-shell", // without windows that nobody sees
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");
    playwright = WebBrowser.driver();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(binary)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
  }

  @Override
  public Visit visit(Browser.NewContextOptions options) {
    return new Visit(browser.newContext(options.setViewportSize(1280, 900)));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /** One visitor, with a profile of their own. */
  public static final class Visit implements AutoCloseable {
    public final List<String> console = new ArrayList<>();
    public final List<String> requests = new ArrayList<>();
    public final BrowserContext context;
    public final Page page;

    Visit(BrowserContext context) {
      this.context = context;
      this.page = context.newPage();
      page.onConsoleMessage(message -> console.add(message.text()));
      page.onPageError(console::add);
      page.onDialog(
          dialog -> {
            console.add("dialog: " + dialog.message());
            dialog.dismiss();
          });
      page.onRequest(request -> requests.add(request.url()));
    }

    /** What the visit left in the browser: cookies, and storage of the page's origin. */
    public List<String> traces() {
      List<String> traces = new ArrayList<>();
      context.cookies().forEach(cookie -> traces.add("cookie " + cookie.name));
      Object stored = page.evaluate("() => localStorage.length + sessionStorage.length");
      if (!stored.equals(0)) {
        traces.add("storage " + stored);
      }
      return traces;
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
