package org.handbill.widget.type.resources.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Read;
import org.junit.jupiter.api.Test;

/** What RFC 4287 has beyond RSS. */
class AtomTest {

  private static Read read(String attributes, String inside) {
    return Read.of(
        new FeedReader(50, false),
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/' "
            + attributes
            + "><title>Clinic</title><id>urn:f</id>"
            + inside
            + "</feed>");
  }

  private static URI link(String attributes, String inside) {
    return read(attributes, inside).item().url();
  }

  private static String summary(String inside) {
    String entry = "<entry><title>T</title><link href='https://c.example/t'/>" + inside;
    return read("", entry + "</entry>").item().summary().html();
  }

  @Test
  void addresses_are_relative_to_the_bases_around_them() {
    assertThat(
            link(
                "xml:base='https://c.example/blog/'",
                "<link href='https://www.c.example/'/>"
                    + "<entry xml:base='2026/'><title>T</title><link href='beds'/></entry>"))
        .hasToString("https://c.example/blog/2026/beds");
    assertThat(
            link(
                "",
                "<entry><title>T</title><link xml:base='https://c.example/a/' href='b'/></entry>"))
        .hasToString("https://c.example/a/b");
  }

  @Test
  void a_relative_base_is_relative_to_the_feed_itself() {
    assertThat(link("xml:base='news/'", "<entry><title>T</title><link href='beds'/></entry>"))
        .hasToString("https://help.example/list/news/beds");
  }

  @Test
  void a_summary_s_links_are_relative_to_its_base() {
    assertThat(
            summary(
                "<summary type='html' xml:base='https://c.example/s/'>&lt;a href='more'&gt;More&lt;/a&gt;"
                    + "</summary>"))
        .contains("href=\"https://c.example/s/more\"");
  }

  @Test
  void content_that_is_elsewhere_is_where_an_entry_leads() {
    String content = "<content type='text/html' xml:base='https://c.example/' src='far'/>";
    assertThat(link("", "<entry><title>T</title><id>urn:1</id>" + content + "</entry>"))
        .hasToString("https://c.example/far");
    Item linked =
        read(
                "",
                "<entry><title>T</title><link href='https://c.example/near'/>"
                    + content
                    + "</entry>")
            .item();
    assertThat(linked.addresses()).containsExactly(URI.create("https://c.example/near"));
  }

  @Test
  void html_that_is_written_as_elements_is_cleaned_as_html_is() {
    assertThat(
            summary(
                "<summary type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
                    + "<p onclick='x()'>Open &amp; <b>free</b>.</p><script>x()</script></div></summary>"))
        .isEqualTo("<p>Open &amp; <b>free</b>.</p>");
    assertThat(
            summary(
                "<summary type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'>"
                    + "<h:p>Open</h:p></h:div></summary>"))
        .isEqualTo("<p>Open</p>");
  }

  @Test
  void plain_text_is_no_html_and_data_is_no_text() {
    assertThat(summary("<summary type='text'>a &lt;b&gt; c</summary>")).isEqualTo("a &lt;b&gt; c");
    assertThat(summary("<content type='image/png'>iVBORw0KGgo=</content>")).isEmpty();
  }

  @Test
  void what_media_rss_describes_stands_in_for_a_summary() {
    String described =
        "<media:group><media:description>A film about &lt;rights&gt;\nin two parts"
            + "</media:description></media:group>";
    assertThat(summary(described)).isEqualTo("A film about &lt;rights&gt;<br>in two parts");
    assertThat(summary("<summary>Said.</summary>" + described)).isEqualTo("Said.");
  }

  @Test
  void a_feed_may_have_a_prefix() {
    assertThat(
            Read.of(
                    new FeedReader(50, false),
                    """
                    <?xml version="1.0"?>
                    <x:feed xmlns:x="http://www.w3.org/2005/Atom"><x:title>Clinic</x:title>
                    <x:entry><x:title>Beds</x:title><x:link href="https://c.example/beds"/></x:entry>
                    </x:feed>
                    """)
                .lines())
        .containsExactly("# Clinic", "- Beds https://c.example/beds");
  }
}
