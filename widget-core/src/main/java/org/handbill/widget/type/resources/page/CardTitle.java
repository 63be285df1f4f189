package org.handbill.widget.type.resources.page;

import java.util.List;
import java.util.Set;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Parts the words of a link that wraps a whole card into its title and the rest. */
final class CardTitle {

  private static final int LONGEST_PLAIN = 150;

  private CardTitle() {}

  static String of(Anchor anchor) {
    Element title = title(anchor);
    return title == null
        ? Draft.ownTitle(anchor)
        : Titles.fromText(Titles.trimmed(PlainText.line(title.text())));
  }

  /** What stands in the link beside its title. */
  static List<Token> rest(Anchor anchor) {
    Element title = title(anchor);
    return title == null
        ? List.of()
        : Tokens.of(anchor.element().childNodes(), Anchors.NONE, Set.of(title));
  }

  private static @Nullable Element title(Anchor anchor) {
    Element link = anchor.element();
    if (link.childrenSize() == 0) {
      return null;
    }
    Element heading = link.selectFirst(Selectors.HEADING);
    if (heading != null && heading.hasText()) {
      return heading;
    }
    boolean card =
        link.selectFirst(Selectors.LINE) != null || anchor.text().length() > LONGEST_PLAIN;
    if (!card) {
      return null;
    }
    Element named = link.selectFirst(Selectors.CARD_TITLE);
    if (named != null && named.hasText()) {
      return named;
    }
    return link.select(Selectors.CARD_LINE).stream()
        .filter(Element::hasText)
        .findFirst()
        .orElse(null);
  }
}
