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
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Marks the headings of lists that no tag marks: several lists side by side, each with a paragraph
 * above it that is short and no sentence; but not where each of them has a heading already.
 */
public final class LabelledLists {

  private static final int FEWEST = 2;
  private static final int LONGEST = 60;
  private static final String ENDS_A_SENTENCE = ".;,!?";

  private LabelledLists() {}

  /** Marks the labels in place. */
  public static void mark(Element root) {
    Map<Element, List<Element>> labels = new LinkedHashMap<>();
    for (Element list : root.select(Selectors.LIST)) {
      Element label = label(list);
      if (label != null && list.parent() != null) {
        labels.computeIfAbsent(list.parent(), parent -> new ArrayList<>()).add(label);
      }
    }
    labels.values().stream()
        .filter(several -> several.size() >= FEWEST)
        .filter(several -> !several.stream().allMatch(LabelledLists::introduced))
        .flatMap(List::stream)
        .forEach(label -> firstLine(label).attr("role", "heading").attr("aria-level", "6"));
  }

  /** The paragraph, or a new one before it with the first of its lines. */
  private static Element firstLine(Element paragraph) {
    if (paragraph.selectFirst("br") == null) {
      return paragraph;
    }
    Element line = new Element("p");
    paragraph.before(line);
    while (!(paragraph.childNode(0) instanceof Element first && first.normalName().equals("br"))) {
      line.appendChild(paragraph.childNode(0));
    }
    return line;
  }

  private static String words(Element paragraph) {
    StringBuilder words = new StringBuilder();
    for (Node node : paragraph.childNodes()) {
      if (node instanceof Element element && element.normalName().equals("br")) {
        break;
      }
      words.append(node instanceof Element element ? element.text() : node.toString());
    }
    return PlainText.line(words.toString());
  }

  private static @Nullable Element label(Element list) {
    Element above = list.previousElementSibling();
    return above != null
            && above.normalName().equals("p")
            && list.selectFirst(Selectors.LINK) != null
            && above.selectFirst(Selectors.ANY_LINK) == null
            && names(words(above))
            && above.select("br").stream().allMatch(line -> line.parent() == above)
        ? above
        : null;
  }

  private static boolean names(String words) {
    return words.length() <= LONGEST
        && Titles.TELLING.matcher(words).find()
        && ENDS_A_SENTENCE.indexOf(words.charAt(words.length() - 1)) < 0;
  }

  /** Whether a heading stands right above, of which the paragraph is a first word. */
  private static boolean introduced(Element paragraph) {
    Element above = paragraph.previousElementSibling();
    return above != null && (above.is(Selectors.HEADING) || Headings.bold(above.childNodes()));
  }
}
