package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalizedTest {

  private static final Language SPANISH = new Language("es");

  private static Localized<String> hello() {
    Map<Language, String> texts = new LinkedHashMap<>();
    texts.put(Language.ENGLISH, "Hello");
    texts.put(SPANISH, "Hola");
    return new Localized<>(texts);
  }

  @Test
  void a_text_is_told_in_its_language() {
    assertThat(hello().in(SPANISH)).isEqualTo("Hola");
  }

  @Test
  void a_text_is_told_in_the_nearest_language() {
    assertThat(hello().in(new Language("es-MX"))).isEqualTo("Hola");
  }

  @Test
  void a_text_that_a_language_lacks_is_told_in_the_first() {
    assertThat(hello().in(new Language("vi"))).isEqualTo("Hello");
  }

  @Test
  void the_language_that_is_told_instead_is_named() {
    assertThat(hello().languageFor(new Language("vi"))).isEqualTo(Language.ENGLISH);
  }

  @Test
  void one_text_serves_every_language() {
    assertThat(Localized.same(Language.ENGLISH, "OK").in(SPANISH)).isEqualTo("OK");
  }

  @Test
  void a_change_reaches_every_text_and_keeps_the_order() {
    assertThat(hello().map(text -> text.toUpperCase(Locale.ROOT)).texts())
        .containsExactly(Map.entry(Language.ENGLISH, "HELLO"), Map.entry(SPANISH, "HOLA"));
  }

  @Test
  void later_changes_of_the_map_do_not_reach_the_texts() {
    Map<Language, String> texts = new LinkedHashMap<>(Map.of(Language.ENGLISH, "Hello"));
    Localized<String> localized = new Localized<>(texts);
    texts.put(Language.ENGLISH, "Bye");
    assertThat(localized.in(Language.ENGLISH)).isEqualTo("Hello");
  }

  @Test
  void there_is_at_least_one_text() {
    assertThatThrownBy(() -> new Localized<String>(Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
