package org.handbill.widget.type.resources.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {

  @Test
  void a_day_whose_year_rfc_3339_cannot_write_is_none() {
    for (int year : new int[] {-1, 10_000, 40_037_852}) {
      Optional<LocalDate> day = Optional.of(LocalDate.of(year, 1, 1));
      assertThat(
              new Item.Facts(Optional.empty(), day, day, day, Optional.empty(), Optional.empty()))
          .as("%d", year)
          .isEqualTo(Item.Facts.NONE);
    }
    Optional<LocalDate> last = Optional.of(LocalDate.of(9999, 12, 31));
    assertThat(Item.Facts.updated(last).updated()).isEqualTo(last);
  }
}
