package org.handbill.widget.type.resources.page.strip;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.handbill.widget.type.resources.page.steer.Chosen;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the part of a page that holds its content. */
public final class ContentRoot {

  private static final List<String> CANDIDATES =
      List.of(
          "main, [role=main]",
          "#main-content, #maincontent, #content, #main, #primary-content",
          ".entry-content, .post-content, .page-content, .main-content, .field--name-body",
          "article");

  private static final Pattern ELSEWHERE =
      Pattern.compile("(?i)^\\s*(?:https?:)?//|^\\s*(?:tel|mailto):");

  private static final int MOST_LINKS_BEFORE = 5;

  private ContentRoot() {}

  /**
   * The elements to read, none within another.
   *
   * @param within a CSS selector by which the editor points at the content
   */
  public static List<Element> find(Document page, Optional<String> within)
      throws UnreadableSourceException {
    if (within.isPresent()) {
      return selected(page, within.get());
    }
    for (String candidate : CANDIDATES) {
      List<Element> found = outermost(page.select(candidate));
      if (found.size() == 1 && linked(found.get(0)) && !begins(found.get(0), page)) {
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

  /**
   * Whether a part that no tag marks only begins the page, as where the skip link leads to: all
   * that leads elsewhere, and more of it, stands outside.
   */
  private static boolean begins(Element candidate, Document page) {
    List<Element> links = candidate.select(Selectors.LINK);
    return !candidate.normalName().equals("main")
        && links.size() <= MOST_LINKS_BEFORE
        && links.stream().noneMatch(ContentRoot::elsewhere)
        && page.body().select(Selectors.LINK).stream()
                .filter(ContentRoot::elsewhere)
                .filter(link -> link.closest(Selectors.MENU) == null)
                .count()
            > links.size();
  }

  /** True for an address that is no path on the same site. */
  private static boolean elsewhere(Element link) {
    return ELSEWHERE.matcher(link.attr("href")).find();
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
