package org.handbill.widget.type.resources.sheet;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads days as people write them.
 *
 * @param dayFirst whether 3/4/2026 is the third of April
 */
record Dates(boolean dayFirst) {

  private static final Pattern ISO =
      Pattern.compile("^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
  private static final Pattern NUMBERS =
      Pattern.compile("^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "^(?:\\p{L}+,\\s+)?(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "^(?:\\p{L}+,\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:de\\s+)?(\\p{L}{3,})\\.?(?:\\s+de)?[,\\s-]+(\\d{4})");

  private static final String MONTHS =
      "jan ene|feb|mar|apr abr|may|jun|jul|aug ago|sep set|oct|nov|dec dic";

  /** Reads a column's days; one of them beyond the twelfth tells the order of all. */
  static Dates of(List<String> cells, boolean dayFirstInDoubt) {
    for (String cell : cells) {
      Matcher numbers = NUMBERS.matcher(cell);
      if (numbers.find()) {
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
    Matcher iso = ISO.matcher(cell);
    if (iso.find()) {
      return day(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher numbers = NUMBERS.matcher(cell);
    if (numbers.find()) {
      String year = numbers.group(3).length() == 2 ? "20" + numbers.group(3) : numbers.group(3);
      return dayFirst
          ? day(year, numbers.group(2), numbers.group(1))
          : day(year, numbers.group(1), numbers.group(2));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(cell);
    if (monthFirst.find()) {
      return day(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2));
    }
    Matcher dayFirstWords = DAY_FIRST.matcher(cell);
    return dayFirstWords.find()
        ? day(dayFirstWords.group(3), month(dayFirstWords.group(2)), dayFirstWords.group(1))
        : Optional.empty();
  }

  private static String month(String name) {
    String start =
        Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).substring(0, 3);
    String[] months = MONTHS.split("\\|");
    for (int i = 0; i < months.length; i++) {
      if (List.of(months[i].split(" ")).contains(start)) {
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
