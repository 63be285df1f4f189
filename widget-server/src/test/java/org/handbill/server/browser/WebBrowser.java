package org.handbill.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser that visitors come with. */
public interface WebBrowser extends AutoCloseable {

  /** Comes as a visitor with settings of their own. */
  Chromium.Visit visit(Browser.NewContextOptions options);

  /** Comes as a visitor who has never been anywhere. */
  default Chromium.Visit visit() {
    return visit(new Browser.NewContextOptions());
  }

  /**
   * Where the browser of this machine is.
   *
   * @param variable the environment variable that may name it
   * @param debianPackage what brings it
   * @param places where it usually is, the best first
   * @throws IllegalStateException with the remedy, where there is none
   */
  static Path installed(String variable, String debianPackage, String... places) {
    return Stream.concat(Stream.ofNullable(System.getenv(variable)), Stream.of(places))
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "There is no browser. Install it (apt-get install %s), or name it in %s."
                        .formatted(debianPackage, variable)));
  }

  /** What drives it, without browsers of its own. */
  static Playwright driver() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  @Override
  void close();
}
