package org.handbill.server.hosts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handbill.server.Exported;
import org.handbill.server.Rendering;
import org.handbill.server.TestServer;
import org.handbill.server.browser.Chromium;
import org.handbill.server.store.ExportFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files that {@code render} writes, sent by nginx and by Caddy with the configuration that it
 * writes beside them, say what a server says.
 */
class StaticFilesTest {

  private static final String NETWORK =
      """
      network: {name: Test Network, url: "https://network.example.org"}
      languages: [en, es, zh-Hans, zh-Hant]
      embedding: members
      members:
        - {id: lakeside, name: Lakeside, origins: ["https://lakeside.example", "%s"], theme: {accent: "#a4262c"}}
        - {id: former, name: Former, closed: true}
      """;

  private static final String JOIN =
      """
      type: signup
      title: {en: Stay informed, es: Mantente al tanto}
      formerly: [newsletter]
      success: {text: Good to have you with us.}
      """;

  private static final String OVER =
      """
      type: signup
      title: Over
      closed: {text: This form is closed., url: "https://network.example.org/"}
      """;

  @TempDir static Path folder;
  private static TestServer live;

  /** Stands beside a server, with the server's public address. */
  private static Nginx alike;

  /** Stands at a public address of its own. */
  private static Nginx alone;

  private static Command.Running caddy;
  private static String byCaddy;
  private static Chromium browser;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    int own = Nginx.freePort();
    String ownUrl = "http://127.0.0.1:" + own;
    Path network = folder.resolve("network");
    Files.createDirectories(network.resolve("widgets"));
    Files.createDirectories(network.resolve("pages"));
    Files.writeString(network.resolve("handbill.yaml"), NETWORK.formatted(ownUrl));
    Files.writeString(network.resolve("widgets/join.yaml"), JOIN);
    Files.writeString(network.resolve("widgets/over.yaml"), OVER);
    Files.writeString(
        network.resolve("widgets/hidden.yaml"),
        "draft: true\n" + JOIN.replace("newsletter", "old"));
    Files.writeString(
        network.resolve("widgets/help.yaml"),
        "type: resources\ntitle: Find help\nsources: [{page: pages/help.html}]\n");
    Files.writeString(network.resolve("pages/help.html"), page());
    live = TestServer.of(network, folder.resolve("data"));
    Path out = folder.resolve("out");
    Rendering.of(network, out, live.url(), live.url());
    alike = nginx("nginx", out, Nginx.freePort());
    int port = Nginx.freePort();
    byCaddy = "http://127.0.0.1:" + port;
    Files.writeString(
        folder.resolve("Caddyfile"),
        "{\n\tadmin off\n}\n"
            + Files.readString(out.resolve("Caddyfile")).replace(live.url(), byCaddy));
    caddy =
        Command.of("caddy", "caddy", folder)
            .with("XDG_DATA_HOME", folder.toString())
            .with("XDG_CONFIG_HOME", folder.toString())
            .start("run", "--config", "Caddyfile", "--adapter", "caddyfile");
    Nginx.awaitPort(port, caddy);
    Path other = folder.resolve("out-alone");
    Rendering.of(network, other, ownUrl, live.url());
    alone = nginx("alone", other, own);
    browser = new Chromium();
  }

  private static Nginx nginx(String name, Path out, int port) throws IOException {
    Path conf = Files.createDirectories(folder.resolve(name));
    Files.copy(out.resolve("nginx.conf"), conf.resolve("site.conf"));
    return Nginx.started(conf, 80, port);
  }

  private static String page() {
    StringBuilder page = new StringBuilder("<main><h2>Shelter</h2><ul>");
    for (int i = 0; i < 12; i++) {
      page.append("<li><a href='https://a.example/" + i + "'>Place " + i + "</a></li>");
    }
    return page
        + "</ul><h2>Food</h2><ul><li><a href='https://b.example/'>Pantry</a></ul>"
        + "<h2>¿Qué comer (gratis)?</h2><ul><li><a href='https://c.example/'>Cocina</a></ul></main>";
  }

  @AfterAll
  static void stop() {
    browser.close();
    caddy.close();
    alike.close();
    alone.close();
    live.close();
  }

  private static HttpResponse<byte[]> get(String url, String... fields) {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
      if (fields.length > 0) {
        request.headers(fields);
      }
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String field(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("").replace("; ", ";");
  }

  private static List<String> both() {
    return List.of(alike.url(), byCaddy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/w/help.html",
        "/w/help.html?lang=es&member=lakeside&theme=dark",
        "/w/help.html?member=lakeside&group=food",
        "/w/help.html?group=nothing",
        "/w/help.html?group=qu%C3%A9-comer-gratis",
        "/w/help.html?lang=en&part=index",
        "/w/help.html?lang=en&group=food&part=index",
        "/w/help.js?theme=inherit",
        "/w/help.json?lang=es_MX",
        "/w/help.atom?lang=ES",
        "/w/help.feed.json?group=shelter",
        "/w/help.csv",
        "/w/help.hsds.json",
        "/w/help.html?lang=zh-TW",
        "/w/help.html?lang=zh",
        "/w/help.html?lang=zh-Hant-MO",
        "/w/help.html?lang=zh_CN",
        "/w/help.html?lang=escape",
        "/w/help.html?lang=..%2f..&member=..%2f&utm_source=x",
        "/w/over.js",
        "/w/over.html?lang=es",
        "/w/help.html?member=former",
        "/embed.js",
        "/sitemap.xml",
        "/robots.txt",
        "/schemas/handbill.json",
      })
  void an_address_says_what_a_server_says(String path) {
    HttpResponse<byte[]> wanted = live.get(path);
    assertThat(wanted.statusCode()).isEqualTo(200);
    for (String host : both()) {
      HttpResponse<byte[]> found = get(host + path);
      assertThat(found.statusCode()).as(host).isEqualTo(200);
      assertThat(field(found, "Content-Type"))
          .as(host)
          .isEqualTo(field(wanted, "Content-Type").replace(";header=present", ""));
      for (String name :
          new String[] {
            "Cache-Control",
            "Access-Control-Allow-Origin",
            "Cross-Origin-Resource-Policy",
            "X-Content-Type-Options"
          }) {
        assertThat(field(found, name)).as(name).isEqualTo(field(wanted, name));
      }
      assertThat(text(found)).as(host).isEqualTo(text(wanted));
    }
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void a_form_is_there_under_each_name_it_had_and_is_sent_to_the_server() {
    for (String host : List.of(alike.url(), byCaddy, alone.url())) {
      for (String id : new String[] {"join", "newsletter"}) {
        String html = text(get(host + "/w/" + id + ".html?lang=es&member=lakeside"));
        assertThat(html)
            .contains("action=\"" + live.url() + "/w/join?lang=es&amp;member=lakeside\"")
            .contains("Mantente al tanto", "#a4262c");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/w/nothing.html", "/w/hidden.html", "/w/hidden", "/w/", "/w/help.exe", "/x"})
  void what_is_not_published_is_not_there(String path) {
    both().forEach(host -> assertThat(get(host + path).statusCode()).as(host).isEqualTo(404));
  }

  @Test
  void a_malformed_theme_is_refused_as_a_server_refuses_it() {
    for (String host : both()) {
      for (String form : new String[] {"", ".html", ".json", ".feed.json"}) {
        assertThat(get(host + "/w/help" + form + "?theme=red").statusCode()).isEqualTo(400);
      }
    }
  }

  @Test
  void what_was_compressed_is_sent_so() {
    for (String host : both()) {
      HttpResponse<byte[]> gzip = get(host + "/w/help.js", "Accept-Encoding", "gzip");
      assertThat(field(gzip, "Content-Encoding")).as(host).isEqualTo("gzip");
      assertThat(gzip.body()).isEqualTo(live.get("/w/help.js", "Accept-Encoding", "gzip").body());
      assertThat(field(gzip, "Vary")).as(host).containsIgnoringCase("Accept-Encoding");
    }
    HttpResponse<byte[]> brotli = get(byCaddy + "/w/help.js", "Accept-Encoding", "br");
    assertThat(field(brotli, "Content-Encoding")).isEqualTo("br");
  }

  @Test
  void a_page_says_who_may_frame_it_and_keeps_its_rules() {
    for (String host : both()) {
      assertThat(field(get(host + "/w/help?member=lakeside"), "Content-Security-Policy"))
          .startsWith("frame-ancestors https://lakeside.example http");
      HttpResponse<byte[]> page = get(host + "/w/join");
      assertThat(field(page, "Content-Security-Policy")).isEqualTo("frame-ancestors 'self'");
      assertThat(text(page))
          .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
          .doesNotContain("oembed");
      assertThat(field(get(host + "/w/help.json"), "Content-Security-Policy")).isEmpty();
    }
  }

  @Test
  void a_visitor_of_a_page_signs_up_at_the_server() {
    try (Chromium.Visit visit = browser.visit()) {
      visit.page.navigate(alone.url() + "/w/newsletter?lang=en");
      visit.page.getByLabel("E-mail address").fill("by-files@example.org");
      visit.page.getByRole(AriaRole.CHECKBOX).check();
      visit.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign up")).click();
      assertThat(visit.page.getByText("Good to have you with us.")).isVisible();
      assertThat(visit.console).isEmpty();
    }
    assertThat(Exported.signups(folder.resolve("data"), ExportFormat.ndjson))
        .contains("by-files@example.org");
  }

  @Test
  void a_list_is_searched_in_place() {
    try (Chromium.Visit visit = browser.visit()) {
      visit.page.navigate(alone.url() + "/w/help?lang=en");
      visit.page.getByLabel("Search this list").fill("pantry");
      assertThat(visit.page.locator(".found li")).hasCount(1);
      assertThat(visit.requests).allMatch(url -> url.startsWith(alone.url()));
      assertThat(visit.console).isEmpty();
    }
  }
}
