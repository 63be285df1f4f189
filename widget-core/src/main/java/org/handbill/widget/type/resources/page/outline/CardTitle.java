package org.handbill.widget.type.resources.page.outline;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.block.Anchor;
import org.handbill.widget.type.resources.page.block.Anchors;
import org.handbill.widget.type.resources.page.block.CallCard;
import org.handbill.widget.type.resources.page.block.Token;
import org.handbill.widget.type.resources.page.block.Tokens;
import org.handbill.widget.type.resources.page.dom.Selectors;
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
    if (title == null) {
      return List.of();
    }
    Set<Element> left = Collections.newSetFromMap(new IdentityHashMap<>());
    left.add(title);
    anchor.element().select(Selectors.PHRASE).stream()
        .filter(part -> Titles.remark(part.text()))
        .forEach(left::add);
    return Tokens.of(anchor.element().childNodes(), Anchors.NONE, left);
  }

  private static @Nullable Element title(Anchor anchor) {
    Element link = anchor.element();
    if (link.childrenSize() == 0) {
      return null;
    }
    Element heading = link.selectFirst(Selectors.HEADING);
    if (heading != null && heading.hasText()) {
      return first(heading);
    }
    Optional<Element> called = anchor.contact() ? CallCard.name(link) : Optional.empty();
    if (called.isPresent()) {
      return called.get();
    }
    boolean card =
        link.selectFirst(Selectors.LINE) != null
            || anchor.text().length() > LONGEST_PLAIN
            || titledLine(link);
    if (!card) {
      return null;
    }
    Element named = link.selectFirst(Selectors.CARD_TITLE);
    if (named != null && named.hasText()) {
      return first(named);
    }
    return link.select(Selectors.CARD_LINE).stream()
        .filter(CardTitle::tells)
        .findFirst()
        .orElse(null);
  }

  /** Whether parts stand side by side in a link, of which the first, or a class, is its title. */
  private static boolean titledLine(Element link) {
    Element line = link;
    List<Element> parts = parts(line);
    while (parts.size() == 1 && line.ownText().isBlank()) {
      line = parts.get(0);
      parts = parts(line);
    }
    return parts.size() > 1
        && line.ownText().isBlank()
        && (parts.get(0).is(Selectors.BOLD)
            || parts.stream().anyMatch(part -> part.is(Selectors.CALLED_TITLE)));
  }

  /** Whether a part has words, rather than a sign that is a picture. */
  private static boolean tells(Element part) {
    return Titles.TELLING.matcher(part.text()).find();
  }

  private static List<Element> parts(Element line) {
    return line.children().stream().filter(CardTitle::tells).toList();
  }

  /** The first of several parts with words; what stands below it in a title is a tag. */
  private static Element first(Element title) {
    List<Element> parts = parts(title);
    boolean parted =
        parts.size() > 1
            && title.ownText().isBlank()
            && parts.stream().allMatch(Element::isBlock)
            && !WeakTitles.idle(parts.get(0).text());
    return parted ? parts.get(0) : title;
  }
}
