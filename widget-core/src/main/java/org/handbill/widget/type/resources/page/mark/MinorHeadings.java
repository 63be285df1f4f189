package org.handbill.widget.type.resources.page.mark;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Writes as paragraphs what a page has as minor headings and is text: the lines of a card one below
 * the other, such as an address and the hours; and a sentence below a heading. One that is said
 * again and again is text below any heading.
 */
final class MinorHeadings {

  private static final int FEWEST = 2;
  private static final int LONGEST = 300;
  private static final int MOST_LEVELS = 5;

  /** Six words and a full stop, or a list of three and more. */
  private static final Pattern SENTENCE =
      Pattern.compile("(?:\\S+\\s+){5,}\\S*\\p{Ll}[.!]+|[^.,]+(?:,[^.,]+){2,}\\.");

  private static final Evaluator LOWER = Selector.evaluatorOf("h2, h3, h4, h5, h6");
  private static final Evaluator MINOR = Selector.evaluatorOf("h4, h5, h6");

  private MinorHeadings() {}

  /** Writes them in place. */
  static void write(Element root) {
    Map<String, Long> said =
        root.select(LOWER).stream().collect(groupingBy(Element::text, counting()));
    for (Element line : root.select(LOWER)) {
      boolean minor = line.is(MINOR) || said.getOrDefault(line.text(), 1L) >= FEWEST;
      if (minor && sentence(line) && heading(above(line))) {
        writeText(line);
      }
    }
    Map<String, List<Element>> lines = new HashMap<>();
    for (Element line : root.select(MINOR)) {
      lines.computeIfAbsent(kind(line), any -> new ArrayList<>()).add(line);
    }
    lines.values().stream()
        .filter(MinorHeadings::run)
        .flatMap(List::stream)
        .forEach(MinorHeadings::writeText);
  }

  /** A class may call it a title, too. */
  private static void writeText(Element line) {
    line.tagName("p").removeAttr("class");
  }

  private static boolean sentence(Element line) {
    String words = PlainText.line(line.text());
    return words.length() <= LONGEST && SENTENCE.matcher(words).matches();
  }

  /** What stands right above a line, or above what holds it alone. */
  private static @Nullable Element above(Element line) {
    Element part = line;
    for (int level = 0; part.previousElementSibling() == null && level < MOST_LEVELS; level++) {
      Element around = part.parent();
      if (around == null || !around.text().equals(line.text())) {
        return null;
      }
      part = around;
    }
    return part.previousElementSibling();
  }

  /** Whether an element is a heading, or holds one and nothing else. */
  private static boolean heading(@Nullable Element above) {
    if (above == null) {
      return false;
    }
    Element heading = above.selectFirst(Selectors.HEADING);
    return heading != null && heading.text().equals(above.text());
  }

  /** Whether most lines stand in runs, and there is more than one. */
  private static boolean run(List<Element> lines) {
    long begun = lines.stream().filter(MinorHeadings::begins).count();
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
