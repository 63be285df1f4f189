package org.handbill.widget.type.resources.hsds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.sheet.Row;
import org.handbill.widget.type.resources.sheet.Sheet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a table of HSDS that is kept as CSV. */
final class CsvTable {

  /** Rows of other tables than services are short, and there are several for a service. */
  private static final int MOST_ROWS = 200_000;

  private CsvTable() {}

  /** The rows, each as the object that the headings make of it; blank cells are absent. */
  static List<ObjectNode> read(SourceBytes source, Remarks remarks)
      throws UnreadableSourceException {
    List<Row> rows = rows(source, remarks);
    return rows.isEmpty() ? List.of() : objects(headings(rows), rows);
  }

  /**
   * The rows of the table of services.
   *
   * @throws UnreadableSourceException where it is plainly another one
   */
  static List<ObjectNode> services(SourceBytes source, Remarks remarks)
      throws UnreadableSourceException {
    List<Row> rows = rows(source, remarks);
    List<String> headings = rows.isEmpty() ? List.of() : headings(rows);
    if (!headings.contains("name") || !(headings.contains("id") || headings.contains("url"))) {
      throw new UnreadableSourceException("hsds.none");
    }
    return objects(headings, rows);
  }

  private static List<Row> rows(SourceBytes source, Remarks remarks)
      throws UnreadableSourceException {
    Sheet sheet = Sheet.of(source, MOST_ROWS);
    if (sheet.cut()) {
      remarks.add("sheet.cut", MOST_ROWS);
    }
    return sheet.rows();
  }

  private static List<String> headings(List<Row> rows) {
    return rows.get(0).cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
  }

  private static List<ObjectNode> objects(List<String> headings, List<Row> rows) {
    List<ObjectNode> objects = new ArrayList<>();
    for (Row row : rows.subList(1, rows.size())) {
      ObjectNode object = JsonMapper.shared().createObjectNode();
      for (int i = 0; i < headings.size(); i++) {
        if (!row.cell(i).isEmpty()) {
          object.put(headings.get(i), row.cell(i));
        }
      }
      objects.add(object);
    }
    return objects;
  }
}
