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
import org.jspecify.annotations.Nullable;

/**
 * Marks the lines of a class that take turns with parts of a class: each such line heads the links
 * of the part right below it.
 */
public final class LabelledParts {

  private static final int FEWEST = 2;
  private static final int LONGEST = 60;

  private LabelledParts() {}

  /** Marks the lines in place. */
  public static void mark(Element root) {
    for (Element around : root.getAllElements()) {
      if (around.childrenSize() >= 2 * FEWEST) {
        lines(around).values().stream()
            .filter(several -> several.size() >= FEWEST)
            .flatMap(List::stream)
            .forEach(line -> line.attr("role", "heading").attr("aria-level", "6"));
      }
    }
  }

  /** The lines by their class and that of the parts below them. */
  private static Map<String, List<Element>> lines(Element around) {
    Map<String, List<Element>> lines = new LinkedHashMap<>();
    for (Element line : around.children()) {
      Element part = line.nextElementSibling();
      if (part != null && parted(line, part) && line(line)) {
        lines.computeIfAbsent(kind(line) + '/' + kind(part), any -> new ArrayList<>()).add(line);
      }
    }
    return lines;
  }

  private static boolean parted(Element line, @Nullable Element part) {
    return part != null
        && (line.nameIs("div") || line.nameIs("p"))
        && part.nameIs("div")
        && !line.className().isEmpty()
        && !part.className().isEmpty()
        && !kind(line).equals(kind(part))
        && part.select(Selectors.LINK).size() >= FEWEST
        && part.selectFirst(Selectors.HEADING) == null;
  }

  private static boolean line(Element line) {
    String words = PlainText.line(line.text());
    return !words.isEmpty()
        && words.length() <= LONGEST
        && Titles.TELLING.matcher(words).find()
        && !words.endsWith(".")
        && Headings.level(line) == 0
        && line.selectFirst(Selectors.ANY_LINK) == null;
  }

  private static String kind(Element element) {
    return element.normalName() + ' ' + element.className();
  }
}
