package org.handbill.widget.type.resources.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the days that words state, in English and Spanish: “Updated May 2, 2024”. */
public final class FactHints {

  private static final int LONGEST = 4000;

  private static final Map<String, Integer> MONTHS =
      months(
          List.of(
              "january jan enero ene",
              "february feb febrero",
              "march mar marzo",
              "april apr abril abr",
              "may mayo",
              "june jun junio",
              "july jul julio",
              "august aug agosto ago",
              "september sep sept septiembre setiembre",
              "october oct octubre",
              "november nov noviembre",
              "december dec diciembre dic"));

  private static final String MONTH = "(\\p{L}{3,10})\\.?";

  private static final String DAY =
      "(?:(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)"
          + "|"
          + MONTH
          + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})"
          + "|(\\d{1,2})(?:st|nd|rd|th|º)?\\s+(?:(?:of|de)\\s+)?"
          + MONTH
          + ",?\\s+(?:del?\\s+)?(\\d{4})"
          + "|(\\d{1,2})/(\\d{1,2})/(\\d{4}))";

  private static final String BETWEEN =
      "\\s*:?\\s*(?:(?:on|el|the|as of|al)\\s+)?(?:\\p{L}{3,9}(?:day|s|o),?\\s+(?:el\\s+)?)?";

  private static final Pattern UPDATED =
      stating(
          "updated|modified|revised|published|posted|last update|actualizad[oa]|publicad[oa]|modificad[oa]"
              + "|última actualización|fecha de publicación");

  private static final Pattern VERIFIED =
      stating(
          "verified|checked|reviewed|confirmed|verificad[oa]|revisad[oa]|comprobad[oa]|confirmad[oa]"
              + "|última (?:verificación|revisión)");

  private static final Pattern EXPIRES =
      stating(
          "expires?|expiration(?: date)?|(?:valid|good) (?:until|through|thru|till)|expira|caduca|vence"
              + "|válid[oa] hasta|vigente hasta|fecha de vencimiento|vencimiento");

  private static final Pattern ALONE = Pattern.compile("(?iu)^\\W*" + DAY + "\\W*$");

  private FactHints() {}

  /**
   * The days that words state; nothing where they are read in two ways, as 5/6/2024 is.
   *
   * @param words one line or several
   */
  public static Item.Facts of(String words) {
    String read = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    return new Item.Facts(
        Optional.empty(),
        first(UPDATED, read).or(() -> read.lines().flatMap(FactHints::alone).findFirst()),
        first(VERIFIED, read),
        first(EXPIRES, read),
        Optional.empty(),
        Optional.empty());
  }

  /** The day that words consist of, as 2024-05-02, May 2, 2024 or 2 de mayo de 2024. */
  public static Optional<LocalDate> day(String words) {
    return words.length() > LONGEST ? Optional.empty() : alone(words).findFirst();
  }

  private static Stream<LocalDate> alone(String line) {
    Matcher matcher = ALONE.matcher(line);
    return matcher.matches() ? day(matcher).stream() : Stream.empty();
  }

  private static Optional<LocalDate> first(Pattern pattern, String words) {
    Matcher matcher = pattern.matcher(words);
    while (matcher.find()) {
      Optional<LocalDate> day = day(matcher);
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(Matcher found) {
    if (found.group(1) != null) {
      return day(found.group(1), number(found.group(2)), found.group(3));
    }
    if (found.group(4) != null) {
      return day(found.group(6), month(found.group(4)), found.group(5));
    }
    if (found.group(8) != null) {
      return day(found.group(9), month(found.group(8)), found.group(7));
    }
    int first = number(found.group(10));
    int second = number(found.group(11));
    if (first > 12 || first == second) {
      return day(found.group(12), second, found.group(10));
    }
    return second > 12 ? day(found.group(12), first, found.group(11)) : Optional.empty();
  }

  private static Optional<LocalDate> day(String year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(number(year), month, number(day)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int month(String name) {
    return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  private static Pattern stating(String labels) {
    return Pattern.compile("(?iu)(?<!\\p{L})(?:" + labels + ")" + BETWEEN + DAY);
  }

  private static Map<String, Integer> months(List<String> names) {
    return IntStream.range(0, names.size())
        .boxed()
        .flatMap(i -> Stream.of(names.get(i).split(" ")).map(name -> Map.entry(name, i + 1)))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
