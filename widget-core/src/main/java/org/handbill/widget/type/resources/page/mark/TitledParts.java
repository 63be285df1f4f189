package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.page.dom.Headings;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;

/**
 * Marks the headings of parts that only a class calls titles: several parts of a kind, each with a
 * short line of that class first and several links below it.
 */
public final class TitledParts {

  private static final int FEWEST = 2;
  private static final int LONGEST = 60;

  private TitledParts() {}

  /** Marks the titles in place. */
  public static void mark(Element root) {
    Map<String, List<Element>> titles = new LinkedHashMap<>();
    for (Element title : root.select(Selectors.TITLE_BY_CLASS)) {
      Element part = title.parent();
      if (part != null && part != root && heads(title, part)) {
        String kind = part.normalName() + ' ' + part.className() + ' ' + title.className();
        titles.computeIfAbsent(kind, any -> new ArrayList<>()).add(title);
      }
    }
    titles.values().stream()
        .filter(several -> several.size() >= FEWEST)
        .flatMap(List::stream)
        .forEach(title -> title.attr("role", "heading").attr("aria-level", "6"));
  }

  private static boolean heads(Element title, Element part) {
    String words = PlainText.line(title.text());
    return words.length() <= LONGEST
        && Titles.TELLING.matcher(words).find()
        && Headings.level(title) == 0
        && title.selectFirst(Selectors.ANY_LINK) == null
        && title.closest(Selectors.ANY_LINK) == null
        && part.select(Selectors.LINK).size() >= FEWEST
        && part.selectFirst(Selectors.HEADING) == null
        && part.ownText().isBlank()
        && part.children().stream()
            .filter(child -> child.selectFirst(Selectors.LINK) != null)
            .allMatch(child -> child.isBlock() && child.select(Selectors.LINK).size() == 1);
  }
}
