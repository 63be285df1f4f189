package org.handbill.widget.type.resources.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handbill.widget.model.PlainText;

/**
 * The lines of a sheet that head the rows below them, as a list has them that was written to be
 * printed: words in the first cell and nothing beside them. Such a line counts only where the whole
 * sheet is divided so: the first row is one, or the header comes again below each.
 */
final class Sections {

  private static final int FEWEST = 2;

  private final Set<Integer> headers = new HashSet<>();
  private final Map<Integer, String> titles = new HashMap<>();

  private Sections() {}

  static Sections of(Layout layout, List<Row> rows) {
    Sections sections = new Sections();
    if (layout.header() >= 0) {
      List<String> header = rows.get(layout.header()).cells();
      for (int i = layout.header() + 1; i < rows.size(); i++) {
        if (isHeader(rows.get(i).cells(), header)) {
          sections.headers.add(rows.get(i).line());
        }
      }
    }
    if (layout.of(Column.CATEGORY).isEmpty()) {
      sections.find(layout.header(), rows);
    }
    return sections;
  }

  private void find(int header, List<Row> rows) {
    boolean again = !headers.isEmpty();
    for (int i = again ? Math.max(0, header - 1) : header + 1; i < rows.size() - 1; i++) {
      int next = i + 1;
      boolean heads = next == header || headers.contains(rows.get(next).line());
      if (isWords(rows.get(i)) && (!again || heads)) {
        titles.put(rows.get(i).line(), title(rows.get(i).cell(0)));
      }
    }
    boolean first = header + 1 < rows.size() && isWords(rows.get(header + 1));
    int rest = rows.size() - titles.size();
    if (!again && (!first || titles.size() < FEWEST || titles.size() > rest)) {
      titles.clear();
    }
  }

  private static boolean isWords(Row row) {
    return row.alone() && !WebCell.holdsOne(row.cell(0)) && !row.cell(0).contains("@");
  }

  private static boolean isHeader(List<String> cells, List<String> header) {
    for (int i = 0; i < Math.max(cells.size(), header.size()); i++) {
      String here = i < cells.size() ? cells.get(i) : "";
      String there = i < header.size() ? header.get(i) : "";
      if (!here.equalsIgnoreCase(there)) {
        return false;
      }
    }
    return true;
  }

  /** The words without a colon, and without what says that a section goes on from a page before. */
  private static String title(String cell) {
    return PlainText.line(cell)
        .replaceFirst(
            "(?iu)[\\s,–-]*\\(?\\bcont(?:inued|inuación|'d|d)?\\b\\.?\\)?(?=\\s*(?:[(:]|$))", "")
        .replaceFirst("[\\s:]+$", "");
  }

  /** The title that stands on the header's own upper line; none where that is no section's. */
  Optional<String> above(Layout layout, List<Row> rows) {
    return layout.header() > 0 ? title(rows.get(layout.header() - 1)) : Optional.empty();
  }

  /** The title of the rows below; empty for a row that heads none. */
  Optional<String> title(Row row) {
    return Optional.ofNullable(titles.get(row.line()));
  }

  /** True for the header, once more. */
  boolean isHeader(Row row) {
    return headers.contains(row.line());
  }
}
