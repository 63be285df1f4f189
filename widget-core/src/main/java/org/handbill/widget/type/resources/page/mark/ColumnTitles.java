package org.handbill.widget.type.resources.page.mark;

import java.util.LinkedHashMap;
import java.util.Map;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;

/**
 * Moves the headings that stand in a row of their own, one a column, to what they stand above: site
 * builders and tables lay both rows out side by side.
 */
final class ColumnTitles {

  private static final int FEWEST = 2;

  private ColumnTitles() {}

  /** Moves each to its column. */
  static void move(Element root) {
    Map<Element, Integer> rows = new LinkedHashMap<>();
    for (Element heading : root.select(Selectors.HEADING)) {
      Element column = column(heading);
      if (column != heading && column.parent() != null && column != root) {
        rows.merge(column.parent(), 1, Integer::sum);
      }
    }
    rows.forEach(
        (row, headings) -> {
          Element below = row.nextElementSibling();
          boolean titles = headings >= FEWEST && headings == row.childrenSize();
          if (titles && below != null && columns(below, row)) {
            for (int i = 0; i < headings; i++) {
              below.child(i).prependChildren(row.child(i).select(Selectors.HEADING));
            }
          }
        });
  }

  /** The widest part that says no more than its heading, which is no link. */
  private static Element column(Element heading) {
    Element widest = heading;
    if (heading.hasText() && heading.selectFirst(Selectors.LINK) == null) {
      while (widest.parent() != null
          && widest.parent().childrenSize() == 1
          && widest.parent().ownText().isBlank()) {
        widest = widest.parent();
      }
    }
    return widest;
  }

  private static boolean columns(Element below, Element row) {
    return below.normalName().equals(row.normalName())
        && below.childrenSize() == row.childrenSize()
        && below.children().stream().allMatch(column -> column.selectFirst(Selectors.LINK) != null);
  }
}
