package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.server.TestServer.field;
import static org.handbill.server.TestServer.text;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.handbill.widget.assets.Assets;
import org.handbill.widget.model.Improvement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract's section 4, over real connections. */
class HttpTest {

  private static final String CACHED =
      "public, max-age=60, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400";

  @TempDir static Path data;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.sample(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/w/give.html",
        "/w/give.json?lang=es&member=lakeside-alliance",
        "/w/stay-informed.js",
        "/w/know-your-rights",
        "/w/know-your-rights.html?group=preparation",
        "/w/know-your-rights.atom?lang=es",
        "/w/know-your-rights.feed.json",
        "/w/know-your-rights.csv?member=lakeside-alliance",
        "/w/know-your-rights.hsds.json?group=preparation",
        "/sitemap.xml",
        "/robots.txt",
        "/embed.js",
        "/frame.js",
        "/openapi.json",
        "/schemas/signup.json"
      })
  void a_cached_answer_carries_what_the_contract_says(String path) {
    for (int round = 0; round < 2; round++) { // loaded by a route, then ready in front of it
      HttpResponse<byte[]> answer = server.get(path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(field(answer, "Cache-Control")).isEqualTo(CACHED);
      assertThat(field(answer, "ETag")).matches("\"[\\w-]+\"");
      assertThat(field(answer, "Vary")).isEqualTo("Accept-Encoding");
      assertThat(field(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(field(answer, "Access-Control-Allow-Credentials")).isEmpty();
      assertThat(field(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
      assertThat(field(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(field(answer, "Set-Cookie")).isEmpty();
      assertThat(field(answer, "Content-Length")).isEqualTo(String.valueOf(answer.body().length));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/w/give.html",
        "/w/give.json",
        "/w/give.js",
        "/w/give",
        "/w/know-your-rights.atom",
        "/sitemap.xml",
        "/embed.js"
      })
  void each_coding_has_its_own_entity_tag_and_the_same_bytes(String path) throws IOException {
    byte[] plain = server.get(path).body();
    HttpResponse<byte[]> gzip = server.get(path, "Accept-Encoding", "gzip");
    HttpResponse<byte[]> brotli = server.get(path, "Accept-Encoding", "gzip, deflate, br, zstd");
    assertThat(field(gzip, "Content-Encoding")).isEqualTo("gzip");
    assertThat(field(brotli, "Content-Encoding")).isEqualTo("br");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
        .isEqualTo(plain);
    Brotli4jLoader.ensureAvailability();
    assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(plain);
    assertThat(
            java.util.Set.of(
                field(server.get(path), "ETag"), field(gzip, "ETag"), field(brotli, "ETag")))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip;q=0, br;q=0|''",
        "br;q=0.1, gzip;q=0|br",
        "GZIP|gzip",
        "identity|''",
        "deflate|''",
        "br|br"
      })
  void a_coding_that_is_refused_is_not_sent(String accepted, String sent) {
    assertThat(field(server.get("/w/give.html", "Accept-Encoding", accepted), "Content-Encoding"))
        .isEqualTo(sent);
  }

  @Test
  void a_validator_that_still_holds_gets_304_without_a_body() {
    for (String coding : new String[] {"identity", "gzip", "br"}) {
      String tag = field(server.get("/w/give.html", "Accept-Encoding", coding), "ETag");
      for (String sent : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
        HttpResponse<byte[]> answer =
            server.get("/w/give.html", "Accept-Encoding", coding, "If-None-Match", sent);
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(field(answer, "ETag")).isEqualTo(tag);
        assertThat(field(answer, "Cache-Control")).isEqualTo(CACHED);
        assertThat(field(answer, "Vary")).isEqualTo("Accept-Encoding");
      }
    }
    assertThat(server.get("/w/give.html", "If-None-Match", "\"another\"").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/w/give.html",
        "/w/give.json",
        "/w/give.js",
        "/w/give",
        "/embed.js",
        "/healthz",
        "/readyz",
        "/openapi.json",
        "/w/know-your-rights.feed.json",
        "/w/know-your-rights.hsds.json",
        "/sitemap.xml",
        "/w/nope.json",
        "/w/nope",
        "/w/give?theme=neon",
        "/w/stay-informed/received",
        "/nothing"
      })
  void head_answers_as_get_does_without_the_body(String path) {
    HttpResponse<byte[]> get = server.get(path);
    HttpResponse<byte[]> head = server.send("HEAD", path, "");
    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.body()).isEmpty();
    for (String name : new String[] {"Content-Type", "ETag", "Cache-Control", "Content-Length"}) {
      assertThat(field(head, name)).as(name).isEqualTo(field(get, name));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/w/nope.json,application/problem+json",
    "/w/nope.atom,application/problem+json",
    "/w/nope.feed.json,application/problem+json",
    "/w/nope.csv,application/problem+json",
    "/w/nope.hsds.json,application/problem+json",
    "/w/nope.html,text/html",
    "/w/nope.js,text/javascript",
    "/w/nope,text/html",
    "/w/NOPE,text/html",
    "/nothing,text/html",
    "/embed/0123.js,application/problem+json",
    "/schemas/nope.json,application/problem+json"
  })
  void what_is_not_there_is_404_in_the_form_asked_for(String path, String type) {
    HttpResponse<byte[]> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(field(answer, "Content-Type")).startsWith(type);
    assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(field(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(text(answer)).doesNotContainIgnoringCase("nope");
  }

  @ParameterizedTest
  @CsvSource({
    "atom,application/atom+xml",
    "feed.json,application/feed+json",
    "csv,text/csv;charset=utf-8;header=present",
    "hsds.json,application/json"
  })
  void a_list_is_answered_in_forms_for_machines_and_other_widgets_are_not(
      String ending, String type) {
    HttpResponse<byte[]> answer = server.get("/w/know-your-rights." + ending);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(field(answer, "Content-Type")).isEqualToIgnoringCase(type);
    HttpResponse<byte[]> again =
        server.get("/w/know-your-rights." + ending, "If-None-Match", field(answer, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
    HttpResponse<byte[]> none = server.get("/w/give." + ending);
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(field(none, "Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void the_sitemap_names_every_published_page_in_each_language() {
    String sitemap = text(server.get("/sitemap.xml"));
    for (String id : new String[] {"give", "know-your-rights", "stay-informed"}) {
      for (String language : new String[] {"en", "es"}) {
        String page = server.url() + "/w/" + id + "?lang=" + language;
        assertThat(sitemap)
            .contains("<loc>" + page + "</loc>")
            .contains("hreflang=\"" + language + "\" href=\"" + page + "\"");
      }
    }
    assertThat(sitemap)
        .containsPattern("<lastmod>\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z</lastmod>");
    assertThat(text(server.get("/robots.txt")))
        .contains("Sitemap: " + server.url() + "/sitemap.xml\n");
  }

  @Test
  void a_malformed_theme_gets_400_that_names_the_parameter() {
    for (String form : new String[] {".html", ".json", ".js", ""}) {
      HttpResponse<byte[]> answer = server.get("/w/give" + form + "?theme=%22%3E%3Cscript%3E");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(field(answer, "Content-Type")).startsWith("application/problem+json");
      assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(text(answer)).contains("theme").doesNotContain("script");
    }
  }

  @Test
  void unknown_and_malformed_languages_members_and_parameters_change_nothing() {
    byte[] usual = server.get("/w/give.html").body();
    for (String query :
        new String[] {
          "lang=xx",
          "lang=%00",
          "lang=en_US",
          "member=nobody",
          "member=%3Cb%3E",
          "utm_source=x",
          "lang=" + "a".repeat(1500),
          "=&&&;",
          "theme=auto",
          "group=no-such-group",
          "%zz=%zz"
        }) {
      HttpResponse<byte[]> answer = raw("/w/give.html?" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(200);
      assertThat(answer.body()).as(query).isEqualTo(usual);
    }
  }

  @Test
  void a_regional_language_gets_its_language() {
    assertThat(server.get("/w/give.json?lang=es-MX").body())
        .isEqualTo(server.get("/w/give.json?lang=es").body());
    assertThat(text(server.get("/w/give.json?lang=es-MX"))).contains("\"lang\":\"es\"");
    assertThat(text(server.get("/w/give.json?lang=xx"))).contains("\"lang\":\"en\"");
  }

  @Test
  void an_answer_depends_on_its_address_alone() {
    byte[] usual = server.get("/w/stay-informed").body();
    String tag = field(server.get("/w/stay-informed"), "ETag");
    String[][] attempts = {
      {"X-Forwarded-Host", "evil.example"},
      {"Forwarded", "host=evil.example;proto=https"},
      {"Accept-Language", "es"},
      {"Cookie", "lang=es"},
      {"Origin", "https://evil.example"},
      {"X-HTTP-Method-Override", "DELETE"},
      {"X-Original-URL", "/w/give"}
    };
    for (String[] attempt : attempts) {
      HttpResponse<byte[]> answer = server.get("/w/stay-informed", attempt);
      assertThat(answer.body()).as(attempt[0]).isEqualTo(usual);
      assertThat(field(answer, "ETag")).isEqualTo(tag);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE,/w/give",
    "PUT,/w/give.html",
    "PATCH,/",
    "POST,/w/give.json",
    "POST,/w/give",
    "POST,/embed.js",
    "DELETE,/healthz",
    "TRACE,/w/give"
  })
  void another_method_gets_405_and_is_told_which_there_are(String method, String path)
      throws IOException {
    String answer =
        exchange(
            method
                + " "
                + path
                + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n"
                + "Content-Type: application/json\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 405");
    assertThat(answer).containsPattern("Allow: .*GET").contains("no-store");
  }

  @Test
  void options_answer_204_with_what_cors_needs() {
    HttpResponse<byte[]> read =
        server.send("OPTIONS", "/w/give.json", "", "Origin", "https://any.example");
    assertThat(read.statusCode()).isEqualTo(204);
    assertThat(field(read, "Access-Control-Allow-Origin")).isEqualTo("*");
    HttpResponse<byte[]> write =
        server.send("OPTIONS", "/w/stay-informed", "", "Origin", "https://lakeside.example");
    assertThat(write.statusCode()).isEqualTo(204);
    assertThat(field(write, "Access-Control-Allow-Origin")).isEqualTo("https://lakeside.example");
    assertThat(field(write, "Access-Control-Allow-Methods")).contains("POST");
    assertThat(field(write, "Access-Control-Allow-Headers")).contains("Content-Type");
    assertThat(field(write, "Vary")).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/w/..%2f..%2fetc%2fpasswd",
        "/w/%00",
        "//w/give",
        "/w//give",
        "/w/;give",
        "/w/give;a=b",
        "/w/%2e%2e/give",
        "/w/give%0d%0aX:y",
        "/w/",
        "/w",
        "/embed/..%2fgive",
        "/assets/..%2f..%2fx",
        "/schemas/..%2fx.json",
        "/%c0%af",
        "/w/a/b/c"
      })
  void path_tricks_get_nothing(String path) throws IOException {
    String answer = exchange("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1.1 40[04].*");
    assertThat(answer).doesNotContain("passwd", "org.eclipse", "Exception", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /w/give HTTP/1.1\n\n",
        "GET /w/give HTTP/9.9\r\nHost: x\r\n\r\n",
        "BREW\r\n\r\n",
        "POST /w/stay-informed HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
            + "Content-Type: application/json\r\n\r\nzz\r\n",
        "GET /w/give HTTP/1.1\r\nHost: x\r\nX-Long: %s\r\n\r\n"
      })
  void malformed_requests_are_refused_and_the_connection_closed(String request) throws IOException {
    String answer = exchange(request.replace("%s", "a".repeat(20_000)));
    assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|505).*");
    assertThat(answer).doesNotContain("Jetty", "Exception");
  }

  @Test
  void pages_carry_a_policy_that_lets_nothing_else_in() {
    HttpResponse<byte[]> page = server.get("/w/stay-informed");
    assertThat(field(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "style-src 'sha256-", "frame-ancestors *")
        .contains("base-uri 'none'", "trusted-types 'none'")
        .doesNotContain("unsafe");
    assertThat(field(page, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
  }

  @Test
  void a_draft_is_there_only_behind_its_preview_link(@TempDir Path folder) throws IOException {
    Path network = Networks.minimal(folder, "type: signup\ntitle: News\ndraft: true\n");
    try (TestServer drafts = TestServer.of(network, folder.resolve("data"))) {
      assertThat(drafts.get("/w/news").statusCode()).isEqualTo(404);
      assertThat(text(drafts.get("/"))).doesNotContain("News");
      String preview = drafts.server().widgets().previews().get(0).toString();
      HttpResponse<byte[]> page = drafts.get(preview.substring(drafts.url().length()));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(field(page, "Cache-Control")).isEqualTo("no-store");
      assertThat(field(page, "Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(field(page, "X-Robots-Tag")).isEqualTo("noindex");
    }
  }

  @Test
  void the_pinned_loader_never_changes_and_carries_its_hash_in_its_name() {
    var embed = server.server().widgets().assets().embed();
    HttpResponse<byte[]> pinned = server.get("/embed/" + embed.hash() + ".js");
    assertThat(pinned.statusCode()).isEqualTo(200);
    assertThat(field(pinned, "Cache-Control")).contains("immutable");
    assertThat(text(pinned)).isEqualTo(embed.text());
    assertThat(Assets.Asset.of(text(pinned)).hash()).isEqualTo(embed.hash());
  }

  @Test
  void what_a_form_needs_later_is_small_and_never_changes() {
    Assets assets = server.server().widgets().assets();
    HttpResponse<byte[]> module =
        server.get("/" + assets.path(Improvement.FORM), "Accept-Encoding", "br");
    assertThat(module.statusCode()).isEqualTo(200);
    assertThat(field(module, "Content-Type")).startsWith("text/javascript");
    assertThat(field(module, "Cache-Control")).contains("immutable");
    assertThat(field(module, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(module.body().length).isLessThanOrEqualTo(2_000);
  }

  @Test
  void the_loader_takes_fifteen_hundred_bytes_at_most() {
    HttpResponse<byte[]> loader = server.get("/embed.js", "Accept-Encoding", "br");
    assertThat(loader.body().length).isLessThanOrEqualTo(1_500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?lang=en&member=lakeside-alliance",
        "?lang=es&member=riverbend-families",
        "?lang=es&member=riverbend-families&theme=inherit"
      })
  void loader_form_and_styles_together_take_two_and_a_half_thousand_bytes_at_most(String query) {
    HttpResponse<byte[]> script =
        server.get("/w/stay-informed.js" + query, "Accept-Encoding", "br");
    assertThat(script.body().length).isLessThanOrEqualTo(2_500);
  }

  /** A request whose query {@link URI} would not let through. */
  private static HttpResponse<byte[]> raw(String target) {
    return server.get(target.replace("%zz", "%25zz"));
  }

  private static String exchange(String request) throws IOException {
    URI url = URI.create(server.url());
    try (Socket socket = new Socket("127.0.0.1", url.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
