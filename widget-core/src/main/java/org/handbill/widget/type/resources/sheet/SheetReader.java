package org.handbill.widget.type.resources.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;

/**
 * Reads a resource list out of a sheet, an entry a row. A column is published only where its words
 * say what it is, or the network's file does; one that looks personal only where the file names it.
 * Immutable.
 */
public final class SheetReader implements SourceReader {

  private static final int LINES_TOLD = 5;
  private static final Pattern CATEGORIES = Pattern.compile("\\s*[;|\\n]\\s*");

  private final Map<Column, List<String>> byHand;

  /**
   * @param byHand what the file says stands in which column: its heading, or its number from 1
   */
  public SheetReader(Map<Column, List<String>> byHand) {
    this.byHand = Map.copyOf(byHand);
  }

  @Override
  public List<Group> read(SourceBytes source, Remarks remarks) throws UnreadableSourceException {
    Sheet sheet = Sheet.of(source);
    if (sheet.cut()) {
      remarks.add("sheet.cut", sheet.rows().size());
    }
    Layout layout = Layout.of(sheet.rows(), byHand, remarks);
    if (layout.columns().isEmpty()) {
      throw new UnreadableSourceException("sheet.no-columns");
    }
    List<Row> rows = sheet.rows().subList(layout.header() + 1, sheet.rows().size());
    Sections sections = Sections.of(layout, sheet.rows());
    Marks marks = Marks.of(layout.headings());
    int hidden = 0;
    RowReader reader = new RowReader(layout, rows, source.base());
    Map<String, Gathered> groups = new LinkedHashMap<>();
    List<Row> without = new ArrayList<>();
    boolean merged = isMerged(layout, rows);
    String section = sections.above(layout, sheet.rows()).orElse("");
    String above = "";
    for (Row row : rows) {
      if (sections.isHeader(row)) {
        continue;
      }
      if (sections.title(row).isPresent()) {
        section = sections.title(row).get();
        continue;
      }
      String category = layout.cell(row, Column.CATEGORY);
      above = category.isEmpty() && merged ? above : category.isEmpty() ? section : category;
      Optional<Row> shown = marks.shown(row);
      if (shown.isEmpty()) {
        hidden++;
        continue;
      }
      Optional<Item> item = reader.item(shown.get());
      if (item.isEmpty()) {
        without.add(row);
        continue;
      }
      for (String title : CATEGORIES.split(above)) {
        groups
            .computeIfAbsent(Heading.of(title).folded(), any -> new Gathered(PlainText.line(title)))
            .items
            .add(item.get(), isNamed(layout, row));
      }
    }
    if (hidden > 0) {
      remarks.add("sheet.hidden", hidden);
    }
    tell(without, remarks);
    return groups.values().stream()
        .map(group -> new Group(group.title, group.items.items()))
        .toList();
  }

  /** True where the row itself says what it is, so that the same words elsewhere mean the same. */
  private static boolean isNamed(Layout layout, Row row) {
    return !(layout.cell(row, Column.TITLE) + layout.cell(row, Column.ORGANIZATION)).isEmpty();
  }

  /** The items of a category, under its first spelling. */
  private static final class Gathered {
    private final String title;
    private final Twins items = new Twins();

    Gathered(String title) {
      this.title = title;
    }
  }

  /** True where a category stands once above its rows, as merged cells are written out. */
  private static boolean isMerged(Layout layout, List<Row> rows) {
    long blank = rows.stream().filter(row -> layout.cell(row, Column.CATEGORY).isEmpty()).count();
    boolean first = layout.of(Column.CATEGORY).stream().limit(1).anyMatch(column -> column == 0);
    return first && blank * 2 >= rows.size() && blank < rows.size();
  }

  private static void tell(List<Row> without, Remarks remarks) {
    if (!without.isEmpty()) {
      String lines =
          without.stream()
              .limit(LINES_TOLD)
              .map(row -> String.valueOf(row.line()))
              .collect(Collectors.joining(", "));
      remarks.add(
          "sheet.no-address", without.size(), without.size() > LINES_TOLD ? lines + " …" : lines);
    }
  }
}
