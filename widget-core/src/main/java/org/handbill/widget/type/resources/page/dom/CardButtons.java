package org.handbill.widget.type.resources.page.dom;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Knows the button of a card: its words ask to do something (“Search offices”), and what it leads
 * to is called by the card's heading.
 */
public final class CardButtons {

  private static final int MOST_LEVELS = 6;

  /** No card has more, while a line with links may be as long as the page. */
  private static final int MOST_PARTS = 100;

  private static final int MOST_CALLS = 3;

  private static final Pattern CONTACT = Pattern.compile("(?i)\\s*(?:tel|mailto):");

  private static final Pattern BUTTON =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:btn|button|cta|stretched-link)(?:$|[\\s_-])");

  private static final Pattern LEADING =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:(?:card|resource|tile|item|box|read|learn)[_-]?(?:link|more|action))(?:$|[\\s_-])");
  private static final Pattern ARROW = Pattern.compile("[→›»➔➜↗▸▶⇗]\\s*$");

  private CardButtons() {}

  /** True for a link that looks like a button. */
  public static boolean button(Element link) {
    return BUTTON.matcher(link.className()).find();
  }

  /** True for a link that stands by itself and goes on with an arrow, or whose class says so. */
  private static boolean leadsOn(Element link) {
    Element line = link.parent();
    return line != null
        && line.childNodeSize() <= MOST_PARTS
        && (arrow(link)
            || LEADING.matcher(link.className()).find()
            || LEADING.matcher(line.className()).find())
        && line.ownText().isBlank();
  }

  private static boolean arrow(Element link) {
    Element last = link.lastElementChild();
    return ARROW.matcher(link.text()).find()
        || (last != null && last.nameIs("svg") && link.hasText());
  }

  /**
   * True for the one link, besides some to call or to write to, of a part that has one heading,
   * above it, among parts of its kind.
   */
  public static boolean one(Element link) {
    if (!button(link) && !leadsOn(link)) {
      return false;
    }
    Element part = link.parent();
    for (int level = 0; part != null && level < MOST_LEVELS; level++) {
      if (part.childNodeSize() > MOST_PARTS || !calls(part)) {
        return false;
      }
      Element heading = part.selectFirst(Selectors.HEADING);
      if (heading != null && repeated(part)) {
        return part.select(Selectors.HEADING).size() == 1
            && link.closest(Selectors.HEADING) == null;
      }
      part = part.parent();
    }
    return false;
  }

  private static boolean calls(Element part) {
    List<Element> links =
        part.stream().filter(link -> link.is(Selectors.LINK)).limit(MOST_CALLS + 1L).toList();
    return links.size() <= MOST_CALLS
        && links.stream().filter(link -> !CONTACT.matcher(link.attr("href")).lookingAt()).count()
            <= 1;
  }

  private static boolean repeated(Element part) {
    return alike(part, part.nextElementSibling()) || alike(part, part.previousElementSibling());
  }

  private static boolean alike(Element part, @Nullable Element other) {
    return other != null
        && other.normalName().equals(part.normalName())
        && other.className().equals(part.className())
        && (!part.className().isEmpty() || part.is(Selectors.CARD))
        && other.selectFirst(Selectors.HEADING) != null
        && other.selectFirst(Selectors.LINK) != null;
  }
}
