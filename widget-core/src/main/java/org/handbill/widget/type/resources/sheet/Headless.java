package org.handbill.widget.type.resources.sheet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at a sheet that has no header: the column of addresses is known by what stands in it. One
 * more, the titles, is taken only where no column looks like what a form keeps of a person.
 */
final class Headless {

  private static final int SAMPLE = 200;

  private Headless() {}

  static Map<Column, List<Integer>> columns(List<Row> rows) {
    List<Row> sample = rows.subList(0, Math.min(rows.size(), SAMPLE));
    int width = sample.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    int address = -1;
    int title = -1;
    long most = 0;
    boolean personal = false;
    for (int i = 0; i < width; i++) {
      int column = i;
      List<String> cells =
          sample.stream().map(row -> row.cell(column)).filter(cell -> !cell.isEmpty()).toList();
      long addresses = cells.stream().filter(WebCell::looksLikeOne).count();
      if (addresses > most) {
        most = addresses;
        address = i;
      }
      personal |= mostly(cells, "\\S+@\\S+\\.\\S+") || mostly(cells, ".*\\d{1,2}:\\d{2}.*");
      if (title < 0 && addresses == 0 && mostly(cells, "(?s)(?!\\S+@\\S+$).*\\p{L}{2}.*")) {
        title = i;
      }
    }
    Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
    if (address >= 0) {
      columns.put(Column.URL, List.of(address));
      if (title >= 0 && !personal) {
        columns.put(Column.TITLE, List.of(title));
      }
    }
    return columns;
  }

  private static boolean mostly(List<String> cells, String pattern) {
    return cells.stream().filter(cell -> cell.matches(pattern)).count() * 2 > cells.size();
  }
}
