package org.handbill.server.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.handbill.server.TestServer;
import org.handbill.widget.SnippetKey;
import org.handbill.widget.Widgets;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a list of 10,000 entries costs: to read, to render, to search, in memory, and in Chromium on
 * a processor slowed down four times. Prints figures, and asserts none; the README has the command.
 */
class ListBenchmark {

  private static final int SLOWER = 4;

  @TempDir Path folder;

  @Test
  void ten_thousand_entries() throws Exception {
    new Runner(new OptionsBuilder().include(LongList.class.getName()).build()).run();
    Path network = LongList.network(folder);
    sizes(network);
    browser(network);
  }

  private static void sizes(Path network) throws Exception {
    long before = heap();
    try (Widgets widgets = Widgets.of(network).open()) {
      SnippetKey first = LongList.found(widgets, Representation.HTML, Map.of()).key();
      SnippetKey index =
          LongList.found(widgets, Representation.HTML, Map.of("part", "index")).key();
      print("the first screen", bytes(widgets.snippet(first)));
      print("all entries, on demand", bytes(widgets.snippet(index)));
      System.out.printf(
          Locale.ROOT, "%-36s %,d KB%n", "heap that it holds", (heap() - before) / 1024);
    }
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

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void print(String what, String figure) {
    System.out.printf(Locale.ROOT, "%-36s %s%n", what, figure);
  }
}
