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
              new EmailField(LABEL, Optional.empty()),
              new NameField(question("given-name", true)),
              new PostalCodeField(question("postal-code", false), Optional.empty())),
          new Consent(WORDS, "Open Doors", List.of()),
          true,
          WORDS,
          Optional.empty(),
          Messages.beside(SignupType.class));

  /** A form with fields of an editor's own, and no confirmation. */
  private static final Form WIDE =
      new Form(
          List.of(
              new EmailField(LABEL, Optional.empty()),
              new CountryField(question("country", false)),
              new PostalCodeField(question("postal-code", false), Optional.empty()),
              new PhoneField(question("phone", false), Optional.empty()),
              new ChoicesField(
                  question("topics", false),
                  List.of(
                      new ChoiceField.Choice("housing", LABEL),
                      new ChoiceField.Choice("work", LABEL),
                      new ChoiceField.Choice("school", LABEL)),
                  2),
              new TextField(question("story", false), 500, "off", ""),
              new CheckboxField(question("agreed", true))),
          new Consent(WORDS, "Open Doors", List.of()),
          false,
          WORDS,
          Optional.empty(),
          Messages.beside(SignupType.class));

  private static Map<String, String> wide(String field, String value) {
    Map<String, String> typed = new HashMap<>();
    typed.put("email", "ana@example.org");
    typed.put("agreed", "on");
    typed.put("consent", "true");
    typed.put(field, value);
    return typed;
  }

  private static final Map<String, String> SOUND =
      Map.of("email", "ana@example.org", "given-name", "Ana", "consent", "true");

  private static Field.Question question(String name, boolean required) {
    return new Field.Question(name, required, LABEL, Optional.empty());
  }

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

  // several values

  @Test
  void two_different_values_for_one_answer_are_malformed() {
    assertThat(FORM.check(sound("given-name", "Ana\nBea")))
        .isEqualTo(wrong("given-name", "malformed"));
    assertThat(FORM.check(sound("email", "a@example.org\nb@example.org")))
        .isEqualTo(wrong("email", "malformed"));
  }

  @Test
  void several_choices_are_one_value() {
    assertThat(WIDE.check(wide("topics", "work\nhousing")))
        .isEqualTo(
            new Verdict.Sound(
                Map.of("email", "ana@example.org", "topics", "housing, work", "agreed", "true")));
  }

  @Test
  void a_line_break_within_a_text_is_no_second_value() {
    assertThat(WIDE.check(wide("story", "One\r\ntwo"))).isInstanceOf(Verdict.Sound.class);
    assertThat(WIDE.check(wide("story", "One\ntwo"))).isEqualTo(wrong("story", "malformed"));
  }

  @Test
  void a_box_that_is_required_has_to_be_ticked() {
    assertThat(WIDE.check(wide("agreed", "false"))).isEqualTo(wrong("agreed", "missing"));
  }

  @Test
  void a_postal_code_and_a_phone_number_are_held_to_the_form_s_country() {
    Map<String, String> typed = new HashMap<>(wide("country", "gb"));
    typed.put("postal-code", "sw1a1aa");
    typed.put("phone", "020 7946 0958");
    assertThat(WIDE.check(typed))
        .isEqualTo(
            new Verdict.Sound(
                Map.of(
                    "email", "ana@example.org",
                    "country", "GB",
                    "postal-code", "SW1A 1AA",
                    "phone", "+442079460958",
                    "agreed", "true")));
  }

  @ParameterizedTest
  @CsvSource({
    "topics, too-many, en, Please choose at most 2.",
    "topics, too-many, es, Elige como máximo 2.",
    "topics, missing, en, Please choose at least one.",
    "agreed, missing, en, Please tick this box.",
    "story, too-long, en, This is too long. Please use at most 500 characters.",
    "country, malformed, es, Elige un país de la lista.",
  })
  void an_error_of_an_editor_s_own_field_is_told_by_its_kind(
      String field, String code, String language, String sentence) {
    assertThat(WIDE.sentence(new FieldError(field, code), new Language(language)))
        .isEqualTo(sentence);
  }

  // slips of the pen

  private static final Verdict ASKED =
      new Verdict.Wrong(List.of(new FieldError("email", "typo", "ana@gmail.com")));

  @Test
  void a_likely_slip_is_asked_about() {
    assertThat(FORM.check(sound("email", "ana@gmial.com"))).isEqualTo(ASKED);
  }

  @Test
  void a_slip_that_the_visitor_stands_by_is_kept() {
    Map<String, String> again = sound("email", "ana@gmial.com");
    again.put("as-typed", "ana@gmial.com");
    assertThat(FORM.check(again))
        .isEqualTo(new Verdict.Sound(Map.of("email", "ana@gmial.com", "given-name", "Ana")));
  }

  @Test
  void another_slip_than_the_visitor_stands_by_is_asked_about() {
    Map<String, String> again = sound("email", "ana@gmial.com");
    again.put("as-typed", "ana@gmal.com");
    assertThat(FORM.check(again)).isEqualTo(ASKED);
  }

  @Test
  void an_address_that_stands_by_itself_is_checked_all_the_same() {
    Map<String, String> again = sound("email", "nobody");
    again.put("as-typed", "nobody");
    assertThat(FORM.check(again)).isEqualTo(wrong("email", "malformed"));
  }

  @ParameterizedTest
  @CsvSource({
    "en, Did you mean ana@gmail.com?",
    "es, ¿Quisiste decir ana@gmail.com?",
    "ar, هل تقصد ana@gmail.com؟"
  })
  void the_question_about_a_slip_names_what_was_probably_meant(String language, String question) {
    assertThat(
            FORM.sentence(new FieldError("email", "typo", "ana@gmail.com"), new Language(language)))
        .startsWith(question);
  }

  @Test
  void what_to_do_next_is_told_where_a_link_has_to_be_opened() {
    assertThat(FORM.next(Language.ENGLISH)).contains("open the link");
    assertThat(WIDE.next(Language.ENGLISH)).isEmpty();
  }
}
