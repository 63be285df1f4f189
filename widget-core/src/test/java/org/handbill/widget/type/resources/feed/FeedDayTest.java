package org.handbill.widget.type.resources.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDayTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-09|2026-03-09",
        "2026-03-09T23:30:00-05:00|2026-03-10",
        "2026-03-09T23:30:00.5Z|2026-03-09",
        "2026-03-09 23:30:00 +0000|2026-03-09",
        "2026/03/09|2026-03-09",
        "Mon, 09 Mar 2026 08:00:00 GMT|2026-03-09",
        "Mon, 09 Mar 2026 23:00:00 EST|2026-03-10",
        "Fri, 09 Mar 2026 08:00:00 GMT|2026-03-09",
        "Mon,9 March 2026 08:00 +0100|2026-03-09",
        "lun, 09 mar 2026 00:30:00 +0100|2026-03-08",
        "09 Mar 2026|2026-03-09",
        "09 Mar 2026 08:00:00 GMT|2026-03-09",
        "9-Mar-26 08:00:00 GMT|2026-03-09",
        "9 Mar 98 08:00 GMT|1998-03-09",
        "Mon, 09 Mar 2026 24:00:00 GMT|2026-03-10",
        "Mon Mar  9 23:00:00 EST 2026|2026-03-10",
        "Mon Mar 09 2026 08:00:00 GMT+0100 (Central European Time)|2026-03-09",
        "March 9, 2026 11:30 pm|2026-03-09",
        "31/03/2026 08:00|2026-03-31",
        "1773043200|2026-03-09",
        "1773043200000|2026-03-09",
      })
  void a_date_is_read_as_programs_write_it(String stamp, LocalDate day) {
    assertThat(FeedDay.of(stamp)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "0000-00-00",
        "0000-00-00T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "1969-12-31",
        "2101-01-01",
        "2026-02-30",
        "12026-03-09T00:00:00Z",
        "9999999999",
        "99999999999999999999",
        "2026",
        "03/09/2026 08:00",
        "Mon, 09 Mar 2026 08:00:00 +9900",
      })
  void what_names_no_day_or_an_impossible_one_is_none(String stamp) {
    assertThat(FeedDay.of(stamp)).isEmpty();
  }
}
