package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.dom.Headings;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Marks the names of cards that only a class calls so: several cards of a kind, each with a short
 * line of that class first, and below it links that name nothing, such as numbers.
 */
public final class CardNames {

  private static final int FEWEST = 2;

  private static final Evaluator NAMED =
      Selector.evaluatorOf(
          "div[class*=name], p[class*=name], span[class*=name], "
              + "div[class*=title], p[class*=title], span[class*=title]");

  private static final Pattern NAME =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:name|title)(?:$|\\s)|[a-z](?:Name|Title)(?:$|\\s)");

  private CardNames() {}

  /** Marks the names in place. */
  public static void mark(Element root) {
    Map<String, List<Element>> names = new LinkedHashMap<>();
    for (Element name : root.select(NAMED)) {
      if (NAME.matcher(name.className()).find() && named(name) && card(name, root) != null) {
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

  /**
   * What begins with a name and has links below it, all without a name; null where nothing does.
   */
  private static @Nullable Element card(Element name, Element root) {
    Element part = name.parent();
    while (part != null && part != root && part.selectFirst(Selectors.LINK) == null) {
      part = part.parent();
    }
    return part != null
            && part != root
            && part.selectFirst(Selectors.HEADING) == null
            && PlainText.line(part.text()).startsWith(PlainText.line(name.text()))
            && part.getElementsByAttributeValue("class", name.attr("class")).size() == 1
            && part.select(Selectors.LINK).stream().allMatch(CardNames::nameless)
        ? part
        : null;
  }

  private static boolean nameless(Element link) {
    String words = PlainText.line(link.text());
    return words.isEmpty()
        || Titles.generic(words)
        || Titles.addressLike(words)
        || !Titles.TELLING.matcher(words).find();
  }
}
