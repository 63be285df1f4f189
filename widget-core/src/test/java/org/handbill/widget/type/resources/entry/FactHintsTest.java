package org.handbill.widget.type.resources.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactHintsTest {

  private static final LocalDate DAY = LocalDate.of(2024, 5, 2);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Updated May 2, 2024",
        "A guide. Last updated: Thursday, May 2, 2024.",
        "Updated on 2024-05-02",
        "Published 2 May 2024",
        "Actualizado el 2 de mayo de 2024",
        "Última actualización: 2 de mayo del 2024",
        "May 2nd, 2024"
      })
  void theDayOfTheLastChangeIsFound(String words) {
    assertThat(FactHints.of(words).updated()).contains(DAY);
    assertThat(FactHints.of(words).verified()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Verified on May 2, 2024",
        "Last verified: 2024-05-02",
        "Last reviewed: May 2, 2024",
        "Verificado el 2 de mayo de 2024",
        "Revisada: 2024-05-02"
      })
  void theDayWhenSomebodyLookedIsFound(String words) {
    assertThat(FactHints.of(words).verified()).contains(DAY);
    assertThat(FactHints.of(words).updated()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Expires on May 2, 2024",
        "Valid until 2024-05-02",
        "Válido hasta el 2 de mayo de 2024",
        "Vence el jueves 2 de mayo de 2024"
      })
  void theLastDayIsFound(String words) {
    assertThat(FactHints.of(words).expires()).contains(DAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Founded May 2, 1998",
        "Updated every May",
        "Updated 5/6/2024",
        "Updated Mango 2, 2024",
        "Updated February 30, 2024",
        "The rules of May 2, 2024 were updated since",
        ""
      })
  void otherWordsAndDaysThatAreReadInTwoWaysStateNothing(String words) {
    assertThat(FactHints.of(words)).isEqualTo(Item.Facts.NONE);
  }

  @Test
  void numbersThatAreReadInOneWayOnlyAreADay() {
    assertThat(FactHints.of("Updated 5/25/2024").updated()).contains(LocalDate.of(2024, 5, 25));
    assertThat(FactHints.of("Actualizado 25/5/2024").updated()).contains(LocalDate.of(2024, 5, 25));
  }

  @Test
  void eachOfSeveralDaysIsTakenForWhatItIs() {
    Item.Facts facts =
        FactHints.of("Updated May 2, 2024\nVerified May 3, 2024. Valid until May 4, 2024.");
    assertThat(facts.updated()).contains(DAY);
    assertThat(facts.verified()).contains(DAY.plusDays(1));
    assertThat(facts.expires()).contains(DAY.plusDays(2));
  }
}
