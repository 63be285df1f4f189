package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.handbill.widget.type.resources.entry.Group;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages put together at random: whatever stands around a link, it is read once and in its place.
 */
class EveryLinkOnceTest {

  private static final String[] WORDS = {
    "Rent guide",
    "Court map",
    "PDF",
    "Español",
    "Read more",
    "www.x.example",
    "Night line",
    "中文",
    "Hotline"
  };
  private static final String[] BETWEEN = {
    ", ", " | ", " and ", " – a long story about it. ", "<br>", " ", " / ", ": "
  };
  private static final String[] WRAPPERS = {
    "<p>%s</p>",
    "<div>%s</div>",
    "<ul><li>%s</li></ul>",
    "<h3>%s</h3>",
    "<li>%s</li>",
    "<table><tr><td>%s</td><td>x</td></tr></table>",
    "<dl><dt>Term</dt><dd>%s</dd></dl>",
    "<details><summary>Part</summary>%s</details>",
    "<section><h2>Part</h2>%s</section>",
    "<article>%s</article>",
    "<p><strong>%s</strong></p>",
    "<blockquote>%s</blockquote>",
    "%s",
    "<span>%s</span>",
    "<ul><li>Topic<ul><li>%s</li></ul></li></ul>",
    "<figure>%s<figcaption>Words</figcaption></figure>"
  };

  static List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 1; seed <= 200; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyContentLinkIsReadOnce(long seed) {
    Random random = new Random(seed);
    StringBuilder html = new StringBuilder("<html lang='en'><body><main>");
    List<String> expected = new ArrayList<>();
    List<List<String>> parts = new ArrayList<>();
    for (int part = 0; part < 12; part++) {
      List<String> links = new ArrayList<>();
      html.append(part(random, links, expected.size()));
      expected.addAll(links);
      parts.add(links);
    }
    List<Group> groups = Reading.groups(html.append("</main>").toString());
    List<String> read = Reading.addresses(groups);
    assertThat(read).as(html.toString()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(partsOf(read, parts)).as(html.toString()).isSorted();
  }

  private static String part(Random random, List<String> links, int first) {
    StringBuilder inner = new StringBuilder(random.nextInt(3) == 0 ? "Some words before " : "");
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String url = "https://help.example/" + (first + links.size());
      links.add(url);
      inner.append(i == 0 ? "" : BETWEEN[random.nextInt(BETWEEN.length)]);
      inner.append("<a href='" + url + "'>" + WORDS[random.nextInt(WORDS.length)] + "</a>");
    }
    String html = inner.toString();
    for (int depth = random.nextInt(3); depth >= 0; depth--) {
      html = WRAPPERS[random.nextInt(WRAPPERS.length)].formatted(html);
    }
    return "<div>" + html + "</div>";
  }

  /** For each address the part it stands in; links of one entry may change places. */
  private static List<Integer> partsOf(List<String> read, List<List<String>> parts) {
    return read.stream()
        .map(
            url -> {
              int part = 0;
              while (!parts.get(part).contains(url)) {
                part++;
              }
              return part;
            })
        .toList();
  }
}
