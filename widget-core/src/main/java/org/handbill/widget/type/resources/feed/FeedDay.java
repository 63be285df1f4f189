package org.handbill.widget.type.resources.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.FactHints;

/**
 * Reads the day, by UTC, of a feed's dates: RFC 3339, RFC 822 and what programs write in their
 * place. A weekday is not asked whether it is right, and a day outside 1970 to 2100 is none.
 */
final class FeedDay {

  private static final int LONGEST = 100;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2100;

  /** Seconds since 1970 have so many digits, milliseconds more. */
  private static final int DIGITS_OF_SECONDS = 10;

  private static final Pattern SINCE_1970 = Pattern.compile("\\d{9,13}");

  /** “Nov 3 10:00:00 2026”, as C's asctime has it: the year goes before the time. */
  private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2}:\\d{2}.*?)\\s+(\\d{4})$");

  private static final Pattern STAMP =
      Pattern.compile(
          "(?:\\p{L}+\\.?(?:,\\s*|\\s+(?=\\p{L}|\\d+[\\s-]+\\p{L})))?(?<day>\\S.{5,30}?)"
              + "(?:[Tt,\\s]\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2}(?:[.,]\\d+)?)?"
              + "(?:\\s*(?<half>[AaPp])\\.?[Mm]\\.?)?"
              + "\\s*(?<zone>\\p{Alpha}{0,5})(?<offset>[+-]\\d{2}:?\\d{2})?(?:\\s*\\(.*\\))?)?");

  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.]?(\\d{2})[-/.]?(\\d{2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[\\s-]+(\\p{L}{3,10})\\.?[\\s-]+(\\d{4}|\\d{2})");

  /** Hours from UTC; of RFC 822, 5.1, and Europe's. Any other name is read as UTC. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("BST", 1),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3));

  private FeedDay() {}

  /** The day; empty for what names none, and for one that can be read in two ways. */
  static Optional<LocalDate> of(String stamp) {
    String line = stamp.strip();
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return read(line).filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> read(String line) {
    if (SINCE_1970.matcher(line).matches()) {
      long count = Long.parseLong(line);
      Instant moment =
          line.length() <= DIGITS_OF_SECONDS
              ? Instant.ofEpochSecond(count)
              : Instant.ofEpochMilli(count);
      return Optional.of(moment.atZone(ZoneOffset.UTC).toLocalDate());
    }
    Matcher stamp = STAMP.matcher(YEAR_LAST.matcher(line).replaceFirst("$2 $1"));
    return stamp.matches()
        ? day(stamp.group("day")).map(day -> time(day, stamp).toLocalDate())
        : Optional.empty();
  }

  private static Optional<LocalDate> day(String words) {
    Matcher yearFirst = YEAR_FIRST.matcher(words);
    if (yearFirst.matches()) {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(yearFirst.group(1)),
              Integer.parseInt(yearFirst.group(2)),
              Integer.parseInt(yearFirst.group(3))));
    }
    Matcher dayFirst = DAY_FIRST.matcher(words);
    return dayFirst.matches()
        ? FactHints.day(dayFirst.group(1) + " " + dayFirst.group(2) + " " + year(dayFirst.group(3)))
        : FactHints.day(words);
  }

  /** A year of two digits as RFC 5322, 4.3, reads it. */
  private static String year(String digits) {
    return digits.length() == 4 ? digits : (digits.compareTo("50") < 0 ? "20" : "19") + digits;
  }

  /** The moment by UTC; 24:00 is the end of a day, which is the next. */
  private static LocalDateTime time(LocalDate day, Matcher stamp) {
    LocalDateTime midnight = day.atStartOfDay();
    if (stamp.group("hour") == null) {
      return midnight;
    }
    int hour = Integer.parseInt(stamp.group("hour"));
    String half = stamp.group("half");
    int hours = half == null ? hour : hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    return midnight
        .plusHours(hours)
        .plusMinutes(Integer.parseInt(stamp.group("minute")))
        .minusSeconds(offset(stamp).getTotalSeconds());
  }

  private static ZoneOffset offset(Matcher stamp) {
    return stamp.group("offset") == null
        ? ZoneOffset.ofHours(ZONES.getOrDefault(stamp.group("zone").toUpperCase(Locale.ROOT), 0))
        : ZoneOffset.of(stamp.group("offset"));
  }
}
