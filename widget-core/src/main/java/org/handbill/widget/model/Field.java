package org.handbill.widget.model;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a form asks for. Each kind knows how a browser should ask for it and what is a
 * sound answer, so that HTML and JSON are checked by the same rules. Immutable.
 */
public sealed interface Field
    permits CheckboxField,
        ChoiceField,
        ChoicesField,
        CountryField,
        EmailField,
        HiddenField,
        LanguageField,
        NameField,
        PhoneField,
        PostalCodeField,
        TextField {

  /**
   * What every field has.
   *
   * @param name the name in submissions, as in {@code autocomplete} of HTML where there is one
   * @param required whether it must be answered
   * @param label what it is called
   * @param help a word of help under the label
   */
  record Question(
      String name, boolean required, Localized<String> label, Optional<Localized<String>> help) {}

  /** What it is called, and whether it may be left empty. */
  Question question();

  /** The name in submissions. */
  default String name() {
    return question().name();
  }

  /** Whether it must be answered. */
  default boolean required() {
    return question().required();
  }

  /** What it is called. */
  default Localized<String> label() {
    return question().label();
  }

  /** The word of help in one language; empty for none. */
  default String help(Language language) {
    return question().help().map(text -> text.in(language)).orElse("");
  }

  /**
   * The kind, as messages and editors' files name it: the name of a field that Handbill knows, or
   * the {@code type} of an editor's own.
   */
  default String kind() {
    return name();
  }

  /** How a browser asks for it. */
  Control control();

  /** A browser's ways to ask. */
  enum Control {
    /** A line of text. */
    TEXT,
    /** An e-mail address. */
    EMAIL,
    /** A telephone number. */
    TEL,
    /** Lines of text. */
    TEXTAREA,
    /** One of a list that is folded away. */
    SELECT,
    /** One of a list that is in sight. */
    RADIO,
    /** Any of a list that is in sight. */
    CHECKBOXES,
    /** Yes or not. */
    CHECKBOX,
    /** Not at all. */
    HIDDEN
  }

  /** HTML's {@code autocomplete} token. */
  default String autocomplete() {
    return "off";
  }

  /** HTML's {@code inputmode}; empty for what goes without saying. */
  default String inputMode() {
    return "";
  }

  /**
   * The most characters (UTF-16 units, as HTML's {@code maxlength} counts); 0 where nothing is
   * typed.
   */
  default int maxLength() {
    return 0;
  }

  /** What can be chosen, as one language shows it; none where an answer is typed. */
  default List<Option> options(Language language) {
    return List.of();
  }

  /**
   * One thing that can be chosen.
   *
   * @param value as it is submitted and kept
   * @param label as it is shown
   * @param language what the label is written in
   */
  record Option(String value, String label, Language language) {}

  /** Whether it takes several values. */
  default boolean multiple() {
    return false;
  }

  /**
   * What is left of an answer without what nobody can see; empty for no answer.
   *
   * @param typed one value, or for a field that takes several each on a line of its own
   */
  default String tidy(String typed) {
    return PlainText.line(typed);
  }

  /**
   * The value to keep, from an answer that is tidy, not empty and not too long.
   *
   * @param country the ISO 3166 code that the same form was answered with; empty for none
   * @return the value, or the code of what is wrong with it
   */
  Checked check(String typed, String country);

  /** As {@link #check(String, String)}, where the form asks for no country. */
  default Checked check(String typed) {
    return check(typed, "");
  }

  /** What came of checking one value. */
  sealed interface Checked {
    /** Sound, as it is kept. */
    record Sound(String value) implements Checked {}

    /** Not sound; the code is the end of a message key. */
    record Wrong(String code) implements Checked {

      /** Of another shape than is asked for. */
      public static final Wrong MALFORMED = new Wrong("malformed");
    }
  }
}
