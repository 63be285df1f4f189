package org.handbill.widget.type.resources.page.mark;

import java.util.List;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Marks the headings of cards that no tag marks: several cards of a kind, each with a short line
 * first and a list of links below it.
 */
public final class CardGroups {

  private static final int LONGEST = 60;
  private static final String ENDS_A_SENTENCE = ".:;,!?";

  private CardGroups() {}

  /** Marks them in place. */
  public static void mark(Element root) {
    for (Element list : root.select(Selectors.LIST)) {
      Element card = card(list);
      Element line = card == null ? null : line(card, list);
      if (line != null) {
        line.attr("role", "heading").attr("aria-level", "6");
      }
    }
  }

  /** The card that a list fills but for what stands above it; null where it stands in none. */
  private static @Nullable Element card(Element list) {
    for (Element part = list; part.parent() != null; part = part.parent()) {
      if (!part.className().isEmpty() && several(part)) {
        return part;
      }
    }
    return null;
  }

  /** Whether more than one of its kind stands there, each with a line and a list of links. */
  private static boolean several(Element card) {
    return alike(card)
        && card.siblingElements().stream()
            .filter(other -> other.className().equals(card.className()))
            .anyMatch(CardGroups::alike);
  }

  private static boolean alike(Element card) {
    Element list = card.selectFirst(Selectors.LIST);
    return list != null
        && card.select(Selectors.LIST).size() == 1
        && list.select(Selectors.LINK).size() > 1
        && list.select(Selectors.LINK).size() == card.select(Selectors.LINK).size()
        && line(card, list) != null;
  }

  /** The one line with words above the list, short and no sentence. */
  private static @Nullable Element line(Element card, Element list) {
    if (card.selectFirst(Selectors.NAMING) != null) {
      return null;
    }
    List<Element> above =
        card.getAllElements().stream()
            .takeWhile(part -> part != list)
            .filter(part -> part != card && !part.ownText().isBlank())
            .toList();
    if (above.size() != 1) {
      return null;
    }
    String words = PlainText.line(above.get(0).text());
    return words.length() <= LONGEST
            && Titles.TELLING.matcher(words).find()
            && ENDS_A_SENTENCE.indexOf(words.charAt(words.length() - 1)) < 0
        ? above.get(0)
        : null;
  }
}
