package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.List;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.dom.HeadingBefore;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Names the videos that a page embeds without a title: by the short line right above or below, and
 * several below one heading by that and their number. One alone is called by its heading anyway.
 */
public final class EmbedNames {

  private static final String NOTE = "handbill.numbered";

  private EmbedNames() {}

  /** Whether a link got a number of its own, so that even “Video 2” names it. */
  public static boolean numbered(Element link) {
    return link.attributes().userData(NOTE) != null;
  }

  /** Names them, in the page's order; each is a link alone in a part of its own. */
  static void write(List<Element> nameless) {
    List<Element> row = new ArrayList<>();
    @Nullable Element above = null;
    for (Element link : nameless) {
      Element part = link.parent();
      if (part == null || beside(link, part)) {
        continue;
      }
      Element heading = HeadingBefore.of(part);
      if (heading == null || heading != above) {
        number(row, above);
        row.clear();
        above = heading;
      }
      row.add(link);
    }
    number(row, above);
  }

  private static void number(List<Element> row, @Nullable Element heading) {
    if (row.size() > 1 && heading != null) {
      for (int i = 0; i < row.size(); i++) {
        row.get(i).attributes().userData(NOTE, true);
        row.get(i).text(PlainText.line(heading.text()) + " " + (i + 1));
      }
    }
  }

  private static boolean beside(Element link, Element part) {
    for (Element line : new Element[] {part.previousElementSibling(), part.nextElementSibling()}) {
      if (line != null && names(line)) {
        link.text(PlainText.line(line.text()));
        line.remove();
        return true;
      }
    }
    return false;
  }

  private static boolean names(Element line) {
    String words = PlainText.line(line.text());
    return (line.normalName().equals("p") || line.normalName().equals("div"))
        && WeakTitles.mayName(words)
        && !words.endsWith(":")
        && !WeakTitles.idle(words)
        && line.selectFirst("a, img, iframe, h1, h2, h3, h4, h5, h6, [role=heading]") == null;
  }
}
