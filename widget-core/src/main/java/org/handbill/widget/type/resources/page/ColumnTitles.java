package org.handbill.widget.type.resources.page;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Moves the headings that stand in a row of their own, one a column, to what they stand above: site
 * builders and tables lay both rows out side by side.
 */
final class ColumnTitles {

  private static final int FEWEST = 2;

  private ColumnTitles() {}

  static void move(Element root) {
    for (Element row : root.select(Selectors.HEADED_ROW)) {
      Element below = row == root ? null : row.nextElementSibling();
      if (below != null && titles(row) && columns(below, row)) {
        for (int i = 0; i < row.childrenSize(); i++) {
          Element heading = row.child(i).selectFirst(Selectors.HEADING);
          if (heading != null) {
            below.child(i).prependChild(heading);
          }
        }
      }
    }
  }

  private static boolean titles(Element row) {
    return row.childrenSize() >= FEWEST
        && row.select(Selectors.LINK).isEmpty()
        && row.children().stream().allMatch(ColumnTitles::titled);
  }

  /** Whether a heading is all that it says. */
  private static boolean titled(Element column) {
    List<Element> headings = column.select(Selectors.HEADING);
    return headings.size() == 1
        && headings.get(0) != column
        && headings.get(0).hasText()
        && headings.get(0).text().equals(column.text());
  }

  private static boolean columns(Element below, @Nullable Element row) {
    return row != null
        && below.normalName().equals(row.normalName())
        && below.childrenSize() == row.childrenSize()
        && below.children().stream().allMatch(column -> column.selectFirst(Selectors.LINK) != null);
  }
}
