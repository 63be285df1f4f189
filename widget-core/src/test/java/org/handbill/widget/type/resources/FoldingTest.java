package org.handbill.widget.type.resources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "MIGRACIÓN,migracion",
    "Đường dây nóng,duong day nong",
    "Straße,STRASSE",
    "l’avocat,L'AVOCAT",
    "إلى,الى",
    "مدرسة,مدرسه",
    "حقوقُك,حقوقك",
    "مســـاعدة,مساعدة",
    "کمک,كمك",
    "٢٠٢٦,2026",
    "۲۰۲۶,2026",
    "ﬁne,fine",
    "ΣΊΣΥΦΟΣ,Σίσυφος",
    "know-your-rights,know your rights",
    "soft\u00adhyphen,softhyphen",
    "zero\u200bwidth,zerowidth",
    "می\u200cخواهم,میخواهم",
    "Hawaiʻi,hawaii"
  })
  void two_spellings_of_the_same_are_the_same(String one, String other) {
    assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"移民法庭指南,法庭", "Audiencia de migración,migracion", "한국어,한국"})
  void a_part_of_a_title_is_a_part_of_what_it_folds_to(String title, String part) {
    assertThat(Folding.fold(title)).contains(Folding.fold(part));
  }

  @ParameterizedTest
  @CsvSource({"में,मे", "pan,pen", "書,书", "4,5"})
  void what_means_something_else_stays_apart(String one, String other) {
    assertThat(Folding.fold(one)).isNotEqualTo(Folding.fold(other));
  }

  @ParameterizedTest
  @CsvSource({"'\"><script>'", "'a\"b&c'", "' \u00a0 '"})
  void what_it_leaves_can_stand_in_an_attribute(String text) {
    assertThat(Folding.fold(text)).matches("[a-z ]*");
  }

  @ParameterizedTest
  @CsvSource({
    "العيادة,عيادة مجانية",
    "المحكمة,محكمة الهجرة",
    "والهجرة,هجرة",
    "بالمحكمة,محكمة",
    "للهجرة,الهجرة",
    "المساعدة,مساعدة قانونية",
    "الم,المحكمة",
    "والد,والد",
    "وظيفة,وظيفة"
  })
  void a_word_with_an_article_finds_the_word_without(String typed, String title) {
    assertThat(Folding.words(typed)).allMatch(Folding.fold(title)::contains).isNotEmpty();
  }
}
