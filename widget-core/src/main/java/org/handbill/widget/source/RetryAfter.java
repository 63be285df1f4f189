package org.handbill.widget.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code Retry-After} (RFC 9110, 10.2.3): how long another server asks to be left alone. */
public final class RetryAfter {

  /** A server that asks for more is asked again after this long. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

  private RetryAfter() {}

  /**
   * The wait that is asked for, a day at most; empty for a field that asks for none.
   *
   * @param field as it was sent, with seconds or a date
   */
  public static Optional<Duration> wait(String field, Instant now) {
    return parsed(field.strip(), now)
        .filter(wait -> !wait.isNegative() && !wait.isZero())
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  private static Optional<Duration> parsed(String field, Instant now) {
    if (SECONDS.matcher(field).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(field)));
    }
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(field, Instant::from);
      return Optional.of(Duration.between(now, date));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
