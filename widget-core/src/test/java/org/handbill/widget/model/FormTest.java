package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Form.FieldError;
import org.handbill.widget.model.Form.Verdict;
import org.handbill.widget.type.signup.SignupType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

  private static final Localized<String> LABEL = Localized.same(Language.ENGLISH, "Label");
  private static final Localized<RichText> WORDS =
      Localized.same(Language.ENGLISH, RichText.plain("Yes, write to me."));
  private static final Form FORM =
      new Form(
          List.of(
              new Field.Email(LABEL, Optional.empty()),
              new Field.Name("given-name", true, LABEL, Optional.empty()),
              new Field.PostalCode(false, LABEL, Optional.empty())),
          new Consent(WORDS, List.of("Open Doors")),
          WORDS,
          Optional.empty(),
          Messages.beside(SignupType.class));
  private static final Map<String, String> SOUND =
      Map.of("email", "ana@example.org", "given-name", "Ana", "consent", "true");

  private static Map<String, String> sound(String field, String value) {
    Map<String, String> typed = new HashMap<>(SOUND);
    typed.put(field, value);
    return typed;
  }

  private static Verdict wrong(String... fieldsAndCodes) {
    List<FieldError> errors = new java.util.ArrayList<>();
    for (int i = 0; i < fieldsAndCodes.length; i += 2) {
      errors.add(new FieldError(fieldsAndCodes[i], fieldsAndCodes[i + 1]));
    }
    return new Verdict.Wrong(errors);
  }

  @Test
  void a_sound_submission_gives_its_values() {
    assertThat(FORM.check(SOUND))
        .isEqualTo(new Verdict.Sound(Map.of("email", "ana@example.org", "given-name", "Ana")));
  }

  @Test
  void a_value_is_kept_on_one_line_and_without_what_cannot_be_seen() {
    Verdict verdict = FORM.check(sound("given-name", " Ana\r\nBcc: x\0 \u202eMaría "));
    assertThat(verdict)
        .isEqualTo(
            new Verdict.Sound(
                Map.of("email", "ana@example.org", "given-name", "Ana Bcc: x María")));
  }

  @Test
  void an_optional_field_may_be_left_empty() {
    assertThat(FORM.check(sound("postal-code", "  "))).isInstanceOf(Verdict.Sound.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n", "\u00a0", "\0\u202e"})
  void a_required_field_without_a_word_is_missing(String typed) {
    assertThat(FORM.check(sound("given-name", typed))).isEqualTo(wrong("given-name", "missing"));
  }

  @Test
  void a_value_of_the_longest_length_is_sound() {
    assertThat(FORM.check(sound("given-name", "x".repeat(100)))).isInstanceOf(Verdict.Sound.class);
  }

  @Test
  void a_longer_value_is_too_long() {
    assertThat(FORM.check(sound("given-name", "x".repeat(101))))
        .isEqualTo(wrong("given-name", "too-long"));
  }

  @Test
  void length_is_counted_as_browsers_count_it() {
    String emoji = "\uD83D\uDE80";
    assertThat(FORM.check(sound("given-name", emoji.repeat(50)))).isInstanceOf(Verdict.Sound.class);
    assertThat(FORM.check(sound("given-name", emoji.repeat(51))))
        .isEqualTo(wrong("given-name", "too-long"));
  }

  @Test
  void a_malformed_value_is_told_by_its_field() {
    assertThat(FORM.check(sound("postal-code", "none")))
        .isEqualTo(wrong("postal-code", "malformed"));
  }

  @Test
  void every_error_is_told_at_once_in_the_order_of_the_form() {
    assertThat(FORM.check(Map.of("postal-code", "none", "email", "ana")))
        .isEqualTo(
            wrong(
                "email", "malformed",
                "given-name", "missing",
                "postal-code", "malformed",
                "consent", "missing"));
  }

  @Test
  void names_that_the_form_does_not_ask_for_are_left_alone() {
    assertThat(FORM.check(sound("admin", "true"))).isEqualTo(FORM.check(SOUND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "on", "1", "yes"})
  void a_ticked_box_is_consent(String typed) {
    assertThat(FORM.check(sound("consent", typed))).isInstanceOf(Verdict.Sound.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "false", "off", "0", "no", " ", "null", "truefalse"})
  void anything_else_is_no_consent(String typed) {
    assertThat(FORM.check(sound("consent", typed))).isEqualTo(wrong("consent", "missing"));
  }

  @Test
  void silence_is_no_consent() {
    Map<String, String> typed = new HashMap<>(SOUND);
    typed.remove("consent");
    assertThat(FORM.check(typed)).isEqualTo(wrong("consent", "missing"));
  }

  @ParameterizedTest
  @CsvSource({
    "email, missing, en, Please enter your e-mail address.",
    "email, missing, es, Escribe tu correo electrónico.",
    "email, missing, es-MX, Escribe tu correo electrónico.",
    "email, missing, vi, Please enter your e-mail address.",
    "given-name, missing, en, Please fill in this field.",
    "given-name, too-long, en, This is too long. Please use at most 100 characters.",
    "given-name, too-long, es, Es demasiado largo. Usa como máximo 100 caracteres.",
    "consent, missing, en, 'Please tick the box, so that we may write to you.'",
  })
  void an_error_is_told_as_a_sentence_in_the_visitor_s_language(
      String field, String code, String language, String sentence) {
    assertThat(FORM.sentence(new FieldError(field, code), new Language(language)))
        .isEqualTo(sentence);
  }
}
