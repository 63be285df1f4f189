package org.handbill.widget.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Source;
import org.junit.jupiter.api.Test;

/** How often a source is asked that is broken. */
class TakeoverTest {

  private static final Fetched.Refused BROKEN = Fetched.refused("fetch.broken", "a.example");

  /** The rests after so many failures in a row. */
  private static List<Duration> rests(Duration every, int failures, Fetched.Refused refused) {
    Source.AtUrl url =
        new Source.AtUrl(URI.create("https://a.example/"), every, false, Place.of("help.yaml"));
    SourceCopy copy = SourceCopy.NONE;
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    List<Duration> rests = new ArrayList<>();
    for (int i = 0; i < failures; i++) {
      copy = new Takeover(url, copy, (source, bytes, problems) -> 0, now).of(refused, () -> false);
      rests.add(Duration.between(now, copy.due()));
      now = copy.due();
    }
    return rests;
  }

  private static Duration last(Duration every, Fetched.Refused refused) {
    return rests(every, 20, refused).get(19);
  }

  @Test
  void it_is_asked_again_soon_and_then_ever_less_often() {
    List<Duration> rests = rests(Duration.ofMinutes(15), 6, BROKEN);
    assertThat(rests.get(0)).isBetween(Duration.ofSeconds(54), Duration.ofMinutes(1));
    assertThat(rests).isSorted();
  }

  @Test
  void it_is_asked_at_last_less_often_than_one_that_is_well_but_at_least_once_a_day() {
    assertThat(last(Duration.ofMinutes(1), BROKEN))
        .isBetween(Duration.ofMinutes(54), Duration.ofHours(1));
    assertThat(last(Duration.ofMinutes(15), BROKEN))
        .isBetween(Duration.ofMinutes(108), Duration.ofHours(2));
    assertThat(last(Duration.ofDays(7), BROKEN))
        .isBetween(Duration.ofMinutes(1296), Duration.ofDays(1));
  }

  @Test
  void it_is_never_asked_before_the_time_that_its_server_named() {
    assertThat(rests(Duration.ofMinutes(15), 1, BROKEN.until(Optional.of("3600"))).get(0))
        .isBetween(Duration.ofMinutes(60), Duration.ofMinutes(66));
    assertThat(last(Duration.ofMinutes(15), BROKEN.until(Optional.of("5"))))
        .isGreaterThan(Duration.ofMinutes(100));
  }
}
