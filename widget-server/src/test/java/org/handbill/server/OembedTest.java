package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.server.TestServer.field;
import static org.handbill.server.TestServer.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /oembed} as oembed.com specifies it, and how pages lead to it. */
class OembedTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

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

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<byte[]> oembed(String url, String more) {
    return server.get("/oembed?url=" + encoded(url) + more);
  }

  private static HttpResponse<byte[]> asked(TestServer of, String page, String more) {
    return of.get("/oembed?url=" + encoded(of.url() + page) + more);
  }

  private static JsonNode rich(String page) {
    return JSON.readTree(text(oembed(server.url() + page, "")));
  }

  private static Element frame(JsonNode answer) {
    return Jsoup.parseBodyFragment(answer.get("html").asString()).expectFirst("iframe");
  }

  @Test
  void a_widgets_page_is_a_rich_answer_with_a_frame() {
    HttpResponse<byte[]> answer = oembed(server.url() + "/w/stay-informed?lang=es", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(field(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(field(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(field(answer, "Cache-Control")).startsWith("public, max-age=60");
    JsonNode json = JSON.readTree(text(answer));
    assertThat(json.get("type").asString()).isEqualTo("rich");
    assertThat(json.get("version").asString()).isEqualTo("1.0");
    assertThat(json.get("title").asString()).isEqualTo("Mantente al tanto");
    assertThat(json.get("provider_name").asString()).isEqualTo("Open Doors Network");
    assertThat(json.get("provider_url").asString()).isEqualTo("https://network.example.org");
    assertThat(json.get("cache_age").isInt()).isTrue();
    assertThat(json.has("author_name")).isFalse();
    Element frame = frame(json);
    assertThat(frame.attr("src")).isEqualTo(server.url() + "/w/stay-informed?lang=es");
    assertThat(frame.attr("title")).isEqualTo("Mantente al tanto");
    assertThat(frame.attr("width")).isEqualTo(json.get("width").asInt() + "");
    assertThat(frame.attr("height")).isEqualTo(json.get("height").asInt() + "");
  }

  @Test
  void xml_is_well_formed_and_says_the_same() throws Exception {
    String page = server.url() + "/w/give?lang=es&member=lakeside-alliance&theme=dark";
    HttpResponse<byte[]> answer = oembed(page, "&format=xml&maxwidth=320");
    assertThat(field(answer, "Content-Type")).isEqualTo("text/xml;charset=utf-8");
    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body()))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("oembed");
    JsonNode json = JSON.readTree(text(oembed(page, "&format=json&maxwidth=320")));
    json.propertyStream()
        .forEach(
            member ->
                assertThat(root.getElementsByTagName(member.getKey()).item(0).getTextContent())
                    .as(member.getKey())
                    .isEqualTo(member.getValue().asString()));
    assertThat(root.getChildNodes().getLength()).isEqualTo(json.size());
  }

  @Test
  void cards_get_title_words_and_picture_in_the_pages_language() {
    Document page = Jsoup.parse(text(server.get("/w/stay-informed?lang=es")));
    assertThat(page.title()).isEqualTo("Mantente al tanto · Open Doors Network");
    assertThat(page.select("meta[name=description]").attr("content")).startsWith("Recibe nuestros");
    assertThat(page.select("meta[property^=og:]").eachAttr("property"))
        .containsExactly(
            "og:type",
            "og:title",
            "og:description",
            "og:url",
            "og:site_name",
            "og:image",
            "og:image:width",
            "og:image:height",
            "og:image:alt");
    assertThat(page.select("meta[property=og:image:alt]").attr("content"))
        .isEqualTo("Dos puertas abiertas");
    assertThat(page.select("meta[name=twitter:card]").attr("content"))
        .isEqualTo("summary_large_image");
  }

  @Test
  void the_picture_is_a_thumbnail_where_there_is_room_for_it() {
    assertThat(rich("/w/give").get("thumbnail_url").asString())
        .isEqualTo("https://network.example.org/card.png");
    for (String room : new String[] {"&maxwidth=1199", "&maxheight=629"}) {
      JsonNode small = JSON.readTree(text(oembed(server.url() + "/w/give", room)));
      assertThat(small.has("thumbnail_url")).isFalse();
      assertThat(small.has("thumbnail_width")).isFalse();
    }
  }

  @Test
  void a_member_that_is_named_is_the_author() {
    JsonNode json = rich("/w/give?member=riverbend-families");
    assertThat(json.get("author_name").asString()).isEqualTo("Riverbend Families United");
    assertThat(json.get("author_url").asString()).isEqualTo("https://riverbend.example");
    assertThat(frame(json).attr("src")).endsWith("/w/give?lang=en&member=riverbend-families");
  }

  @Test
  void what_the_type_offers_is_kept_and_anything_unknown_is_not() {
    assertThat(
            frame(rich("/w/know-your-rights?x=%22%3E&group=preparation&lang=tlh&member=no-such"))
                .attr("src"))
        .isEqualTo(server.url() + "/w/know-your-rights?lang=en&group=preparation");
  }

  @ParameterizedTest
  @CsvSource({
    "'',736,10000", "&maxwidth=320,320,10000", "&maxwidth=5000,736,10000",
    "&maxwidth=400&maxheight=150,400,150", "&maxheight=1,736,1", "&maxwidth=&maxheight=,736,10000"
  })
  void the_room_that_there_is_is_kept_to(String room, int width, int most) {
    JsonNode json = JSON.readTree(text(oembed(server.url() + "/w/give", room)));
    assertThat(json.get("width").asInt()).isEqualTo(width);
    assertThat(json.get("height").asInt()).isBetween(1, most);
    assertThat(frame(json).attr("height")).isEqualTo(json.get("height").asInt() + "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "10.5", "1e3", "abc", "9999999999", "%3Cscript%3E", "+300"})
  void a_malformed_room_gets_400_with_the_parameters_name(String value) {
    for (String parameter : new String[] {"maxwidth", "maxheight"}) {
      HttpResponse<byte[]> answer = oembed(server.url() + "/w/give", "&" + parameter + "=" + value);
      assertProblem(answer, 400);
      assertThat(text(answer)).contains("'" + parameter + "'").doesNotContain("script");
    }
  }

  @Test
  void without_a_url_400_says_what_is_missing() {
    for (String path : new String[] {"/oembed", "/oembed?format=xml", "/oembed?url="}) {
      HttpResponse<byte[]> answer = server.get(path);
      assertProblem(answer, 400);
      assertThat(text(answer)).contains("'url'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "JSON", "json%0d%0a", "%3Cscript%3E"})
  void a_format_that_is_not_offered_gets_501(String format) {
    HttpResponse<byte[]> answer = oembed(server.url() + "/w/give", "&format=" + format);
    assertProblem(answer, 501);
    assertThat(text(answer)).doesNotContain("yaml", "script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/w/give",
        "{own}.elsewhere.example/w/give",
        "https://elsewhere.example/{own}/w/give",
        "https{port}/w/give",
        "{own}/w/no-such",
        "{own}/w/give.html",
        "{own}/w/give.json",
        "{own}/w/give/received",
        "{own}/w/give/",
        "{own}/w/give%2f..%2fstay-informed",
        "{own}/w/%00give",
        "{own}/",
        "{own}",
        "{own}/w/give?theme=purple",
        "{own}/w/<script>alert(1)</script>",
        "{own}/w/give\"onload=alert(1)",
        "http://user@localhost{port}/w/give",
        "javascript:alert(1)//{own}/w/give",
        "data:text/html,{own}/w/give",
        "//localhost/w/give",
        "/w/give",
        "give",
        "http://[::1/w/give",
        "http:///w/give",
        "\u0000"
      })
  void what_is_none_of_ours_gets_404_and_is_not_repeated(String address) {
    String port = ":" + URI.create(server.url()).getPort();
    String url = address.replace("{own}", server.url()).replace("{port}", port);
    for (String format : new String[] {"json", "xml"}) {
      HttpResponse<byte[]> answer = oembed(url, "&format=" + format);
      assertProblem(answer, 404);
      assertThat(text(answer)).doesNotContain("elsewhere", "alert", "localhost", "give");
    }
  }

  private static void assertProblem(HttpResponse<byte[]> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(field(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(field(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(JSON.readTree(text(answer)).get("status").asInt()).isEqualTo(status);
  }

  @Test
  void an_address_may_be_written_in_any_of_its_ways() {
    String port = ":" + URI.create(server.url()).getPort();
    for (String address :
        new String[] {
          server.url() + "/w/stay-informed#?secret=abc",
          server.url() + "/w/stay%2Dinformed",
          "HTTP://LOCALHOST" + port + "/w/stay-informed",
          server.url() + "/w/stay-informed?lang=%65n&utm_source=x"
        }) {
      HttpResponse<byte[]> answer = oembed(address, "");
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(frame(JSON.readTree(text(answer))).attr("src"))
          .isEqualTo(server.url() + "/w/stay-informed?lang=en");
    }
  }

  @Test
  void a_page_that_no_other_site_may_frame_is_a_link(@TempDir Path folder) throws IOException {
    Path network = Networks.minimal(folder, "type: signup\ntitle: News\nfields: [email]\n");
    Files.writeString(
        network.resolve("handbill.yaml"),
        """
        embedding: members
        members:
          - {id: near, name: Near, origins: ["https://near.example"]}
          - {id: far, name: Far}
        """,
        StandardOpenOption.APPEND);
    try (TestServer members = TestServer.of(network, folder.resolve("data"))) {
      for (String query : new String[] {"", "?member=far", "?member=unknown"}) {
        JsonNode json = JSON.readTree(text(asked(members, "/w/news" + query, "")));
        assertThat(json.get("type").asString()).isEqualTo("link");
        assertThat(json.get("title").asString()).isEqualTo("News");
        assertThat(json.has("html")).isFalse();
        assertThat(json.has("thumbnail_url")).isFalse();
      }
      JsonNode json = JSON.readTree(text(asked(members, "/w/news?member=near", "")));
      assertThat(json.get("type").asString()).isEqualTo("rich");
    }
  }

  @Test
  void a_draft_is_not_there_even_for_those_who_may_see_it(@TempDir Path folder) throws IOException {
    Path network =
        Networks.minimal(folder, "type: signup\ntitle: News\nfields: [email]\ndraft: true\n");
    try (TestServer drafts = TestServer.of(network, folder.resolve("data"))) {
      URI preview = drafts.server().widgets().previews().get(0);
      HttpResponse<byte[]> page = drafts.get(preview.getPath() + "?" + preview.getRawQuery());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(field(page, "Link")).isEmpty();
      assertThat(text(page)).doesNotContain("oembed");
      assertProblem(asked(drafts, preview.getPath() + "?" + preview.getRawQuery(), ""), 404);
      assertProblem(asked(drafts, "/w/news", ""), 404);
    }
  }

  @Test
  void a_title_with_markup_stays_text_in_every_layer(@TempDir Path folder) throws Exception {
    String title = "</title></iframe><script>alert(1)</script> \"A\" & 'B' ]]>";
    Path network =
        Networks.minimal(
            folder, "type: signup\ntitle: '" + title.replace("'", "''") + "'\nfields: [email]\n");
    try (TestServer hostile = TestServer.of(network, folder.resolve("data"))) {
      String json = text(asked(hostile, "/w/news", ""));
      assertThat(json).doesNotContain("<");
      Element body = Jsoup.parseBodyFragment(JSON.readTree(json).get("html").asString()).body();
      assertThat(body.select("script")).isEmpty();
      assertThat(body.expectFirst("iframe").attr("title")).isEqualTo(title);
      assertThat(body.expectFirst("blockquote a").text()).isEqualTo(title);
      var xml =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(asked(hostile, "/w/news", "&format=xml").body()));
      assertThat(xml.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(title);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/w/give", "/w/know-your-rights?lang=es&group=preparation&theme=dark&utm=x"})
  void a_page_leads_to_its_own_answer_by_link_and_by_header(String path) {
    HttpResponse<byte[]> page = server.get(path);
    Document html = Jsoup.parse(text(page));
    for (String format : new String[] {"json", "xml"}) {
      String type = (format.equals("json") ? "application/json" : "text/xml") + "+oembed";
      String link = html.expectFirst("link[rel=alternate][type=" + type + "]").attr("href");
      assertThat(field(page, "Link"))
          .contains("<" + link + ">; rel=\"alternate\"; type=\"" + type + "\"");
      HttpResponse<byte[]> answer = server.get(link.substring(server.url().length()));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(text(answer))
          .contains(html.expectFirst("link[rel=canonical]").attr("href").replaceAll("&.*", ""));
    }
  }

  @Test
  void a_validator_that_still_holds_gets_304_and_head_no_body() {
    HttpResponse<byte[]> answer = oembed(server.url() + "/w/give", "");
    String path = "/oembed?url=" + encoded(server.url() + "/w/give");
    assertThat(server.get(path, "If-None-Match", field(answer, "ETag")).statusCode())
        .isEqualTo(304);
    HttpResponse<byte[]> head = server.send("HEAD", path, "");
    assertThat(head.body()).isEmpty();
    assertThat(field(head, "ETag")).isEqualTo(field(answer, "ETag"));
    assertThat(server.post(path, "").statusCode()).isEqualTo(405);
  }
}
