package org.handbill.server.hosts;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.handbill.server.TestServer;
import org.handbill.server.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a member's page loads until an embed stands, ours beside others that npm installs: bytes,
 * requests, and how far the page shifts. Each response takes 120 ms, and a frame of a provider is
 * 600 px high. Prints a table, and asserts nothing; the README has the command.
 */
class EmbedBenchmark {

  private static final int LATENCY_MILLIS = 120;
  private static final int QUALITY = 11;
  private static final String HOST = "https://member.example";
  private static final String NPM = HOST + "/npm/";
  private static final String OURS = "https://widgets.example.org";
  private static final Path PEERS =
      Path.of("src/test/java/org/handbill/server/hosts/peers").toAbsolutePath();

  /** What a frame of a provider holds. */
  private static final String FRAME =
      "<!doctype html><title>Frame</title><body style='margin:0'><div style='height:600px'>";

  @TempDir Path folder;

  /**
   * One embed.
   *
   * @param markup what is pasted
   * @param stands an expression that is true once it can be used
   */
  private record Embed(String name, String markup, String stands) {}

  private static final String FRAME_STANDS =
      "[...document.querySelectorAll('iframe')].some(f => f.offsetHeight > 100)";

  private static List<Embed> embeds(int reserved) {
    String form = "document.querySelector('%s')?.shadowRoot?.querySelector('form')";
    return List.of(
        new Embed(
            "Handbill, sign-up form",
            """
            <div data-handbill="stay-informed?lang=en" style="min-height:%dpx"><a href="%s/w/stay-informed?lang=en">Stay informed</a></div>
            <script async src="%s/w/stay-informed.js?lang=en"></script>"""
                .formatted(reserved, OURS, OURS),
            form.formatted("[data-handbill]")),
        new Embed(
            "Handbill, three copies",
            """
            <div data-handbill="stay-informed?lang=en" style="min-height:%1$dpx"></div>
            <div data-handbill="stay-informed?lang=en" style="min-height:%1$dpx"></div>
            <div data-handbill="stay-informed?lang=en" style="min-height:%1$dpx"></div>
            <script async src="%2$s/w/stay-informed.js?lang=en"></script>"""
                .formatted(reserved, OURS),
            form.formatted("[data-handbill]:nth-of-type(3)")),
        new Embed(
            "Handbill, the loader alone",
            "<script async src=\"" + OURS + "/embed.js\"></script>",
            "customElements.get('handbill-widget')"),
        new Embed(
            "iframe-resizer 5.5.9",
            """
            <iframe id="f" src="https://provider.example/child" style="width:100%%;border:0"></iframe>
            <script src="%s@iframe-resizer/parent/index.umd.js"></script>
            <script>iframeResize({license: "GPLv3", warningTimeout: 0}, "#f")</script>"""
                .formatted(NPM),
            FRAME_STANDS),
        new Embed(
            "Typeform 6.1.1",
            """
            <div data-tf-widget="abc123"></div>
            <script async src="%s@typeform/embed/build/embed.js"></script>"""
                .formatted(NPM),
            FRAME_STANDS),
        new Embed(
            "Cal.com 1.5.3",
            """
            <div id="cal"></div>
            <script>
            (function (C, A, L) { const p = (a, ar) => a.q.push(ar); const d = C.document;
              C.Cal = C.Cal || function () { const cal = C.Cal; const ar = arguments;
                if (!cal.loaded) { cal.ns = {}; cal.q = cal.q || [];
                  d.head.appendChild(d.createElement("script")).src = A; cal.loaded = true; }
                if (ar[0] === L) { const api = function () { p(api, arguments); }; api.q = [];
                  p(cal, ar); return; }
                p(cal, ar); };
            })(window, "%s@calcom/embed-core/dist/embed/embed.js", "init");
            Cal("init", {origin: "https://provider.example"});
            Cal("inline", {elementOrSelector: "#cal", calLink: "team"});
            </script>"""
                .formatted(NPM),
            "document.querySelector('iframe')"),
        new Embed(
            "ALTCHA 3.2.2",
            """
            <altcha-widget challenge="https://provider.example/challenge"></altcha-widget>
            <script async type="module" src="%saltcha/dist/main/altcha.min.js"></script>"""
                .formatted(NPM),
            "document.querySelector('altcha-widget input')"),
        new Embed(
            "Ghost sign-up form 0.3.592",
            """
            <div style="min-height:58px">
            <script async src="%s@tryghost/signup-form/umd/signup-form.min.js" data-site="https://provider.example/" data-button-color="#123456"></script>
            </div>"""
                .formatted(NPM),
            "document.querySelector('iframe')?.contentDocument?.querySelector('form')"));
  }

  @Test
  void what_a_members_page_loads() throws Exception {
    Path peers = folder.resolve("peers");
    Files.createDirectories(peers);
    for (String name : List.of("package.json", "package-lock.json", ".npmrc")) {
      Files.copy(PEERS.resolve(name), peers.resolve(name));
    }
    Command.of("npm", "npm", peers).run("ci", "--no-audit", "--no-fund", "--ignore-scripts");
    Brotli4jLoader.ensureAvailability();
    try (TestServer server = TestServer.sample(folder.resolve("data"));
        Chromium chromium = new Chromium()) {
      int reserved = height(server, chromium);
      System.out.printf(
          "%n%-28s %26s %9s %8s%n", "embed", "raw / gzip -9 / Brotli -11", "requests", "shift");
      for (Embed embed : embeds(reserved)) {
        try (Chromium.Visit visit = chromium.visit()) {
          System.out.println(new Measured(visit.page, server, peers).line(embed));
        }
      }
    }
  }

  /** What a webmaster reads in the builder: the height that the form takes at the page's width. */
  private static int height(TestServer server, Chromium chromium) {
    try (Chromium.Visit visit = chromium.visit()) {
      Measured first = new Measured(visit.page, server, PEERS);
      first.line(embeds(0).get(0));
      return ((Number)
              visit.page.evaluate(
                  "Math.ceil(document.querySelector('[data-handbill]')"
                      + ".getBoundingClientRect().height)"))
          .intValue();
    }
  }

  /** One page with one embed, and what the network saw of it. */
  private record Measured(
      Page page, TestServer server, Path peers, List<byte[]> bodies, List<String> frames) {

    Measured(Page page, TestServer server, Path peers) {
      this(page, server, peers, new ArrayList<>(), new ArrayList<>());
    }

    String line(Embed embed) {
      page.route("**/*", route -> answer(route, embed));
      page.onResponse(this::count);
      page.addInitScript(
          "window.shift = 0; new PerformanceObserver(list => list.getEntries()"
              + ".forEach(entry => shift += entry.value))"
              + ".observe({type: 'layout-shift', buffered: true})");
      page.navigate(HOST + "/");
      String result = "";
      try {
        page.waitForFunction(
            "() => !!(" + embed.stands() + ")",
            null,
            new Page.WaitForFunctionOptions().setTimeout(10_000));
      } catch (com.microsoft.playwright.TimeoutError never) {
        result = "  (does not stand)";
      }
      page.waitForTimeout(500);
      double shift = ((Number) page.evaluate("shift")).doubleValue();
      return "%-28s %26s %9d %8.4f%s"
          .formatted(embed.name(), sizes(), bodies.size() + frames.size(), shift, result);
    }

    private String sizes() {
      int raw = 0;
      int gzip = 0;
      int brotli = 0;
      for (byte[] body : bodies) {
        raw += body.length;
        gzip += gzipped(body);
        brotli += brotli(body);
      }
      return "%,d / %,d / %,d".formatted(raw, gzip, brotli);
    }

    /** Counts what the member's page itself loads, and the frames that it opens. */
    private void count(Response response) {
      Request request = response.request();
      boolean framed = !request.frame().equals(page.mainFrame());
      if (request.resourceType().equals("document")) {
        if (framed) {
          frames.add(request.url());
        }
      } else if (!framed) {
        bodies.add(response.body());
      }
    }

    private void answer(Route route, Embed embed) {
      String url = route.request().url();
      try {
        Thread.sleep(LATENCY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (url.equals(HOST + "/")) {
        fulfil(route, "text/html; charset=utf-8", page(embed).getBytes(StandardCharsets.UTF_8));
      } else if (url.startsWith(NPM)) {
        fulfil(route, "text/javascript", file(url.substring(NPM.length())));
      } else if (url.startsWith(OURS)) {
        fulfil(route, "text/javascript", server.get(url.substring(OURS.length())).body());
      } else if (url.endsWith("/child.js")) {
        fulfil(route, "text/javascript", file("@iframe-resizer/child/index.umd.js"));
      } else if (url.endsWith("/child")) {
        fulfil(
            route,
            "text/html",
            (FRAME + "</div><script src=/child.js></script>").getBytes(StandardCharsets.UTF_8));
      } else if (route.request().resourceType().equals("document")) {
        fulfil(route, "text/html", FRAME.getBytes(StandardCharsets.UTF_8));
      } else if (url.endsWith(".css")) {
        fulfil(route, "text/css", file("@typeform/embed/build/css/widget.css"));
      } else {
        fulfil(route, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
      }
    }

    private byte[] file(String name) {
      try {
        return Files.readAllBytes(peers.resolve("node_modules").resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void fulfil(Route route, String type, byte[] body) {
      route.fulfill(
          new Route.FulfillOptions()
              .setHeaders(Map.of("Content-Type", type, "Access-Control-Allow-Origin", "*"))
              .setBodyBytes(body));
    }

    private static String page(Embed embed) {
      return "<!doctype html><html lang=en><title>A member</title><link rel=icon href=data:,>"
          + "<style>body{margin:2em auto;max-width:40em;font:16px/1.5 sans-serif}</style>"
          + "<h1>A member</h1><p>Words above the embed.</p>"
          + embed.markup()
          + "<p>Words below the embed.</p>".repeat(20);
    }
  }

  private static int brotli(byte[] body) {
    try {
      return Encoder.compress(body, new Encoder.Parameters().setQuality(QUALITY)).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int gzipped(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }
}
