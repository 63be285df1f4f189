package org.handbill.widget.type.resources.page;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the part of a page that holds its content. */
final class ContentRoot {

  private static final List<String> CANDIDATES =
      List.of(
          "main, [role=main]",
          "#main-content, #maincontent, #content, #main, #primary-content",
          ".entry-content, .post-content, .page-content, .main-content, .field--name-body",
          "article");

  private ContentRoot() {}

  /**
   * The elements to read, none within another.
   *
   * @param within a CSS selector by which the editor points at the content
   */
  static List<Element> find(Document page, Optional<String> within)
      throws UnreadableSourceException {
    if (within.isPresent()) {
      return selected(page, within.get());
    }
    for (String candidate : CANDIDATES) {
      List<Element> found = outermost(page.select(candidate));
      if (found.size() == 1 && linked(found.get(0))) {
        return found;
      }
    }
    return List.of(page.body());
  }

  /** Whether it holds links besides a menu. */
  private static boolean linked(Element candidate) {
    return candidate.select(Selectors.LINK).stream()
        .anyMatch(link -> link.closest(Selectors.MENU) == null);
  }

  private static List<Element> selected(Document page, String selector)
      throws UnreadableSourceException {
    List<Element> found = outermost(Chosen.select(page, "within", selector));
    if (found.isEmpty()) {
      throw new UnreadableSourceException("resources.selector.absent", "within", selector);
    }
    return found;
  }

  private static List<Element> outermost(List<Element> found) {
    Set<Element> all = new HashSet<>(found);
    return found.stream()
        .filter(element -> element.parents().stream().noneMatch(all::contains))
        .toList();
  }
}
