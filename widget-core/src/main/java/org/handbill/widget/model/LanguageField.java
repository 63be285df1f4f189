package org.handbill.widget.model;

import java.util.List;

/**
 * The language that somebody wants to be written to in, kept as its tag.
 *
 * @param languages those of the network
 */
public record LanguageField(Question question, Languages languages) implements Field {

  @Override
  public Control control() {
    return Control.SELECT;
  }

  @Override
  public String autocomplete() {
    return "language";
  }

  /** Each language by its own name, as its readers look for it. */
  @Override
  public List<Option> options(Language shownIn) {
    return languages.list().stream()
        .map(language -> new Option(language.tag(), language.ownName(), language))
        .toList();
  }

  @Override
  public Checked check(String typed, String country) {
    return languages.list().stream()
        .filter(language -> language.tag().equalsIgnoreCase(typed))
        .findFirst()
        .<Checked>map(language -> new Checked.Sound(language.tag()))
        .orElse(Checked.Wrong.MALFORMED);
  }
}
