package org.handbill.widget.type.resources.page.steer;

import java.util.Optional;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/**
 * The parts of a page that an editor points at, each by a CSS selector; without them they are
 * found.
 *
 * @param within what to read
 * @param without what to leave out of it
 * @param groups the headings that make groups; then no others do
 * @param items the elements that are one entry each; then nothing else is an entry
 */
public record PageParts(
    Optional<String> within,
    Optional<String> without,
    Optional<String> groups,
    Optional<String> items) {

  /** Everything is to be found. */
  public static final PageParts FOUND =
      new PageParts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** True for a CSS selector that can be asked of a page. */
  public static boolean isSelector(String text) {
    try {
      return QueryParser.parse(text) != null;
    } catch (Selector.SelectorParseException | IllegalArgumentException malformed) {
      return false;
    }
  }

  /** One part of the page, in which everything is to be found. */
  public static PageParts within(String selector) {
    return new PageParts(
        Optional.of(selector), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
