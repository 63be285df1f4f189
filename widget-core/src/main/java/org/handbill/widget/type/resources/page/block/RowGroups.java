package org.handbill.widget.type.resources.page.block;

import java.util.ArrayList;
import java.util.List;
import org.handbill.widget.type.resources.page.dom.Headings;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Knows a table whose first column names groups of rows: a name stands beside the first row of
 * each, and beside the others nothing, or the first cell spans them.
 */
final class RowGroups {

  private static final int LONGEST = 60;
  private static final int FEWEST_CELLS = 2;

  /**
   * A row of a table.
   *
   * @param group the cell that begins a group with it; null where none does
   * @param cells the others
   * @param below whether the first column names its group
   */
  record Row(@Nullable Element group, List<Element> cells, boolean below) {}

  private RowGroups() {}

  /** Takes the first column off where it names groups. */
  static List<Row> of(List<List<Element>> rows, Anchors anchors) {
    List<Row> parted = new ArrayList<>();
    List<Element> names = new ArrayList<>();
    int spanned = 0;
    boolean spans = false;
    for (List<Element> cells : rows) {
      if (spanned > 0) {
        spanned--;
        parted.add(new Row(null, cells, true));
      } else if (cells.size() < FEWEST_CELLS || heads(cells)) {
        parted.add(new Row(null, cells, false));
      } else {
        Element name = cells.get(0);
        spanned = span(name) - 1;
        spans |= spanned > 0;
        names.add(name);
        parted.add(new Row(name.hasText() ? name : null, cells.subList(1, cells.size()), true));
      }
    }
    return group(names, spans, anchors)
        ? parted
        : rows.stream().map(cells -> new Row(null, cells, false)).toList();
  }

  /** Whether all cells of a row are heads of columns. */
  private static boolean heads(List<Element> cells) {
    return cells.stream().allMatch(cell -> cell.normalName().equals("th"));
  }

  private static boolean group(List<Element> names, boolean spans, Anchors anchors) {
    boolean blank = names.stream().anyMatch(name -> !name.hasText());
    return !names.isEmpty()
        && names.get(0).hasText()
        && names.stream().allMatch(name -> anchors.in(name) == 0 && name.text().length() <= LONGEST)
        && (spans || (blank && names.stream().allMatch(RowGroups::marked)));
  }

  private static boolean marked(Element cell) {
    return cell.normalName().equals("th") || !cell.hasText() || Headings.bold(cell.childNodes());
  }

  private static int span(Element cell) {
    String rows = cell.attr("rowspan").strip();
    return rows.matches("[1-9]\\d{0,3}") ? Integer.parseInt(rows) : 1;
  }
}
