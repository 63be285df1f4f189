package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentTest {

  private static final Language SPANISH = new Language("es");

  private static Consent consent(String english, String spanish, String... controllers) {
    Map<Language, RichText> texts = new LinkedHashMap<>();
    texts.put(Language.ENGLISH, RichText.plain(english));
    texts.put(SPANISH, RichText.plain(spanish));
    return new Consent(new Localized<>(texts), List.of(controllers));
  }

  private static String version(Consent consent) {
    return consent.wording(Language.ENGLISH).version();
  }

  @Test
  void the_same_words_have_the_same_version() {
    assertThat(version(consent("Yes.", "Sí."))).isEqualTo(version(consent("Yes.", "Sí.")));
  }

  @Test
  void another_word_makes_another_version() {
    assertThat(version(consent("Yes!", "Sí."))).isNotEqualTo(version(consent("Yes.", "Sí.")));
  }

  @Test
  void another_word_in_another_language_keeps_the_version() {
    assertThat(version(consent("Yes.", "Sí!"))).isEqualTo(version(consent("Yes.", "Sí.")));
  }

  @Test
  void another_controller_keeps_the_version_since_the_wording_is_the_same() {
    assertThat(version(consent("Yes.", "Sí.", "A")))
        .isEqualTo(version(consent("Yes.", "Sí.", "B")));
  }

  @Test
  void each_language_has_a_version_of_its_own() {
    Consent consent = consent("Yes.", "Sí.");
    assertThat(consent.wording(SPANISH).version()).isNotEqualTo(version(consent));
  }

  @Test
  void a_version_is_a_hash_that_fits_a_form() {
    assertThat(version(consent("Yes.", "Sí."))).matches("[0-9a-f]{24}");
  }

  @Test
  void a_wording_keeps_the_very_words_and_their_language() {
    Consent.Wording wording = consent("Yes.", "Sí & más.").wording(new Language("es-MX"));
    assertThat(wording.text().html()).isEqualTo("Sí &amp; más.");
    assertThat(wording.language()).isEqualTo(SPANISH);
  }

  @Test
  void a_language_without_words_of_its_own_is_asked_in_the_default() {
    assertThat(consent("Yes.", "Sí.").wording(new Language("vi")).language())
        .isEqualTo(Language.ENGLISH);
  }

  @Test
  void every_wording_that_can_be_agreed_to_is_listed() {
    Consent consent = consent("Yes.", "Sí.");
    assertThat(consent.wordings())
        .containsExactly(consent.wording(Language.ENGLISH), consent.wording(SPANISH));
  }
}
