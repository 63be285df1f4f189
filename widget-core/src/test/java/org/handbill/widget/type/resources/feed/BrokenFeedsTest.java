package org.handbill.widget.type.resources.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that are not the XML they should be, and are read nevertheless. */
class BrokenFeedsTest {

  private static final FeedReader NEWEST = new FeedReader(50, false);

  private static final String WHOLE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0"><channel><title>Pantry</title><link>https://p.example/</link>
      <item><title>Bread</title><link>https://p.example/bread</link></item>
      <item><title>Beans</title><link>https://p.example/beans</link></item>
      </channel></rss>
      """;
  private static final String[] LINES = {
    "# Pantry", "- Bread https://p.example/bread", "- Beans https://p.example/beans"
  };
  private static final String ITEMS = WHOLE.substring(0, WHOLE.indexOf("</channel>"));

  private static Read read(String text) {
    return Read.of(NEWEST, text);
  }

  @Test
  void prefixes_that_nobody_declared_and_words_around_the_feed_are_passed_over() {
    for (String broken :
        new String[] {
          WHOLE.replace("<item>", "<item><itunes:summary>x</itunes:summary>"),
          WHOLE + "<!-- cached --><script>count()</script>",
          "<br />\n<b>Notice</b>: Undefined index: x in <b>/f.php</b> on line <b>2</b><br />\n"
              + WHOLE,
          "Loading …\n" + WHOLE,
          WHOLE.replace("rss", "RSS").replace("item>", "Item>"),
        }) {
      assertThat(read(broken).lines()).as(broken).containsExactly(LINES);
      assertThat(read(broken).remarks()).isEmpty();
    }
  }

  @Test
  void signs_that_should_have_been_escaped_are_themselves() {
    Read read =
        read(
            WHOLE
                .replace("Bread", "Bread & <3")
                .replace("/bread<", "/bread?a=1&copy=2<")
                .replace(
                    "Beans</title>",
                    "Beans</title><description>Dry<br>& &lt;b&gt;tins&lt;/b&gt;</description>"));
    assertThat(read.lines()).containsSubsequence("- Bread & <3 https://p.example/bread?a=1&copy=2");
    assertThat(read.items().get(1).summary().text()).startsWith("Dry &");
  }

  @Test
  void an_ampersand_in_a_part_that_is_as_it_is_stays_one() {
    assertThat(
            read(WHOLE.replace("https://p.example/bread", "<![CDATA[https://p.example/?a&b]]>"))
                .items()
                .get(0)
                .url())
        .hasToString("https://p.example/?a&b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<item><title>Ri",
        "<item><title>Rice</title>",
        "<item><title>Rice</title><link>https://p.example/ri",
        "<item><link>https://p.example/rice</link><title>Ri",
        "<item><link>https://p.example/rice</link><descr",
      })
  void of_a_feed_that_breaks_off_the_complete_entries_are_read(String rest) {
    Read read = read(ITEMS + rest);
    assertThat(read.lines()).containsExactly(LINES);
    assertThat(read.remarks()).containsExactly("feed.cut []");
  }

  @Test
  void a_last_entry_that_breaks_off_after_its_link_and_title_is_kept() {
    assertThat(
            read(ITEMS + "<item><link>https://p.example/rice</link><title>Rice</title><descr")
                .items())
        .extracting(Item::title)
        .containsExactly("Bread", "Beans", "Rice");
  }

  @Test
  void a_feed_that_breaks_off_within_a_letter_is_utf_8_all_the_same() {
    byte[] bytes =
        (ITEMS.replace("Bread", "Pan fácil y rápido") + "<item><title>á")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(
            Read.of(NEWEST, Arrays.copyOf(bytes, bytes.length - 1), "text/xml")
                .items()
                .get(0)
                .title())
        .isEqualTo("Pan fácil y rápido");
  }
}
