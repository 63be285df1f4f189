package org.handbill.server.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.handbill.server.Networks;
import org.handbill.server.TestServer;
import org.handbill.widget.Resolution;
import org.handbill.widget.Widgets;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a list of 10,000 entries costs: to read, to render, to search, in memory, and in Chromium on
 * a processor slowed down four times. Prints figures, and asserts none; the README has the command.
 */
class ListBenchmark {

  private static final int ENTRIES = 10_000;
  private static final int GROUPS = 50;
  private static final int ROUNDS = 5;
  private static final int SLOWER = 4;
  private static final int PAGE_LIMIT = 2 * 1024 * 1024;

  @TempDir Path folder;

  @Test
  void ten_thousand_entries() throws Exception {
    Path network =
        Networks.minimal(
            folder.resolve("network"),
            "type: resources\ntitle: Long\nsources: [{page: pages/long.html}]\n");
    Files.createDirectories(network.resolve("pages"));
    String page = page();
    if (page.length() > PAGE_LIMIT) {
      throw new IllegalStateException("The page would not be read");
    }
    Files.writeString(network.resolve("pages/long.html"), page);
    server(network);
    browser(network);
  }

  private static String page() {
    String[] words = {
      "legal", "help", "asylum", "hearing", "guía", "derechos", "hotline", "shelter"
    };
    StringBuilder page = new StringBuilder("<main>");
    for (int i = 0; i < ENTRIES; i++) {
      if (i % (ENTRIES / GROUPS) == 0) {
        page.append(i == 0 ? "" : "</ul>").append("<h2>Group ").append(i * GROUPS / ENTRIES);
        page.append("</h2><ul>");
      }
      String word = words[i % words.length];
      page.append(
          "<li><a href='https://o%d.example/%d'>Entry %d: %s</a>".formatted(i % 97, i, i, word));
      page.append(". What to know about ").append(word).append(" and whom to ask.</li>");
    }
    return page.append("</ul></main>").toString();
  }

  private static void server(Path network) throws Exception {
    long before = heap();
    try (Widgets widgets = Widgets.of(network).open()) {
      print("read and put together", timed(() -> Widgets.of(network).open()));
      Resolution.Found index = found(widgets, Representation.HTML, Map.of("part", "index"));
      Resolution.Found searched = found(widgets, Representation.PAGE, Map.of("q", "asylum whom"));
      print("first request for the index", timed(() -> widgets.snippet(index.key())));
      print("a search without scripts", timed(() -> widgets.searched(searched)));
      Resolution.Found first = found(widgets, Representation.HTML, Map.of());
      print("the first screen", bytes(widgets.snippet(first.key())));
      print("the index", bytes(widgets.snippet(index.key())));
      System.out.printf(Locale.ROOT, "%-36s %,d KB%n", "heap", (heap() - before) / 1024);
    }
  }

  private static Resolution.Found found(
      Widgets widgets, Representation as, Map<String, String> query) {
    return (Resolution.Found) widgets.resolve("news", as, query);
  }

  private static String bytes(@org.jspecify.annotations.Nullable Rendered rendered) {
    return rendered == null
        ? "nothing"
        : String.format(
            Locale.ROOT,
            "%,d bytes, %,d with Brotli",
            rendered.identity().length(),
            rendered.brotli().map(Rendered.Body::length).orElse(0));
  }

  private void browser(Path network) throws IOException {
    try (TestServer server = TestServer.of(network, folder.resolve("data"));
        Chromium chromium = new Chromium();
        Chromium.Visit visit = chromium.visit()) {
      JsonObject rate = new JsonObject();
      rate.addProperty("rate", SLOWER);
      visit.context.newCDPSession(visit.page).send("Emulation.setCPUThrottlingRate", rate);
      visit.page.navigate(server.url() + "/w/news");
      visit.page.evaluate(
          "() => { window.tasks = []; new PerformanceObserver(list => list.getEntries()"
              + ".forEach(entry => tasks.push(Math.round(entry.duration))))"
              + ".observe({type: 'longtask', buffered: true}) }");
      visit.page.getByLabel("Search this list").focus();
      type(visit.page, "a");
      visit.page.locator(".found li").first().waitFor();
      print("tasks over 50 ms up to the index", visit.page.evaluate("tasks.splice(0)").toString());
      type(visit.page, "sylum whom");
      visit.page.getByText("entries found").waitFor();
      print("tasks over 50 ms while typing", visit.page.evaluate("tasks.splice(0)").toString());
      print("slowest key press, 4 times slower", visit.page.evaluate(SLOWEST) + " ms");
      print("elements in the page", visit.page.evaluate("document.all.length").toString());
    }
  }

  /** From a key to the end of the layout, for each letter of a search; the slowest of them. */
  private static final String SLOWEST =
      """
      async () => {
        const field = document.querySelector("[name=q]");
        let slowest = 0;
        for (const words of ["", "h", "he", "hel", "help", "help w", "help whom", "", "e", "en"]) {
          const start = performance.now();
          field.value = words;
          field.dispatchEvent(new Event("input", {bubbles: true}));
          for (let i = 0; i < 20; i++) await null;
          document.body.offsetHeight;
          slowest = Math.max(slowest, performance.now() - start);
          await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        }
        return Math.round(slowest);
      }
      """;

  private static void type(Page page, String words) {
    page.keyboard().type(words);
  }

  private static String timed(Callable<?> action) throws Exception {
    StringBuilder times = new StringBuilder();
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      Object made = action.call();
      times.append((System.nanoTime() - start) / 1_000_000).append(" ");
      if (made instanceof AutoCloseable closed) {
        closed.close();
      }
    }
    return times + "ms";
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void print(String what, String figure) {
    System.out.printf(Locale.ROOT, "%-36s %s%n", what, figure);
  }
}
