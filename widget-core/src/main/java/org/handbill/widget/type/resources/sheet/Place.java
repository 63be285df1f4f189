package org.handbill.widget.type.resources.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where an entry is: its address, with the town and what else of it stands in columns of its own.
 *
 * @param parts the columns that go on where the address ends, in the order in which they are read
 */
record Place(List<Integer> parts) {

  private static final Pattern NAMES =
      Pattern.compile(
          "(?<rest>(?:address|street address|direccion) (?:line )?[23])"
              + "|(?<town>city|town|ciudad|municipio|municipality|localidad)(?! (?:codigo|code|id)$)(?: .*)?"
              + "|(?<state>state|state territory|province|state province|provincia)"
              + "|(?<code>zip|zip ?code|postal ?code|postcode|(?:direccion )?codigo postal|cp)");

  /** Where a street and the number of a house have columns of their own. */
  private static final Pattern STREET =
      Pattern.compile(
          "calle|via|nombre (?:de la )?via|direccion nombre via|street|street name|strasse|rua|rue");

  private static final Pattern NUMBER =
      Pattern.compile(
          "altura|numero|nro|num|no|direccion numero|numero (?:de )?(?:calle|via|portal)|house number|street number|hausnummer");

  /** What a program makes of a column of numbers. */
  private static final Pattern DECIMAL = Pattern.compile("(\\d+)\\.0");

  private static final Pattern PARTS =
      Pattern.compile(
          "direccion (?:nombre (?:de )?via|numero|codigo postal|tipo via)|street (?:name|number)");

  private static final Pattern NONE = Pattern.compile("(?!)");

  private static final Pattern OF_ADDRESS = Pattern.compile(" ?(?:street )?address.*");

  Place {
    parts = List.copyOf(parts);
  }

  /**
   * Finds the columns.
   *
   * @param address the words above the address; none where there is no such column
   */
  static Place of(List<Heading> headings, String address) {
    String before = OF_ADDRESS.matcher(address).replaceFirst("");
    Map<Integer, Integer> found = new TreeMap<>();
    for (int i = 0; i < headings.size(); i++) {
      String words = headings.get(i).folded();
      boolean same = !before.isEmpty() && words.startsWith(before + " ");
      Matcher name = NAMES.matcher(same ? words.substring(before.length() + 1) : words);
      if (name.matches() && !words.equals(address)) {
        found.putIfAbsent(kind(name) * 2 + (same ? 0 : 1), i);
      }
    }
    List<Integer> parts = new ArrayList<>();
    if (address.isEmpty()) {
      first(headings, STREET).ifPresent(parts::add);
      first(headings, parts.isEmpty() ? NONE : NUMBER).ifPresent(parts::add);
    }
    for (int kind = 0; kind < 4; kind++) {
      Integer column = found.getOrDefault(kind * 2, found.get(kind * 2 + 1));
      if (column != null) {
        parts.add(column);
      }
    }
    return new Place(parts);
  }

  /** True for words above a part of an address that is none by itself. */
  static boolean isPart(String folded) {
    return PARTS.matcher(folded).matches();
  }

  private static Optional<Integer> first(List<Heading> headings, Pattern words) {
    return IntStream.range(0, headings.size())
        .filter(i -> words.matcher(headings.get(i).folded()).matches())
        .boxed()
        .findFirst();
  }

  private static int kind(Matcher name) {
    List<String> kinds = List.of("rest", "town", "state", "code");
    return kinds.stream().filter(kind -> name.group(kind) != null).mapToInt(kinds::indexOf).sum();
  }

  /** The address with what it lacks; what stands in it already is not said again. */
  String read(Row row, String address) {
    StringBuilder place = new StringBuilder(address);
    for (int part : parts) {
      String cell = DECIMAL.matcher(row.cell(part)).replaceFirst("$1");
      if (!cell.isEmpty() && !said(place.toString(), cell)) {
        place.append(place.isEmpty() ? "" : ", ").append(cell);
      }
    }
    return place.toString();
  }

  private static boolean said(String place, String cell) {
    return place.toLowerCase(Locale.ROOT).contains(cell.toLowerCase(Locale.ROOT));
  }
}
