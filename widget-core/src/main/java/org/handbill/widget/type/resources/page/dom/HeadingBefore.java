package org.handbill.widget.type.resources.page.dom;

import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Finds the heading that stands before a part of a page, whatever holds the two. */
public final class HeadingBefore {

  private HeadingBefore() {}

  /** The nearest one above, or null where there is none. */
  public static @Nullable Element of(Element part) {
    for (Element around = part; around != null; around = around.parent()) {
      for (Element before = around.previousElementSibling();
          before != null;
          before = before.previousElementSibling()) {
        Elements headings = before.select(Selectors.HEADING);
        if (!headings.isEmpty()) {
          return headings.last();
        }
      }
    }
    return null;
  }
}
