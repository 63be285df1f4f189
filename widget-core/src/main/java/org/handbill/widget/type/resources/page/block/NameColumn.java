package org.handbill.widget.type.resources.page.block;

import java.util.ArrayList;
import java.util.List;
import org.handbill.widget.model.PlainText;
import org.jsoup.nodes.Element;

/**
 * Knows a table whose first column says of what sort each row is (“Book”, “Book”, “Film”), so that
 * a later one names it.
 */
final class NameColumn {

  private static final int FEWEST_ROWS = 4;
  private static final int FEWEST_COLUMNS = 3;

  private NameColumn() {}

  /** The position of the column that names the rows; 0 where that is the first, as it mostly is. */
  static int of(List<List<Element>> rows, Anchors anchors) {
    int columns = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).size();
    List<List<Element>> alike =
        rows.stream()
            .filter(cells -> cells.size() == columns)
            .filter(cells -> cells.stream().anyMatch(cell -> anchors.in(cell) > 0))
            .toList();
    if (columns < FEWEST_COLUMNS
        || alike.size() < FEWEST_ROWS
        || !worded(alike, 0, anchors)
        || different(alike, 0) * 2 > alike.size()) {
      return 0;
    }
    for (int column = 1; column < columns; column++) {
      if (worded(alike, column, anchors) && different(alike, column) * 3 >= alike.size() * 2L) {
        return column;
      }
    }
    return 0;
  }

  /** A row’s parts with that column’s first. */
  static <T> List<T> first(int column, List<T> row) {
    if (column == 0 || column >= row.size()) {
      return row;
    }
    List<T> ordered = new ArrayList<>(row);
    ordered.add(0, ordered.remove(column));
    return ordered;
  }

  private static boolean worded(List<List<Element>> rows, int column, Anchors anchors) {
    return rows.stream()
        .allMatch(cells -> cells.get(column).hasText() && anchors.in(cells.get(column)) == 0);
  }

  private static long different(List<List<Element>> rows, int column) {
    return rows.stream().map(cells -> PlainText.line(cells.get(column).text())).distinct().count();
  }
}
