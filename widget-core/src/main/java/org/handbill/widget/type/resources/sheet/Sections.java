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
    boolean first = header + 1 < rows.size() && isWords(rows.get(header + 1));
    if (first) {
      between(header + 1, rows);
    }
    if (titles.isEmpty() && !headers.isEmpty()) {
      aboveHeaders(header, rows);
    }
  }

  /** Lines between the rows, of which the first stands right below the header. */
  private void between(int from, List<Row> rows) {
    for (int i = from; i < rows.size() - 1; i++) {
      if (isWords(rows.get(i))) {
        titles.put(rows.get(i).line(), title(words(rows.get(i))));
      }
    }
    if (titles.size() < FEWEST || titles.size() > rows.size() - titles.size()) {
      titles.clear();
    }
  }

  /** Lines that each have the header below them, once more. */
  private void aboveHeaders(int header, List<Row> rows) {
    for (int i = Math.max(0, header - 1); i < rows.size() - 1; i++) {
      boolean heads = i + 1 == header || headers.contains(rows.get(i + 1).line());
      if (heads && isWords(rows.get(i))) {
        titles.put(rows.get(i).line(), title(words(rows.get(i))));
      }
    }
  }

  /** Whether all that a row says is one line: once, or in each of its cells where it was merged. */
  private static boolean isWords(Row row) {
    String words = words(row);
    List<String> filled = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
    boolean merged = filled.size() > 1 && filled.size() == row.cells().size();
    boolean second = row.cell(0).isEmpty() && filled.size() == 1 && words.equals(row.cell(1));
    return (row.alone() || second || (merged && filled.stream().allMatch(words::equals)))
        && !WebCell.holdsOne(words)
        && !words.contains("@");
  }

  private static String words(Row row) {
    return row.cell(0).isEmpty() ? row.cell(1) : row.cell(0);
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
