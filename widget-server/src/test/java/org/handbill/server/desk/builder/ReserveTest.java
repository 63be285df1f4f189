package org.handbill.server.desk.builder;

import static org.assertj.core.api.Assertions.assertThat;

import org.handbill.server.desk.builder.HostPage.Width;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReserveTest {

  private static Reserve column(String typed) {
    return Reserve.of(Width.COLUMN, typed, column -> 900 - column);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500-500-500-500-500-500-500-500|500px",
        "500-400-400-400-400-400-400-500|500px",
        "400-478-478-455-481-503-510-518|max(400px,648px - 36.8vw)",
        "554-601-600-666-665-663-661-659|max(554px,854px - 44.5vw)",
        "1453-1800-1829-1964-1964-2028-2200-2352|max(1453px,2816px - 202.8vw,4984px - 773.2vw)"
      })
  void it_falls_as_the_page_gets_wider(String heights, String css) {
    assertThat(column(heights).css()).isEqualTo(css);
  }

  @Test
  void what_was_not_measured_is_estimated() {
    assertThat(column("").heights()).containsExactly(260, 492, 512, 532, 552, 572, 592, 612);
    assertThat(column("").measured()).isFalse();
    assertThat(column("0-1-2").measured()).isFalse();
    assertThat(column("412").heights()).containsExactly(412, 492, 512, 532, 552, 572, 592, 612);
    assertThat(column("412").measured()).isTrue();
    assertThat(column("9-1-2-3-4-5-6-7-8-10").param()).isEqualTo("9-1-2-3-4-5-6-7");
  }

  @Test
  void a_page_as_narrow_as_a_phone_has_one_column() {
    Reserve phone = Reserve.of(Width.PHONE, "", column -> 900 - column);
    assertThat(phone.css()).isEqualTo("580px");
    assertThat(phone.narrower()).isEmpty();
  }
}
