package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.dom.Headings;
import org.handbill.widget.type.resources.page.dom.LinkNames;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Marks the headings that no tag marks: short lines of one shape, each right above several links
 * that stand apart; but not where each of them has a heading above it already.
 */
final class RepeatedLabels {

  private static final int FEWEST = 2;
  private static final int LONGEST = 60;
  private static final int MOST_LEVELS = 5;
  private static final String ENDS_A_SENTENCE = ".;,!?";

  /** Words, or a year. */
  private static final Pattern NAME = Pattern.compile("\\p{L}|^(?:19|20)\\d\\d$");

  private static final Set<String> LINES = Set.of("p", "div", "span", "font", "center");

  private RepeatedLabels() {}

  /** Marks them in place. */
  static void mark(Element root) {
    Map<String, List<Element>> labels = new LinkedHashMap<>();
    Map<String, List<Element>> single = new LinkedHashMap<>();
    for (Element line : root.getAllElements()) {
      Element below = line != root && line(line) ? below(line, root) : null;
      if (below != null && several(below)) {
        labels.computeIfAbsent(shape(line, below), any -> new ArrayList<>()).add(line);
      } else if (below != null && below.is(Selectors.LINK) && !line.className().isEmpty()) {
        single.computeIfAbsent(shape(line, below), any -> new ArrayList<>()).add(line);
      }
    }
    // What is called as the labels above several links are is one, too, above the only one.
    labels.forEach((shape, several) -> several.addAll(single.getOrDefault(shape, List.of())));
    labels.values().stream()
        .filter(RepeatedLabels::differ)
        .filter(several -> !several.stream().allMatch(RepeatedLabels::introduced))
        .flatMap(List::stream)
        .forEach(label -> firstLine(label).attr("role", "heading").attr("aria-level", "6"));
  }

  /** What a line and the parts around it are called; and what is below one that has no class. */
  private static String shape(Element line, Element below) {
    StringBuilder shape = new StringBuilder();
    Element part = line;
    for (int level = 0; part != null && level < 3; level++) {
      shape.append(part.normalName()).append(' ').append(part.className()).append('/');
      part = part.parent();
    }
    boolean called = !line.className().isBlank();
    return called
        ? shape.toString()
        : shape.append(below.normalName()).append(' ').append(below.className()).toString();
  }

  private static boolean differ(List<Element> labels) {
    return labels.stream().map(RepeatedLabels::words).distinct().count() >= FEWEST;
  }

  private static boolean line(Element line) {
    return LINES.contains(line.normalName())
        && line.selectFirst(Selectors.ANY_LINK) == null
        && names(words(line))
        && line.children().stream().allMatch(RepeatedLabels::within)
        && Headings.level(line) == 0
        && !Headings.bold(line.childNodes())
        && line.closest(Selectors.ANY_LINK) == null
        && line.closest(Selectors.NAMING) == null;
  }

  private static boolean within(Element child) {
    return !child.isBlock() && !LINES.contains(child.normalName());
  }

  private static boolean names(String words) {
    return !words.isEmpty()
        && words.length() <= LONGEST
        && !WeakTitles.idle(words)
        && NAME.matcher(words).find()
        && !Titles.addressLike(words)
        && ENDS_A_SENTENCE.indexOf(words.charAt(words.length() - 1)) < 0;
  }

  /** What stands right below a line, or below what holds it alone. */
  private static @Nullable Element below(Element line, Element root) {
    Element part = line;
    for (int level = 0; part != null && part != root && level < MOST_LEVELS; level++) {
      Node next = part.nextSibling();
      while (next instanceof TextNode text && text.isBlank()) {
        next = next.nextSibling();
      }
      if (next != null) {
        return next instanceof Element element ? element : null;
      }
      Element around = part.parent();
      if (around == null
          || !around.text().equals(line.text())
          || around.selectFirst(Selectors.LINK) != null) {
        return null;
      }
      part = around;
    }
    return null;
  }

  /** Whether several links stand apart in a part, or in it and the next of its kind. */
  private static boolean several(Element below) {
    if (below.selectFirst(Selectors.LINK) == null || below.selectFirst(Selectors.NAMING) != null) {
      return false;
    }
    if (below.is(Selectors.LIST)) {
      return true;
    }
    if (below.select(Selectors.LINK).stream().allMatch(LinkNames::nameless)) {
      return false;
    }
    Element part = below;
    while (part.childrenSize() == 1 && part.ownText().isBlank()) {
      part = part.child(0);
    }
    if (part.ownText().isBlank()
        && part.children().stream().filter(RepeatedLabels::linked).count() >= FEWEST) {
      return true;
    }
    Element next = below.nextElementSibling();
    return next != null
        && below.select(Selectors.LINK).size() == 1
        && next.select(Selectors.LINK).size() == 1
        && (next.isBlock() || next.is(Selectors.LINK))
        && next.normalName().equals(below.normalName())
        && next.className().equals(below.className());
  }

  private static boolean linked(Element part) {
    return part.is(Selectors.LINK) || part.selectFirst(Selectors.LINK) != null;
  }

  /** Whether a heading stands right above, of which the line is a first word. */
  private static boolean introduced(Element line) {
    Element above = line.previousElementSibling();
    return above != null && (above.is(Selectors.HEADING) || Headings.bold(above.childNodes()));
  }

  /** The line, or a new one before it with the first of its lines. */
  private static Element firstLine(Element paragraph) {
    if (paragraph.children().stream().noneMatch(child -> child.nameIs("br"))) {
      return paragraph;
    }
    Element line = new Element("p");
    paragraph.before(line);
    while (!ends(paragraph.childNode(0))) {
      line.appendChild(paragraph.childNode(0));
    }
    return line;
  }

  private static String words(Element paragraph) {
    StringBuilder words = new StringBuilder();
    for (Node node : paragraph.childNodes()) {
      if (ends(node)) {
        break;
      }
      if (node instanceof Element element) {
        words.append(element.text());
      } else if (node instanceof TextNode text) {
        words.append(text.text());
      }
    }
    return PlainText.line(words.toString());
  }

  private static boolean ends(Node node) {
    return node instanceof Element element && element.nameIs("br");
  }
}
