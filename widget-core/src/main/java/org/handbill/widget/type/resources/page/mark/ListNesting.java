package org.handbill.widget.type.resources.page.mark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Puts lists where they belong: below the item before them. Word processors on the web publish the
 * levels of a list one after another, and others put a list between the items of another.
 */
final class ListNesting {

  private static final Pattern LEVEL = Pattern.compile("(?:^|\\s)lst-kix_\\w+-(\\d)(?:\\s|$)");

  private ListNesting() {}

  /** Mends the lists below an element. */
  static void mend(Element root) {
    for (Element list : root.select(Selectors.LIST)) {
      Element before = list.previousElementSibling();
      if (before == null) {
        continue;
      }
      if (before.normalName().equals("li") && list(list.parent())) {
        before.appendChild(list);
      } else if (list(before)) {
        Element item = itemAbove(before, level(list));
        if (item != null) {
          item.appendChild(list);
        }
      }
    }
  }

  /** The last item of a list, or of the lists in it, of a level above. */
  private static @Nullable Element itemAbove(Element list, int level) {
    Element item = null;
    Element upper = list;
    while (upper != null && level(upper) >= 0 && level(upper) < level) {
      Element last = upper.lastElementChild();
      if (last == null || !last.normalName().equals("li")) {
        break;
      }
      item = last;
      upper = last.lastElementChild();
    }
    return item;
  }

  private static int level(Element list) {
    Matcher level = LEVEL.matcher(list.className());
    return list(list) && level.find() ? level.group(1).charAt(0) - '0' : -1;
  }

  private static boolean list(@Nullable Element element) {
    return element != null
        && (element.normalName().equals("ul") || element.normalName().equals("ol"));
  }
}
