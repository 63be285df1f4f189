package org.handbill.widget.type.resources.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    Layout layout = Layout.of(sheet.rows(), byHand, remarks);
    if (layout.columns().isEmpty()) {
      throw new UnreadableSourceException("sheet.no-columns");
    }
    List<Row> rows = sheet.rows().subList(layout.header() + 1, sheet.rows().size());
    if (sheet.cut()) {
      remarks.add("sheet.cut", rows.size());
    }
    Sections sections = Sections.of(layout, sheet.rows());
    Marks marks = Marks.of(layout.headings(), rows);
    RowReader reader = new RowReader(layout, rows, source.base());
    SheetGroups groups =
        new SheetGroups(layout, rows, sections.above(layout, sheet.rows()).orElse(""));
    List<Row> without = new ArrayList<>();
    List<Row> endless = new ArrayList<>();
    int hidden = 0;
    for (Row row : rows) {
      if (sections.isHeader(row)) {
        continue;
      }
      Optional<String> title = sections.title(row);
      if (title.isPresent()) {
        groups.open(title.get());
        continue;
      }
      groups.next(row);
      Optional<Row> shown = marks.shown(row);
      Optional<Item> item = shown.flatMap(reader::item);
      item.ifPresent(entry -> groups.add(entry, row));
      if (item.isPresent() && !reader.unreadEnd(row).isEmpty()) {
        endless.add(row);
      }
      if (shown.isEmpty()) {
        hidden++;
      } else if (item.isEmpty()) {
        without.add(row);
      }
    }
    if (hidden > 0) {
      remarks.add("sheet.hidden", hidden);
    }
    if (!endless.isEmpty()) {
      Row first = endless.get(0);
      remarks.add("sheet.expiry", endless.size(), reader.unreadEnd(first), first.line());
    }
    tell(without, remarks);
    if (reader.withheld() > 0) {
      remarks.add("sheet.mails-withheld", reader.withheld());
    }
    String unread = layout.unread(rows, marks, reader.beside());
    boolean lacking = !without.isEmpty() || layout.of(Column.TITLE).isEmpty();
    if (lacking && !unread.isEmpty()) {
      remarks.add("sheet.unread", unread);
    }
    return groups.list();
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
