package org.handbill.widget.type.resources.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final int LONGEST_NAME = 100;

  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+\\.\\S+");
  private static final Pattern MOMENT =
      Pattern.compile("(?s).*\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\D{1,3}\\d{1,2}:\\d{2}.*");
  private static final Pattern WORDS = Pattern.compile("(?s)(?!\\S+@\\S+$).*\\p{L}{2}.*");
  private static final Pattern PHONE =
      Pattern.compile("(?s)(?:.*\\D)?\\d{3}\\W{1,3}\\d{3}\\W\\d{4}(?:\\D.*)?");

  /** A telephone number with two words at most, such as “Tel.” or “ext”, and no day. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?!\\s*(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|-?\\d{1,3}\\.\\d{4,})\\s*$)"
              + "(?=.*(?:\\+\\d|\\d{2,4}\\W{1,3}\\d{3,4}|\\d{10,11}))"
              + "(?=(?:\\D*\\d){7})[^\\p{L}]*(?:\\p{L}{1,9}[^\\p{L}]+){0,2}",
          Pattern.DOTALL);

  /** Two or three capitalized words of which none is an office's. */
  private static final Pattern PERSON =
      Pattern.compile(
          "(?!.*(?i:house|home|place|cent|line|school|church|clinic|hospital|library|service|resource|shelter|food"
              + "|pantry|bank|legal|aid|health|help|county|city|office|foundation|famil|communit|support|care|council"
              + "|casa|hogar|escuela|iglesia|centro|clínica|biblioteca|servicio|recurso|refugio|banco|ayuda|salud|oficina"
              + "|fundaci|comunidad|creche|escola|igreja))\\p{Lu}[\\p{Ll}'’-]+(?:\\s+\\p{Lu}\\.?)?(?:\\s+\\p{Lu}[\\p{L}'’-]+){1,2}");

  private final List<Row> sample;

  private Headless(List<Row> rows) {
    boolean single = rows.stream().allMatch(row -> row.cells().size() == 1);
    this.sample = rows.stream().filter(row -> single || !row.alone()).limit(SAMPLE).toList();
  }

  static Map<Column, List<Integer>> columns(List<Row> rows) {
    return new Headless(rows).columns();
  }

  /**
   * The column of names where the header's words tell none: the first, or the only one, that has a
   * name of its own in each row. None in a sheet that keeps something of persons.
   */
  static OptionalInt title(List<Heading> headings, List<Row> rows) {
    Headless sheet = new Headless(rows);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      if (heading.sense().isEmpty() && !heading.isIdentity() && sheet.isNames(i)) {
        found.add(i);
      }
    }
    boolean persons = headings.stream().anyMatch(Heading::isPersonal);
    boolean told = !found.isEmpty() && (found.get(0) == 0 || found.size() == 1);
    return told && !persons ? OptionalInt.of(found.get(0)) : OptionalInt.empty();
  }

  private boolean isNames(int column) {
    List<String> cells = cells(column);
    boolean everywhere = !cells.isEmpty() && cells.size() * 10 >= sample.size() * 9;
    boolean distinct = new HashSet<>(cells).size() * 10 >= cells.size() * 9;
    return everywhere
        && distinct
        && mostly(cells, WORDS)
        && !mostly(cells, MAIL)
        && addresses(cells) * 2 < cells.size()
        && cells.stream().mapToInt(String::length).average().orElse(0) <= LONGEST_NAME;
  }

  /** The column of addresses where the header's words tell none: the one with the most. */
  static OptionalInt address(List<Heading> headings, List<Row> rows) {
    Headless sheet = new Headless(rows);
    int best = -1;
    long most = 0;
    for (int i = 0; i < headings.size(); i++) {
      List<String> cells = sheet.cells(i);
      long addresses = addresses(cells);
      Optional<Heading.Sense> sense = headings.get(i).sense();
      // A place may be told by a link to its map.
      boolean free = sense.isEmpty() || sense.get().column() == Column.ADDRESS;
      if (free
          && !headings.get(i).isPersonal()
          && addresses * 2 > cells.size()
          && addresses > most) {
        most = addresses;
        best = i;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /**
   * The columns of addresses. Where they are known to lead to social networks alone, those whose
   * words tell nothing go before them: “Ask for help”, “Offer help”.
   */
  static List<Integer> withFurther(List<Integer> known, List<Heading> headings, List<Row> rows) {
    if (!known.stream().allMatch(column -> headings.get(column).isSocial())) {
      return known;
    }
    Headless sheet = new Headless(rows);
    List<Integer> sites = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      boolean free = heading.sense().isEmpty() && heading.mayLead();
      List<String> cells = free ? sheet.cells(i) : List.of();
      if (addresses(cells) * 10 > cells.size() * 8) {
        sites.add(i);
      }
    }
    sites.addAll(known);
    return sites;
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
      boolean mails = mostly(cells, MAIL);
      personal |=
          (mails && !cells.stream().allMatch(Mailbox::areOffices))
              || (mostly(cells, MOMENT) && addresses == 0);
    }
    Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
    if (address >= 0) {
      columns.put(Column.URL, List.of(address));
    }
    if (!personal) {
      words(columns, address, width);
    }
    if (persons(columns)) {
      columns.remove(Column.PHONE);
    }
    boolean called = columns.containsKey(Column.TITLE) && columns.containsKey(Column.PHONE);
    return address >= 0 || called ? columns : Map.of();
  }

  /** Whether the names may be those of persons, whose numbers nobody is to call. */
  private boolean persons(Map<Column, List<Integer>> columns) {
    return columns.getOrDefault(Column.TITLE, List.of()).stream()
        .anyMatch(column -> mostly(cells(column), PERSON));
  }

  /** The titles, what describes them, and how they are called and written to. */
  private void words(Map<Column, List<Integer>> columns, int address, int width) {
    List<Integer> phones = new ArrayList<>();
    List<Integer> mails = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      List<String> cells = cells(i);
      boolean words = i != address && mostly(cells, WORDS) && addresses(cells) * 2 < cells.size();
      if (mostly(cells, NUMBER)) {
        phones.add(i);
      } else if (mostly(cells, MAIL)) {
        mails.add(i);
      } else if (words && !columns.containsKey(Column.TITLE) && distinct(cells)) {
        columns.put(Column.TITLE, List.of(i));
      } else if (words && !columns.containsKey(Column.SUMMARY) && describes(cells)) {
        columns.put(Column.SUMMARY, List.of(i));
      }
    }
    if (address >= 0 && mostly(cells(address), PHONE)) {
      phones.add(address);
    }
    columns.put(Column.PHONE, phones);
    columns.put(Column.EMAIL, mails);
    columns.values().removeIf(List::isEmpty);
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

  /** Whether most cells differ from all others, as names do and sorts do not. */
  private static boolean distinct(List<String> cells) {
    return new HashSet<>(cells).size() * 2 > cells.size();
  }

  private static boolean describes(List<String> cells) {
    return cells.stream().mapToInt(String::length).average().orElse(0) >= DESCRIBING;
  }

  private static boolean mostly(List<String> cells, Pattern pattern) {
    return cells.stream().filter(cell -> pattern.matcher(cell).matches()).count() * 2
        > cells.size();
  }
}
