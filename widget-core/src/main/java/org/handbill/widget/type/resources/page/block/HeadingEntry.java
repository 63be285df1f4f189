package org.handbill.widget.type.resources.page.block;

import java.util.List;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.page.dom.Headings;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;

/** Knows the headings that head nothing, but are an entry of their own in large letters. */
final class HeadingEntry {

  private static final Pattern LABEL = Pattern.compile(".*\\p{L}.{0,80}:\\s*");

  private static final Pattern REFERENCE = Pattern.compile("[.,;:] .{40,}");

  private HeadingEntry() {}

  /**
   * Whether a heading is one.
   *
   * @param text its words, on one line
   * @param links those in it
   */
  static boolean is(Element element, String text, List<Anchor> links) {
    return links.size() == 1
        && (number(text, links.get(0))
            || reference(element, text, links.get(0))
            || labelled(element, text, links.get(0)));
  }

  /** “Call 988” in large letters belongs to what the heading above names. */
  private static boolean number(String text, Anchor link) {
    return link.contact() && link.text().equals(text) && text.chars().anyMatch(Character::isDigit);
  }

  /** “Night line: 555 0101” among others of its kind is no heading of what follows. */
  private static boolean labelled(Element element, String text, Anchor link) {
    Element next = element.nextElementSibling();
    Element before = element.previousElementSibling();
    boolean among =
        (next != null && next.nameIs(element.normalName()))
            || (before != null && before.nameIs(element.normalName()));
    return among
        && !link.text().isEmpty()
        && text.endsWith(link.text())
        && LABEL.matcher(text.substring(0, text.length() - link.text().length())).matches()
        && (next == null || Headings.level(next) > 0 || !next.hasText());
  }

  /** A title that is a link, and after it in the same heading who wrote it, when and where. */
  private static boolean reference(Element element, String text, Anchor link) {
    Element next = element.nextElementSibling();
    return link.names()
        && text.startsWith(link.text())
        && text.length() > 2 * link.text().length()
        && REFERENCE.matcher(text.substring(link.text().length())).matches()
        && (next == null || next.selectFirst(Selectors.LISTED) == null);
  }
}
