package org.handbill.widget.type.resources.sheet;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Looks at a sheet that has no header, or none that says which column names an entry: what a column
 * tells is known by what stands in it. Beside the addresses more is taken only where no column
 * looks like what a form keeps of a person.
 */
final class Headless {

  private static final int SAMPLE = 200;
  private static final int LONGEST_LOOKED_AT = 1_000;

  /** From how many letters, on average, a column describes rather than names a place. */
  private static final int DESCRIBING = 20;

  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+\\.\\S+");
  private static final Pattern TIME = Pattern.compile("(?s).*\\d{1,2}:\\d{2}.*");
  private static final Pattern WORDS = Pattern.compile("(?s)(?!\\S+@\\S+$).*\\p{L}{2}.*");
  private static final Pattern PHONE =
      Pattern.compile("(?s)(?:.*\\D)?\\d{3}\\W{1,3}\\d{3}\\W\\d{4}(?:\\D.*)?");

  private final List<Row> sample;

  private Headless(List<Row> rows) {
    boolean single = rows.stream().allMatch(row -> row.cells().size() == 1);
    this.sample = rows.stream().filter(row -> single || !row.alone()).limit(SAMPLE).toList();
  }

  static Map<Column, List<Integer>> columns(List<Row> rows) {
    return new Headless(rows).columns();
  }

  /** The column of names where the header tells none: the first, if it has a name in each row. */
  static OptionalInt title(List<Heading> headings, List<Row> rows) {
    Headless sheet = new Headless(rows);
    List<String> cells = sheet.cells(0);
    boolean code = !headings.isEmpty() && headings.get(0).isCode();
    boolean everywhere = !cells.isEmpty() && cells.size() * 10 >= sheet.sample.size() * 9;
    boolean distinct = new HashSet<>(cells).size() * 10 >= cells.size() * 9;
    boolean persons = headings.stream().anyMatch(Heading::isPersonal);
    return code && everywhere && distinct && !persons && mostly(cells, WORDS)
        ? OptionalInt.of(0)
        : OptionalInt.empty();
  }

  private Map<Column, List<Integer>> columns() {
    int width = sample.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    int address = -1;
    long most = 0;
    boolean personal = false;
    for (int i = 0; i < width; i++) {
      List<String> cells = cells(i);
      long addresses = addresses(cells);
      if (addresses > most) {
        most = addresses;
        address = i;
      }
      personal |=
          mostly(cells, MAIL) || (mostly(cells, TIME) && addresses == 0 && !cells.isEmpty());
    }
    Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
    if (address >= 0) {
      columns.put(Column.URL, List.of(address));
      if (!personal) {
        words(columns, address, width);
      }
    }
    return columns;
  }

  /** The titles, what describes them, and the telephones that stand with the addresses. */
  private void words(Map<Column, List<Integer>> columns, int address, int width) {
    for (int i = 0; i < width; i++) {
      List<String> cells = cells(i);
      boolean words = i != address && mostly(cells, WORDS) && addresses(cells) * 2 < cells.size();
      if (words && !columns.containsKey(Column.TITLE)) {
        columns.put(Column.TITLE, List.of(i));
      } else if (words && !columns.containsKey(Column.SUMMARY) && describes(cells)) {
        columns.put(Column.SUMMARY, List.of(i));
      }
    }
    if (mostly(cells(address), PHONE)) {
      columns.put(Column.PHONE, List.of(address));
    }
  }

  private List<String> cells(int column) {
    return sample.stream()
        .map(row -> row.cell(column))
        .filter(cell -> !cell.isEmpty())
        .map(cell -> cell.substring(0, Math.min(cell.length(), LONGEST_LOOKED_AT)))
        .toList();
  }

  private static long addresses(List<String> cells) {
    return cells.stream()
        .filter(cell -> WebCell.looksLikeOne(cell) || WebCell.holdsOne(cell))
        .count();
  }

  private static boolean describes(List<String> cells) {
    return cells.stream().mapToInt(String::length).average().orElse(0) >= DESCRIBING
        && !mostly(cells, PHONE);
  }

  private static boolean mostly(List<String> cells, Pattern pattern) {
    return cells.stream().filter(cell -> pattern.matcher(cell).matches()).count() * 2
        > cells.size();
  }
}
