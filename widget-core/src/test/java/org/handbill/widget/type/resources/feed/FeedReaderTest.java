package org.handbill.widget.type.resources.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.Read;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

  private static final FeedReader NEWEST = new FeedReader(50, false);

  private static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
      <title>News &amp; alerts</title><link>https://n.example/</link><language>es-mx</language>
      <item><title>Older</title><link>https://n.example/old</link>
        <pubDate>Sun, 01 Feb 2026 08:00:00 GMT</pubDate><category>Food</category></item>
      <item><title>Newer &lt;b&gt;one&lt;/b&gt;</title><link>/new</link>
        <description>&lt;p onclick="x()"&gt;Some &lt;em&gt;words&lt;/em&gt;&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</description>
        <pubDate>Mon, 02 Mar 2026 23:30:00 -0500</pubDate><dc:language>en</dc:language>
        <category>Legal</category><category>Other</category>
        <enclosure url="https://n.example/a.mp3" type="audio/mpeg" length="1"/></item>
      <item><title>Leads nowhere</title></item>
      </channel></rss>
      """;

  private static Read read(String text) {
    return Read.of(NEWEST, text);
  }

  @Test
  void rss_is_read_newest_first_under_its_own_title() {
    Read read = read(RSS);
    assertThat(read.lines())
        .containsExactly(
            "# News & alerts",
            "- Newer one https://n.example/new",
            "  + n.example https://n.example/a.mp3",
            "- Older https://n.example/old");
    Item newer = read.items().get(0);
    assertThat(newer.summary().html()).isEqualTo("<p>Some <em>words</em></p>");
    assertThat(newer.language()).contains(Language.ENGLISH);
    assertThat(newer.facts().updated()).contains(LocalDate.of(2026, 3, 3));
    assertThat(newer.links().get(0).kind()).isEqualTo(Kind.AUDIO);
    assertThat(read.items().get(1).language()).contains(new Language("es-MX"));
    assertThat(read.remarks()).containsExactly("feed.no-address [1]");
  }

  @Test
  void categories_become_groups_and_the_limit_holds() {
    assertThat(Read.of(new FeedReader(50, true), RSS).lines())
        .containsExactly(
            "# Legal",
            "- Newer one https://n.example/new",
            "  + n.example https://n.example/a.mp3",
            "# Other",
            "- Newer one https://n.example/new",
            "  + n.example https://n.example/a.mp3",
            "# Food",
            "- Older https://n.example/old");
    assertThat(Read.of(new FeedReader(1, false), RSS).items())
        .extracting(Item::title)
        .containsExactly("Newer one");
  }

  @Test
  void rss_1_0_is_read() {
    assertThat(
            read("""
                    <?xml version="1.0"?>
                    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                    <channel rdf:about="https://n.example/"><title>Old school</title>
                      <link>https://n.example/</link><description>d</description></channel>
                    <item rdf:about="https://n.example/1"><title>One</title>
                      <link>https://n.example/1</link><dc:date>2026-01-02</dc:date></item>
                    </rdf:RDF>
                    """)
                .lines())
        .containsExactly("# Old school", "- One https://n.example/1");
  }

  @Test
  void rss_0_91_may_name_its_document_type() {
    assertThat(
            read("""
                    <?xml version="1.0"?>
                    <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
                      "http://my.netscape.com/publish/formats/rss-0.91.dtd">
                    <rss version="0.91"><channel><title>Older still</title><link>https://n.example/</link>
                    <description>d</description><language>en</language>
                    <item><title>Caf&eacute;</title><link>https://n.example/1</link></item>
                    </channel></rss>
                    """)
                .lines())
        .containsExactly("# Older still", "- Café https://n.example/1");
  }

  @Test
  void atom_s_languages_links_and_dates_are_read() {
    Read read =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">A &amp;amp; B</title>
            <id>urn:x</id><updated>2026-03-02T00:00:00Z</updated>
            <link rel="self" href="https://n.example/feed"/><link href="https://n.example/"/>
            <entry xml:lang="es"><title>Guía</title><id>urn:1</id><updated>2026-03-02T00:00:00Z</updated>
              <link href="/guia"/><link rel="alternate" hreflang="en" href="/guide"/>
              <link rel="enclosure" type="application/pdf" href="/guia.pdf"/>
              <category term="Legal"/><summary type="html">&lt;p&gt;Lea&lt;/p&gt;</summary></entry>
            <entry><title>Second</title><id>urn:2</id><updated>2026-03-01T00:00:00Z</updated>
              <link href="https://n.example/2"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Words</p></div></content></entry>
            </feed>
            """);
    assertThat(read.lines())
        .containsExactly(
            "# A & B",
            "- Guía https://n.example/guia",
            "  + English https://n.example/guide",
            "  + guia https://n.example/guia.pdf",
            "- Second https://n.example/2");
    assertThat(read.items().get(0).language()).contains(new Language("es"));
    assertThat(read.items().get(0).links().get(1).kind()).isEqualTo(Kind.PDF);
    assertThat(read.items().get(1).language()).contains(Language.ENGLISH);
    assertThat(read.items().get(1).summary().text()).isEqualTo("Words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.1"})
  void json_feed_is_read(String version) {
    Read read =
        read(
            """
            {"version": "https://jsonfeed.org/version/%s", "title": "Notes", "language": "en",
             "items": [
              {"id": "1", "url": "https://n.example/1", "title": "One <1> more", "content_html": "<p>Text</p>",
               "date_published": "2026-03-01T10:00:00+02:00", "tags": ["Legal"], "language": "vi",
               "attachments": [{"url": "https://n.example/1.pdf", "mime_type": "application/pdf", "title": "Print"}]},
              {"id": "2", "external_url": "https://m.example/2", "content_text": "First sentence. Second."},
              {"id": "3"}]}
            """
                .formatted(version));
    assertThat(read.lines())
        .containsExactly(
            "# Notes",
            "- One <1> more https://n.example/1",
            "  + Print https://n.example/1.pdf",
            "- First sentence. https://m.example/2");
    assertThat(read.items().get(0).language()).contains(new Language("vi"));
    assertThat(read.items().get(0).facts().updated()).contains(LocalDate.of(2026, 3, 1));
    assertThat(read.remarks()).containsExactly("feed.no-address [1]");
  }

  @Test
  void json_feed_s_addresses_are_relative_to_its_site_and_a_name_may_be_one() {
    assertThat(
            read("""
                    {"version": "https://jsonfeed.org/version/1.1", "title": "Notes",
                     "home_page_url": "https://n.example/blog/",
                     "items": [
                      {"id": "1", "url": "one", "title": "One", "date_published": "0000-00-00"},
                      {"id": "https://n.example/two", "title": "Two"},
                      {"id": "https://n.example/name", "url": "/three", "title": "Three"}]}
                    """)
                .lines())
        .containsExactly(
            "# Notes",
            "- One https://n.example/blog/one",
            "- Two https://n.example/two",
            "- Three https://n.example/three");
  }

  @Test
  void the_encoding_that_the_declaration_states_is_read() {
    byte[] latin =
        RSS.replace("UTF-8", "ISO-8859-1")
            .replace("Older", "Más")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Read.of(NEWEST, latin, "text/xml").items().get(1).title()).isEqualTo("Más");
  }

  @Test
  void a_feed_that_says_it_is_utf_8_and_is_not_is_windows_1252() {
    byte[] bytes = RSS.replace("Older", "Más “fácil”").getBytes(Charset.forName("windows-1252"));
    assertThat(Read.of(NEWEST, bytes, "text/xml; charset=utf-8").items().get(1).title())
        .isEqualTo("Más “fácil”");
  }

  @Test
  void signs_that_xml_forbids_and_names_that_html_knows_are_no_end() {
    assertThat(
            read(RSS.replace("Older", "Old\u0008er &nbsp;&hellip;").replace("<?xml", "\n <?xml"))
                .items())
        .hasSize(2);
  }

  @Test
  void a_long_text_is_shortened() {
    String text = "Word ".repeat(400);
    assertThat(read(RSS.replace("Some ", text)).items().get(0).summary().text())
        .hasSizeLessThan(310)
        .endsWith("…");
  }

  @Test
  void document_types_entities_and_files_are_refused() {
    for (String type :
        new String[] {
          "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
          "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY x \"&a;&a;&a;&a;\">]>"
        }) {
      assertThat(refusal(RSS.replace("<rss", type + "<rss").replace("Older", "&x;")))
          .isEqualTo("feed.malformed");
    }
  }

  @Test
  void deep_and_endless_feeds_are_refused() {
    assertThat(refusal(RSS.replace("Older", "<a>".repeat(50_000)))).isEqualTo("feed.malformed");
    assertThat(refusal("<rss>" + "<a>".repeat(50_000))).isEqualTo("feed.malformed");
    assertThat(
            refusal(
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + "[".repeat(90_000)))
        .isEqualTo("feed.malformed");
    assertThat(refusal(RSS + " ".repeat(3_000_000))).isEqualTo("feed.too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html><body>Sign in</body></html>", "{\"items\": []}", "<kml><a/></kml>", "{}"})
  void what_is_no_feed_is_told(String text) {
    assertThat(refusal(text)).isEqualTo("feed.none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain words", "<rss><channel>"})
  void what_breaks_off_is_told(String text) {
    assertThat(refusal(text)).isEqualTo("feed.malformed");
  }

  @Test
  void a_feed_is_recognized_by_its_beginning() {
    assertThat(recognizes(RSS)).isTrue();
    assertThat(recognizes("<!-- x --><?xml-stylesheet href='a'?><feed xmlns='x'>")).isTrue();
    assertThat(recognizes("{\"version\": \"https://jsonfeed.org/version/1.1\"}")).isTrue();
    assertThat(recognizes("<?xml version='1.0'?><a:feed xmlns:a='x'>")).isTrue();
    assertThat(recognizes("<br />\n<b>Warning</b>: x in <b>/f.php</b><br />\n" + RSS)).isTrue();
    assertThat(recognizes("<!-- a -->".repeat(500) + "<html>")).isFalse();
    assertThat(recognizes("Warning: ".repeat(800) + "<rss>")).isFalse();
    assertThat(recognizes("Warning: write <rss>")).isFalse();
    assertThat(recognizes("<html><rss>")).isFalse();
    assertThat(recognizes("# Markdown <rss>")).isFalse();
  }

  private static boolean recognizes(String text) {
    return FeedReader.recognizes(Read.bytes(text.getBytes(StandardCharsets.UTF_8), ""));
  }

  private static String refusal(String text) {
    String[] key = {""};
    assertThatThrownBy(
            () -> {
              try {
                NEWEST.read(Read.bytes(text.getBytes(StandardCharsets.UTF_8), ""), (k, v) -> {});
              } catch (UnreadableSourceException e) {
                key[0] = e.key();
                throw e;
              }
            })
        .isInstanceOf(UnreadableSourceException.class);
    return key[0];
  }

  @Test
  void what_has_no_category_stands_under_the_feed_s_title() {
    assertThat(
            Read.of(
                    new FeedReader(50, true),
                    """
                    {"version":"https://jsonfeed.org/version/1.1","title":"News","items":[
                    {"id":"1","url":"https://n.example/1","title":"One","tags":["Law","Food"]},
                    {"id":"2","url":"https://n.example/2","title":"Two"}]}
                    """)
                .lines())
        .containsExactly(
            "# Law",
            "- One https://n.example/1",
            "# Food",
            "- One https://n.example/1",
            "# News",
            "- Two https://n.example/2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The post <a href='https://n.example/1'>One</a> appeared first on <a href='/'>News</a>.",
        "La entrada <a href='https://n.example/1'>Uno</a> se publicó primero en <a href='/'>News</a>.",
        "El art&iacute;culo <a href='/1'>Uno</a> apareci&oacute; primero en <a href='/'>News</a>."
      })
  void where_a_post_appeared_first_is_not_told(String credit) {
    Item item = described("<title>One</title>", "<p>Bread for all.</p> <p>" + credit + "</p>");
    assertThat(item.summary().html()).isEqualTo("<p>Bread for all.</p>");
  }

  @Test
  void words_that_only_sound_like_that_stay() {
    Item item = described("<title>One</title>", "<p>This card appeared first on our stand.</p>");
    assertThat(item.summary().text()).isEqualTo("This card appeared first on our stand.");
  }

  @Test
  void a_text_that_becomes_the_title_is_not_repeated() {
    assertThat(described("", "<p>Bread is here.</p>").summary().isEmpty()).isTrue();
    Item longer = described("", "<p>Bread is here. Come by!</p>");
    assertThat(longer.title()).startsWith("Bread is here");
    assertThat(longer.summary().text()).isEqualTo("Come by!");
    assertThat(described("", "<p>Bread is here. <a href='/x'>Come by</a>!</p>").summary().text())
        .isEqualTo("Bread is here. Come by!");
    String sentence = "Bread and ".repeat(30) + "soup.";
    assertThat(described("", sentence).summary().text()).isEqualTo(sentence);
  }

  private static Item described(String title, String html) {
    return read("<rss version=\"2.0\"><channel><title>News</title><item>"
            + title
            + "<link>https://n.example/1</link><description><![CDATA["
            + html
            + "]]></description></item></channel></rss>")
        .items()
        .get(0);
  }
}
