package org.handbill.widget.type.resources.sheet;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads days as people write them.
 *
 * @param dayFirst whether 3/4/2026 is the third of April
 */
record Dates(boolean dayFirst) {

  private static final Pattern ISO =
      Pattern.compile("^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
  private static final Pattern TOGETHER = Pattern.compile("^(20\\d{2})(\\d{2})(\\d{2})$");
  private static final Pattern HAN =
      Pattern.compile("^(\\d{4})年\\s*(\\d{1,2})月\\s*(\\d{1,2})[日号號]");
  private static final Pattern NUMBERS =
      Pattern.compile("^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "^(?:\\p{L}+,\\s+)?(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "^(?:\\p{L}+,\\s+)?(\\d{1,2})(?:st|nd|rd|th|[.º])?[\\s-]+(?:de\\s+)?(\\p{L}{3,})\\.?(?:\\s+del?)?[,\\s-]+(\\d{4}|\\d{2})(?!\\d)");

  /** What may stand before the day that something lasts to. */
  private static final Pattern UNTIL =
      Pattern.compile(
          "(?iu)^(?:(?:valid |open |available )?(?:until|through|thru|till|by|to)|exp(?:ires?|\\.)?(?: on)?"
              + "|(?:válido |vigente |disponible )?hasta(?: el)?|vence(?: el)?|al)[:\\s]+");

  private static final Pattern MONTH =
      Pattern.compile("^(\\p{L}{3,})\\.?(?:\\s+del?)?\\s+(\\d{4})$");
  private static final Pattern YEAR = Pattern.compile("^(20\\d{2})$");

  /** A day as spreadsheets count it, from 2009 to 2064. */
  private static final Pattern SERIAL = Pattern.compile("^([45]\\d{4}|60000)(?:\\.\\d+)?$");

  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private static final String MONTHS =
      "jan ene|feb fev|mar|apr abr avr|may mai|jun juin|jul juil|aug ago aou|sep set|oct okt out|nov|dec dic dez";

  /** Reads a column's days; one of them beyond the twelfth tells the order of all. */
  static Dates of(List<String> cells, boolean dayFirstInDoubt) {
    for (String cell : cells) {
      Matcher numbers = NUMBERS.matcher(cell);
      if (numbers.find() && numbers.group().indexOf('.') < 0) {
        if (Integer.parseInt(numbers.group(1)) > 12) {
          return new Dates(true);
        }
        if (Integer.parseInt(numbers.group(2)) > 12) {
          return new Dates(false);
        }
      }
    }
    return new Dates(dayFirstInDoubt);
  }

  /** The day; empty for what names none. */
  Optional<LocalDate> read(String cell) {
    for (Pattern yearFirst : List.of(ISO, TOGETHER, HAN)) {
      Matcher iso = yearFirst.matcher(cell);
      if (iso.find()) {
        return day(iso.group(1), iso.group(2), iso.group(3));
      }
    }
    Matcher numbers = NUMBERS.matcher(cell);
    if (numbers.find()) {
      String year = year(numbers.group(3));
      // Where points stand between them, the day comes first wherever that is written.
      return dayFirst || numbers.group().indexOf('.') > 0
          ? day(year, numbers.group(2), numbers.group(1))
          : day(year, numbers.group(1), numbers.group(2));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(cell);
    if (monthFirst.find()) {
      return day(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2));
    }
    Matcher dayFirstWords = DAY_FIRST.matcher(cell);
    return dayFirstWords.find()
        ? day(year(dayFirstWords.group(3)), month(dayFirstWords.group(2)), dayFirstWords.group(1))
        : serial(cell);
  }

  /** The last day of what a cell names: a day, a month, or a year. */
  Optional<LocalDate> readEnd(String cell) {
    String bare = UNTIL.matcher(cell).replaceFirst("");
    Matcher month = MONTH.matcher(bare);
    if (month.matches()) {
      return day(month.group(2), month(month.group(1)), "1")
          .map(day -> day.with(TemporalAdjusters.lastDayOfMonth()));
    }
    Matcher year = YEAR.matcher(bare);
    return year.matches() ? day(year.group(1), "12", "31") : read(bare);
  }

  private static Optional<LocalDate> serial(String cell) {
    Matcher serial = SERIAL.matcher(cell);
    return serial.matches()
        ? Optional.of(SERIAL_ZERO.plusDays(Integer.parseInt(serial.group(1))))
        : Optional.empty();
  }

  private static String year(String digits) {
    return digits.length() == 2 ? "20" + digits : digits;
  }

  private static String month(String name) {
    String bare =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    String[] months = MONTHS.split("\\|");
    for (int i = 0; i < months.length; i++) {
      if (Stream.of(months[i].split(" ")).anyMatch(bare::startsWith)) {
        return String.valueOf(i + 1);
      }
    }
    return "0";
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
