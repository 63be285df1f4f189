package org.handbill.widget.type.resources.page.mark;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Writes as lines the words that are shown as a line of their own, by their style. */
final class StyledLines {

  private static final Pattern OWN_LINE =
      Pattern.compile("(?i)(?:^|[;\\s])display\\s*:\\s*block\\b");

  private StyledLines() {}

  /** Writes it as tags. */
  static void write(Element root) {
    for (Element words :
        root.select("span[style*=display], em[style*=display], small[style*=display]")) {
      if (OWN_LINE.matcher(words.attr("style")).find()) {
        words.tagName("div");
      }
    }
  }
}
