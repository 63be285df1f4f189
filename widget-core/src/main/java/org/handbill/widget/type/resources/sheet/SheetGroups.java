package org.handbill.widget.type.resources.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Likeness;
import org.jsoup.parser.Parser;

/**
 * The groups that the rows of a sheet fall into: by the category of the row, or of the row above
 * where cells are merged, or by the line that the row's section stands under.
 */
final class SheetGroups {

  /** What a cell names more of than this is no list of sorts. */
  private static final int MOST = 20;

  /** A comma without a blank after it parts choices too, as tables on the web write them out. */
  private static final Pattern CATEGORIES =
      Pattern.compile("\\s*[;|\\n]\\s*|(?<=[\\p{L})\"]),(?=[\\p{L}\"])");

  private static final Pattern QUOTED = Pattern.compile("^\\s*\"(.+)\"\\s*$");

  /** The items of a category, under its first spelling. */
  private static final class Gathered {
    private final String title;
    private final Twins items = new Twins();

    Gathered(String title) {
      this.title = title;
    }
  }

  private final Map<String, Gathered> groups = new LinkedHashMap<>();
  private final Layout layout;
  private final boolean merged;
  private String section;
  private String current = "";

  /**
   * @param section what the first rows stand under; empty for nothing
   */
  SheetGroups(Layout layout, List<Row> rows, String section) {
    this.layout = layout;
    this.merged = isMerged(layout, rows);
    this.section = section;
  }

  /** Notes that a line between the rows names those below. */
  void open(String title) {
    section = title;
  }

  /** Notes which row comes next, also one that is not shown: those below may stand under it. */
  void next(Row row) {
    String category = layout.cell(row, Column.CATEGORY);
    if (!category.isEmpty()) {
      current = category;
    } else if (!merged) {
      current = section;
    }
  }

  /** Adds the item of that row to each of its groups. */
  void add(Item item, Row row) {
    String[] sorts = CATEGORIES.split(Parser.unescapeEntities(current, false), MOST + 1);
    for (String written : List.of(sorts).subList(0, Math.min(sorts.length, MOST))) {
      String title = RowReader.defused(QUOTED.matcher(written).replaceFirst("$1"));
      groups
          .computeIfAbsent(Likeness.heading(title), any -> new Gathered(PlainText.line(title)))
          .items
          .add(item, isNamed(row));
    }
  }

  List<Group> list() {
    return groups.values().stream()
        .map(group -> new Group(group.title, group.items.items()))
        .toList();
  }

  /** True where the row itself says what it is, so that the same words elsewhere mean the same. */
  private boolean isNamed(Row row) {
    return !(layout.cell(row, Column.TITLE) + layout.cell(row, Column.ORGANIZATION)).isEmpty();
  }

  /** True where a category stands once above its rows, as merged cells are written out. */
  private static boolean isMerged(Layout layout, List<Row> rows) {
    long blank = rows.stream().filter(row -> layout.cell(row, Column.CATEGORY).isEmpty()).count();
    boolean first = layout.of(Column.CATEGORY).stream().limit(1).anyMatch(column -> column == 0);
    return first && blank * 2 >= rows.size() && blank < rows.size();
  }
}
