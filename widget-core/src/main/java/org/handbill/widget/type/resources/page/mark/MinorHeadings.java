package org.handbill.widget.type.resources.page.mark;

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
 * the other, such as an address and the hours; and a sentence below a heading.
 */
public final class MinorHeadings {

  private static final int FEWEST = 2;
  private static final int LONGEST = 300;

  /** Six words and a full stop, or a list of three and more. */
  private static final Pattern SENTENCE =
      Pattern.compile("(?:\\S+\\s+){5,}\\S*\\p{Ll}[.!]+|[^.,]+(?:,[^.,]+){2,}\\.");

  private static final Evaluator MINOR = Selector.evaluatorOf("h4, h5, h6");

  private MinorHeadings() {}

  /** Writes them in place. */
  public static void write(Element root) {
    for (Element line : root.select(MINOR)) {
      if (sentence(line) && heading(line.previousElementSibling())) {
        line.tagName("p");
      }
    }
    Map<String, List<Element>> lines = new HashMap<>();
    for (Element line : root.select(MINOR)) {
      lines.computeIfAbsent(kind(line), any -> new ArrayList<>()).add(line);
    }
    lines.values().stream()
        .filter(MinorHeadings::run)
        .flatMap(List::stream)
        .forEach(line -> line.tagName("p"));
  }

  private static boolean sentence(Element line) {
    String words = PlainText.line(line.text());
    return words.length() <= LONGEST && SENTENCE.matcher(words).matches();
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
