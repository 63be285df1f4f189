package org.handbill.widget.type.resources.page.mark;

import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;

/** Puts into a link that was closed too early the heading that it was to hold. */
final class EmptyLinks {

  private EmptyLinks() {}

  /** Puts it there, where nothing stands between. */
  static void fill(Element root) {
    for (Element link : root.select(Selectors.LINK)) {
      Element heading = link.hasText() ? null : link.nextElementSibling();
      if (heading != null
          && heading.is(Selectors.HEADING)
          && link.childrenSize() == 0
          && heading.selectFirst(Selectors.ANY_LINK) == null) {
        link.appendChild(heading);
      }
    }
  }
}
