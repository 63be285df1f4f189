package org.handbill.widget.type.resources.page.steer;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.page.dom.Blank;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector;

/**
 * The elements of a page that an editor points at.
 *
 * @param groups the only headings that make groups; empty where every heading may
 * @param items the only entries; empty where they are to be found
 * @param around those elements and all that they stand in, none of which is left out
 */
public record Chosen(Set<Element> groups, Set<Element> items, Set<Element> around) {

  /** Finds them, and takes out of the page what the editor does not want. */
  public static Chosen of(Document page, PageParts parts) throws UnreadableSourceException {
    if (parts.without().isPresent()) {
      select(page, "without", parts.without().get()).stream()
          .filter(element -> !element.equals(page.body()))
          .forEach(Blank::out);
    }
    Set<Element> groups = some(page, "groups", parts.groups());
    Set<Element> items = some(page, "items", parts.items());
    Set<Element> around = identities();
    for (Set<Element> chosen : List.of(groups, items)) {
      for (Element element : chosen) {
        for (Element part = element; part != null && around.add(part); ) {
          part = part.parent();
        }
      }
    }
    return new Chosen(groups, items, around);
  }

  /** True where something on the page matches. */
  public static boolean any(Document page, String key, String selector)
      throws UnreadableSourceException {
    return !select(page, key, selector).isEmpty();
  }

  /** What a selector matches; the key names it in the error. */
  public static Elements select(Document page, String key, String selector)
      throws UnreadableSourceException {
    try {
      return page.select(selector);
    } catch (Selector.SelectorParseException | IllegalArgumentException malformed) {
      throw new UnreadableSourceException("resources.selector.malformed", key, selector);
    }
  }

  private static Set<Element> some(Document page, String key, Optional<String> selector)
      throws UnreadableSourceException {
    Set<Element> found = identities();
    if (selector.isPresent()) {
      found.addAll(select(page, key, selector.get()));
      if (found.isEmpty()) {
        throw new UnreadableSourceException("resources.selector.absent", key, selector.get());
      }
    }
    return found;
  }

  private static Set<Element> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
