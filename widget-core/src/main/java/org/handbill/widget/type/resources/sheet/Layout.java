package org.handbill.widget.type.resources.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.handbill.widget.type.resources.entry.Remarks;

/**
 * Which column of a sheet tells what. Only what stands in it is ever published.
 *
 * @param header the number of the header's row among the rows; -1 where there is none
 * @param headings by column
 * @param columns where each thing stands, the surest first
 * @param byHand what the network's file names itself
 */
record Layout(
    int header, List<Heading> headings, Map<Column, List<Integer>> columns, Set<Column> byHand) {

  private static final int HEADER_WITHIN = 20;
  private static final int LONGEST_HEADING = 150;
  private static final int BY_HAND = 10;
  private static final int MOST_TOLD = 8;

  private static final Pattern LABEL =
      Pattern.compile("label|text|title|name|description|etiqueta|texto");

  Layout {
    headings = List.copyOf(headings);
    byHand = Set.copyOf(byHand);
  }

  /**
   * Finds the header and what it means.
   *
   * @param byHand headings, or column numbers from 1, that the network's file names
   */
  static Layout of(List<Row> rows, Map<Column, List<String>> byHand, Remarks remarks) {
    int header = header(rows, byHand);
    List<Heading> headings =
        header < 0 ? List.of() : rows.get(header).cells().stream().map(Heading::of).toList();
    Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
    if (header >= 0) {
      bySense(headings, columns, byHand, remarks);
      List<Row> below = rows.subList(header + 1, rows.size());
      columns.values().forEach(where -> dropEmpty(where, below));
      boolean form = headings.stream().anyMatch(Heading::ofForm);
      if (!columns.containsKey(Column.URL)) {
        Headless.address(headings, below)
            .ifPresent(
                column -> {
                  columns.put(Column.URL, List.of(column));
                  columns.getOrDefault(Column.ADDRESS, new ArrayList<>()).remove((Object) column);
                });
      } else if (!form) {
        columns.put(Column.URL, Headless.withFurther(columns.get(Column.URL), headings, below));
      }
      if (!columns.containsKey(Column.TITLE) && !columns.containsKey(Column.ORGANIZATION)) {
        Headless.title(headings, below)
            .ifPresent(column -> columns.put(Column.TITLE, List.of(column)));
      }
    } else if (byHand.isEmpty()) {
      columns.putAll(Headless.columns(rows));
    }
    byHand.forEach(
        (column, names) -> columns.put(column, named(names, headings, width(rows), remarks)));
    columns.values().removeIf(List::isEmpty);
    return new Layout(header, headings, columns, byHand.keySet());
  }

  private static int width(List<Row> rows) {
    return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }

  private static int header(List<Row> rows, Map<Column, List<String>> byHand) {
    int best = -1;
    int most = 0;
    int width = width(rows.subList(0, Math.min(rows.size(), HEADER_WITHIN)));
    for (int i = 0; i < Math.min(rows.size(), HEADER_WITHIN); i++) {
      int known = 0;
      int filled = 0;
      boolean data = byHand.isEmpty() && rows.get(i).cells().stream().anyMatch(Layout::isData);
      for (String cell : data ? List.<String>of() : rows.get(i).cells()) {
        filled += cell.isEmpty() ? 0 : 1;
        known += cell.isEmpty() || cell.length() > LONGEST_HEADING ? 0 : known(cell, byHand);
      }
      // One known word among many cells is chance, and a line above a sheet is no header of it.
      boolean title = filled == 1 && width > 1;
      if (known > most && (known > 1 || filled < 3) && !title) {
        most = known;
        best = i;
      }
    }
    return best;
  }

  /** True for what stands below a header, never in one. */
  private static boolean isData(String cell) {
    return WebCell.holdsOne(cell)
        || cell.matches("(?s).*\\S@\\S+\\.\\S.*|.*\\d{3}\\W{1,3}\\d{3,4}.*");
  }

  private static int known(String cell, Map<Column, List<String>> byHand) {
    Heading heading = Heading.of(cell);
    boolean named =
        byHand.values().stream()
            .flatMap(List::stream)
            .anyMatch(name -> Heading.of(name).folded().equals(heading.folded()));
    if (named) {
      return BY_HAND;
    }
    boolean value = WebCell.looksLikeOne(cell) || cell.contains("@");
    return !value && (heading.sense().isPresent() || heading.isPersonal()) ? 1 : 0;
  }

  private static void bySense(
      List<Heading> headings,
      Map<Column, List<Integer>> columns,
      Map<Column, List<String>> byHand,
      Remarks remarks) {
    boolean form = headings.stream().anyMatch(Heading::ofForm);
    boolean persons = headings.stream().anyMatch(Heading::isBareName);
    List<String> withheld = new ArrayList<>();
    Map<Integer, Heading.Sense> senses = new TreeMap<>();
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      Optional<Heading.Sense> sense = heading.sense();
      boolean ofEvent = heading.isBareDate() && headings.stream().anyMatch(Heading::isOfEvents);
      if (sense.isEmpty() || isNamed(heading, byHand) || ofEvent) {
        continue;
      }
      if (heading.isPersonal()) {
        continue;
      }
      boolean entrys = heading.isTitle() && !persons;
      if (form && heading.isDoubtfulInForm() && !entrys) {
        withheld.add("'" + heading.written() + "'");
      } else {
        senses.put(i, sense.get());
      }
    }
    String main = mainLanguage(senses.values());
    senses.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Integer, Heading.Sense> entry) -> isOther(entry.getValue(), main))
                .thenComparingInt(entry -> -entry.getValue().weight()))
        .forEach(
            entry ->
                columns
                    .computeIfAbsent(entry.getValue().column(), any -> new ArrayList<>())
                    .add(entry.getKey()));
    if (!withheld.isEmpty()) {
      remarks.add("sheet.withheld", String.join(", ", withheld));
    }
  }

  /** The language of the first title, where titles stand there in several; else empty. */
  private static String mainLanguage(Collection<Heading.Sense> senses) {
    List<String> languages =
        senses.stream()
            .filter(sense -> sense.column() == Column.TITLE && !sense.language().isEmpty())
            .map(Heading.Sense::language)
            .distinct()
            .toList();
    return languages.size() > 1 ? languages.get(0) : "";
  }

  private static boolean isOther(Heading.Sense sense, String language) {
    return !language.isEmpty() && !sense.language().isEmpty() && !sense.language().equals(language);
  }

  /** Of several columns those that hold anything. */
  private static void dropEmpty(List<Integer> where, List<Row> rows) {
    if (where.size() > 1) {
      where.removeIf(column -> rows.stream().allMatch(row -> row.cell(column).isEmpty()));
    }
  }

  private static boolean isNamed(Heading heading, Map<Column, List<String>> byHand) {
    return byHand.values().stream()
        .flatMap(List::stream)
        .anyMatch(name -> Heading.of(name).folded().equals(heading.folded()));
  }

  private static List<Integer> named(
      List<String> names, List<Heading> headings, int width, Remarks remarks) {
    List<Integer> found = new ArrayList<>();
    for (String name : names) {
      int before = found.size();
      String folded = Heading.of(name).folded();
      for (int i = 0; i < headings.size(); i++) {
        if (headings.get(i).folded().equals(folded)) {
          found.add(i);
        }
      }
      if (found.size() == before && name.strip().matches("[1-9]\\d{0,2}")) {
        int number = Integer.parseInt(name.strip());
        if (number <= width) {
          found.add(number - 1);
        }
      }
      if (found.size() == before) {
        remarks.add("sheet.column-absent", name, list(headings));
      }
    }
    return found;
  }

  /**
   * The words above the columns that hold something and tell nothing; empty where none do.
   *
   * @param beside other columns that are read
   */
  String unread(List<Row> rows, Marks marks, List<Integer> beside) {
    Set<Integer> read = columns.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    read.addAll(beside);
    return IntStream.range(0, headings.size())
        .filter(column -> !read.contains(column) && !marks.in(column))
        .filter(column -> !heading(column).written().isEmpty() && !heading(column).isPersonal())
        .filter(column -> rows.stream().anyMatch(row -> !row.cell(column).isEmpty()))
        .limit(MOST_TOLD)
        .mapToObj(column -> "'" + heading(column).written() + "'")
        .collect(Collectors.joining(", "));
  }

  private static String list(List<Heading> headings) {
    return String.join(
        ", ",
        headings.stream().map(Heading::written).filter(written -> !written.isEmpty()).toList());
  }

  List<Integer> of(Column column) {
    return columns.getOrDefault(column, List.of());
  }

  /** A cell of what can stand once: the surest column's, or of others under the very same words. */
  String cell(Row row, Column column) {
    List<Integer> where = of(column);
    for (int index : where) {
      boolean same =
          index == where.get(0)
              || (index < headings.size()
                  && headings.get(index).folded().equals(headings.get(where.get(0)).folded()));
      if (same && !row.cell(index).isEmpty()) {
        return row.cell(index);
      }
    }
    return "";
  }

  /** What a column beside that of a link calls it: “Link 1 label”; empty where none does. */
  String label(Row row, int column) {
    String of = heading(column).folded();
    for (int i = 0; !of.isEmpty() && i < headings.size(); i++) {
      String words = headings.get(i).folded();
      if (words.startsWith(of + " ") && LABEL.matcher(words.substring(of.length() + 1)).matches()) {
        return row.cell(i);
      }
    }
    return "";
  }

  /** The words above a column; none without a header. */
  Heading heading(int column) {
    return column < headings.size() ? headings.get(column) : Heading.of("");
  }

  /** True where a column tells what the file or its own words say is an organization's. */
  boolean isPublic(Column column, int index) {
    return byHand.contains(column) || heading(index).saysWhose();
  }
}
