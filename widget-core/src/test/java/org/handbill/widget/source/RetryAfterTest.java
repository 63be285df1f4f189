package org.handbill.widget.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void seconds_and_dates_say_how_long_to_wait() {
    assertThat(RetryAfter.wait(" 120 ", NOW)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.wait("Sun, 22 Nov 2026 13:00:00 GMT", NOW)).contains(Duration.ofHours(1));
  }

  @Test
  void nobody_waits_for_longer_than_a_day() {
    assertThat(RetryAfter.wait("999999999999", NOW)).contains(Duration.ofDays(1));
    assertThat(RetryAfter.wait("Thu, 31 Dec 2099 13:00:00 GMT", NOW)).contains(Duration.ofDays(1));
  }

  @Test
  void what_is_over_or_no_time_asks_for_no_wait() {
    assertThat(RetryAfter.wait("0", NOW)).isEmpty();
    assertThat(RetryAfter.wait("-5", NOW)).isEmpty();
    assertThat(RetryAfter.wait("Sun, 22 Nov 2026 11:00:00 GMT", NOW)).isEmpty();
    assertThat(RetryAfter.wait("soon", NOW)).isEmpty();
  }
}
