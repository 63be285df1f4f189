package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.page.dom.Blank;
import org.handbill.widget.type.resources.page.dom.Headings;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;

/**
 * Takes out the labels above columns that site builders lay out without a table: “Organization |
 * What they do” is no heading of what follows.
 */
final class ColumnHeads {

  private static final int FEWEST = 2;
  private static final int LONGEST = 40;
  private static final Pattern COLUMN =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:col|cols|column|columns)(?:$|[\\s_-])");

  private ColumnHeads() {}

  /** Takes them out of the tables below an element. */
  static void strip(Element root) {
    List<Element> rows = new ArrayList<>();
    for (Element row : root.select("*")) {
      if (row.childrenSize() >= FEWEST && row != root && heads(row)) {
        rows.add(row);
      }
    }
    rows.forEach(Blank::out);
  }

  private static boolean heads(Element row) {
    int labels = 0;
    for (Element column : row.children()) {
      if (!COLUMN.matcher(column.className()).find() || !label(column)) {
        return false;
      }
      labels += column.hasText() ? 1 : 0;
    }
    return labels >= FEWEST;
  }

  private static boolean label(Element column) {
    Element inner = column;
    while (inner.childrenSize() == 1 && inner.ownText().isBlank() && inner.child(0).isBlock()) {
      inner = inner.child(0);
    }
    return !inner.hasText()
        || (Headings.level(inner) == 0
            && Headings.bold(inner.childNodes())
            && inner.text().length() <= LONGEST
            && inner.selectFirst(Selectors.ANY_LINK) == null);
  }
}
