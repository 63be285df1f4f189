package org.handbill.widget.type.resources.page.block;

import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A card that is one link to call or to write: the name of whom it reaches stands in it, apart from
 * the number.
 */
public final class CallCard {

  private CallCard() {}

  /** What names whom a link reaches; empty for a link that says a number or a call alone. */
  public static Optional<Element> name(Element link) {
    if (link.childrenSize() == 0 || !link.ownText().isBlank()) {
      return Optional.empty();
    }
    List<Element> parts =
        link.select("*").stream()
            .filter(part -> part != link && !part.ownText().isBlank())
            .filter(part -> Titles.TELLING.matcher(part.ownText()).find())
            .toList();
    return parts.size() < 2 ? Optional.empty() : named(link, parts);
  }

  /** The first part; the second below a number, where that is so in the next card as well. */
  private static Optional<Element> named(Element link, List<Element> parts) {
    if (names(parts.get(0))) {
      return Optional.of(parts.get(0));
    }
    boolean number = parts.get(0).text().codePoints().noneMatch(Character::isLetter);
    return number && names(parts.get(1)) && several(link)
        ? Optional.of(parts.get(1))
        : Optional.empty();
  }

  private static boolean several(Element link) {
    return alike(link, link.nextElementSibling()) || alike(link, link.previousElementSibling());
  }

  private static boolean alike(Element link, @Nullable Element other) {
    return other != null
        && !link.className().isEmpty()
        && other.is(Selectors.LINK)
        && other.className().equals(link.className())
        && other.childrenSize() == link.childrenSize();
  }

  private static boolean names(Element part) {
    String words = PlainText.line(part.text());
    return WeakTitles.mayName(words)
        && !WeakTitles.idle(words)
        && !Titles.addressLike(words)
        && words.codePoints().anyMatch(Character::isLetter);
  }
}
