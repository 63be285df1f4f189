package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Writes as paragraphs the lines of a card that a page has as minor headings, one below the other:
 * an address, a number, the hours.
 */
public final class HeadingRuns {

  private static final int FEWEST = 2;
  private static final Evaluator MINOR = Selector.evaluatorOf("h4, h5, h6");

  private HeadingRuns() {}

  /** Writes them in place. */
  public static void write(Element root) {
    Map<String, List<Element>> lines = new HashMap<>();
    for (Element line : root.select(MINOR)) {
      lines.computeIfAbsent(kind(line), any -> new ArrayList<>()).add(line);
    }
    lines.values().stream()
        .filter(HeadingRuns::run)
        .flatMap(List::stream)
        .forEach(line -> line.tagName("p"));
  }

  /** Whether most lines stand in runs, and there is more than one. */
  private static boolean run(List<Element> lines) {
    long begun = lines.stream().filter(HeadingRuns::begins).count();
    long within = lines.stream().filter(line -> alike(line, line.previousElementSibling())).count();
    return begun >= FEWEST && (begun + within) * 3 >= lines.size() * 2L;
  }

  /** Whether the next line is of the same kind, and the one before is not. */
  private static boolean begins(Element line) {
    return alike(line, line.nextElementSibling()) && !alike(line, line.previousElementSibling());
  }

  private static boolean alike(Element line, @Nullable Element other) {
    return other != null
        && !PlainText.line(line.text()).isEmpty()
        && !PlainText.line(other.text()).isEmpty()
        && other.normalName().equals(line.normalName())
        && kind(other).equals(kind(line))
        && line.selectFirst(Selectors.ANY_LINK) == null
        && other.selectFirst(Selectors.ANY_LINK) == null;
  }

  private static String kind(Element line) {
    Element around = line.parent();
    return line.normalName()
        + ' '
        + line.className()
        + '/'
        + (around == null ? "" : around.normalName() + ' ' + around.className());
  }
}
