package org.handbill.widget.model;

import java.util.List;

/**
 * One of an editor's list, kept as its value.
 *
 * @param choices in the editor's order
 */
public record ChoiceField(Question question, List<Choice> choices) implements Field {

  private static final int MOST_IN_SIGHT = 6;

  public ChoiceField {
    choices = List.copyOf(choices);
  }

  /**
   * One entry of an editor's list.
   *
   * @param value as it is kept: 1 to 64 letters, digits, {@code .}, {@code _} and {@code -}
   * @param label as it is shown
   */
  public record Choice(String value, Localized<String> label) {

    Option in(Language language) {
      return new Option(value, label.in(language), label.languageFor(language));
    }
  }

  @Override
  public String kind() {
    return "choice";
  }

  /** A long list is folded away; so is one that may be left alone, since no radio button can be. */
  @Override
  public Control control() {
    return required() && choices.size() <= MOST_IN_SIGHT ? Control.RADIO : Control.SELECT;
  }

  @Override
  public List<Option> options(Language language) {
    return choices.stream().map(choice -> choice.in(language)).toList();
  }

  @Override
  public Checked check(String typed, String country) {
    return choices.stream().anyMatch(choice -> choice.value().equals(typed))
        ? new Checked.Sound(typed)
        : Checked.Wrong.MALFORMED;
  }
}
