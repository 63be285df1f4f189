package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.dom.Headings;
import org.handbill.widget.type.resources.page.dom.LinkNames;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Marks the names of cards that only a class calls so: several cards of a kind, each with a short
 * line of that class first, and below it links that name nothing, such as numbers.
 */
final class CardNames {

  private static final int FEWEST = 2;
  private static final int MOST_LEVELS = 6;

  private static final Evaluator NAMED =
      Selector.evaluatorOf(
          "div[class*=name], p[class*=name], span[class*=name], "
              + "div[class*=title], p[class*=title], span[class*=title]");

  private static final Pattern NAME =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:name|title)(?:$|\\s)|[a-z](?:Name|Title)(?:$|\\s)");

  private CardNames() {}

  /** Marks the names in place. */
  static void mark(Element root) {
    Map<String, List<Element>> names = new LinkedHashMap<>();
    Set<Element> linked = linked(root);
    Set<Element> looked = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element name : root.select(NAMED)) {
      Element part = NAME.matcher(name.className()).find() ? part(name, root, linked) : null;
      // Of each part only the first name is looked at, so that a page of names takes no longer.
      if (part != null && looked.add(part) && named(name) && card(part, name)) {
        names.computeIfAbsent(name.className(), any -> new ArrayList<>()).add(name);
      }
    }
    names.values().stream()
        .filter(several -> several.size() >= FEWEST)
        .flatMap(List::stream)
        .forEach(name -> name.attr("role", "heading").attr("aria-level", "6"));
  }

  private static boolean named(Element name) {
    String words = PlainText.line(name.text());
    return WeakTitles.mayName(words)
        && !words.endsWith(":")
        && !WeakTitles.idle(words)
        && Headings.level(name) == 0
        && name.childrenSize() == name.select("> :not(p, div, br)").size()
        && name.selectFirst(Selectors.ANY_LINK) == null
        && name.closest(Selectors.ANY_LINK) == null;
  }

  /** The nearest part around a name with a link in it; null where none is near. */
  private static @Nullable Element part(Element name, Element root, Set<Element> linked) {
    Element part = name.parent();
    for (int level = 0; part != null && part != root && level < MOST_LEVELS; level++) {
      if (linked.contains(part)) {
        return part;
      }
      part = part.parent();
    }
    return null;
  }

  /** All that has a link in it. */
  private static Set<Element> linked(Element root) {
    Set<Element> linked = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element link : root.select(Selectors.LINK)) {
      for (Element part = link.parent(); part != null && linked.add(part); ) {
        part = part.parent();
      }
    }
    return linked;
  }

  /** Whether a part begins with the name and has links below it, all without a name. */
  private static boolean card(Element part, Element name) {
    return part.selectFirst(Selectors.HEADING) == null
        && PlainText.line(part.text()).startsWith(PlainText.line(name.text()))
        && part.getElementsByAttributeValue("class", name.attr("class")).size() == 1
        && part.select(Selectors.LINK).stream().allMatch(LinkNames::nameless);
  }
}
