package org.handbill.widget.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Any of an editor's list, kept as their values in the editor's order, with a comma and a space
 * between them.
 *
 * @param choices in the editor's order
 * @param most how many may be chosen
 */
public record ChoicesField(Question question, List<ChoiceField.Choice> choices, int most)
    implements Field {

  public ChoicesField {
    choices = List.copyOf(choices);
  }

  @Override
  public String kind() {
    return "choices";
  }

  @Override
  public Control control() {
    return Control.CHECKBOXES;
  }

  @Override
  public List<Option> options(Language language) {
    return choices.stream().map(choice -> choice.in(language)).toList();
  }

  @Override
  public boolean multiple() {
    return true;
  }

  @Override
  public String tidy(String typed) {
    return typed
        .lines()
        .map(PlainText::line)
        .filter(value -> !value.isEmpty())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  @Override
  public Checked check(String typed, String country) {
    Set<String> chosen = Set.copyOf(typed.lines().toList());
    List<String> kept =
        choices.stream().map(ChoiceField.Choice::value).filter(chosen::contains).toList();
    if (kept.size() < chosen.size()) {
      return Checked.Wrong.MALFORMED;
    }
    return kept.size() > most
        ? new Checked.Wrong("too-many")
        : new Checked.Sound(String.join(", ", kept));
  }
}
