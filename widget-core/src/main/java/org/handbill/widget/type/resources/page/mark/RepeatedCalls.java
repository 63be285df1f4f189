package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.page.dom.LinkNames;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Marks the calls that no list of words knows: several cards have a link of the same words, each to
 * another place, beside words of their own. Those words name the entry; the link does not.
 */
final class RepeatedCalls {

  private static final int FEWEST = 2;
  private static final int MOST_IN_CARD = 3;
  private static final int MOST_LEVELS = 6;
  private static final int LONGEST = 30;
  private static final int LONGEST_LABEL = 60;
  private static final Pattern NUMBERS =
      Pattern.compile("\\d+(?:[.,]\\d+)?(?=\\s?[KMGkm]i?[Bb]\\b)");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private final IdentityHashMap<Element, List<Element>> links = new IdentityHashMap<>();
  private final IdentityHashMap<Element, Boolean> told = new IdentityHashMap<>();
  private final Set<Element> repeated = Collections.newSetFromMap(new IdentityHashMap<>());

  private RepeatedCalls() {}

  /** Marks them in place. */
  static void mark(Element root) {
    RepeatedCalls calls = new RepeatedCalls();
    Map<String, List<Element>> called = new LinkedHashMap<>();
    for (Element link : root.select(Selectors.LINK)) {
      String words = PlainText.line(link.text());
      if (!words.isEmpty() && words.length() <= LONGEST && calls.alone(link)) {
        String kind = NUMBERS.matcher(words).replaceAll("0");
        called.computeIfAbsent(kind, any -> new ArrayList<>()).add(link);
      }
    }
    called.values().removeIf(alike -> places(alike) < FEWEST);
    called.values().forEach(calls.repeated::addAll);
    for (List<Element> alike : called.values()) {
      Set<Element> cards = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Element link : alike) {
        Element card = calls.card(link, root);
        if (card != null) {
          cards.add(card);
        }
      }
      if (cards.size() == alike.size()) {
        alike.forEach(LinkNames::call);
      }
    }
  }

  /** Whether a link stands in no sentence. */
  private boolean alone(Element link) {
    Element line = link.parent();
    return line != null && !told.computeIfAbsent(line, RepeatedCalls::told);
  }

  private static boolean told(Element line) {
    String words = PlainText.line(line.ownText());
    return words.length() > LONGEST_LABEL || words.endsWith(".");
  }

  private static long places(Collection<Element> links) {
    return links.stream().map(link -> link.attr("href")).distinct().count();
  }

  /**
   * The nearest part around a link that words stand in besides its links; null where it begins with
   * a link, or has links of other words, or many.
   */
  private @Nullable Element card(Element link, Element root) {
    Element part = link.parent();
    for (int level = 0; part != null && part != root && level < MOST_LEVELS; level++) {
      List<Element> within = links.computeIfAbsent(part, any -> any.select(Selectors.LINK));
      if (within.size() > MOST_IN_CARD || !within.stream().allMatch(this::calls)) {
        return null;
      }
      if (worded(part, within)) {
        return part;
      }
      part = part.parent();
    }
    return null;
  }

  private boolean calls(Element link) {
    return repeated.contains(link) || LinkNames.nameless(link);
  }

  /** Whether a part begins with words, and goes on with links. */
  private static boolean worded(Element part, List<Element> links) {
    return letters(part) > links.stream().mapToLong(RepeatedCalls::letters).sum()
        && !part.text().startsWith(links.get(0).text());
  }

  private static long letters(Element part) {
    return LETTER.matcher(part.text()).results().count();
  }
}
