package org.handbill.widget.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the editor or the page around the form knows, such as a campaign; nobody is asked for it.
 *
 * @param name the name in submissions
 * @param fixed the value of every submission; empty where the page gives it
 */
public record HiddenField(String name, Optional<String> fixed) implements Field {

  private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  @Override
  public Question question() {
    return new Question(name, false, Localized.same(Language.ENGLISH, name), Optional.empty());
  }

  @Override
  public String kind() {
    return "hidden";
  }

  @Override
  public Control control() {
    return Control.HIDDEN;
  }

  /** A value that is malformed counts as none: no visitor could mend it. */
  @Override
  public String tidy(String typed) {
    return fixed.orElse(SYNTAX.matcher(typed).matches() ? typed : "");
  }

  @Override
  public Checked check(String typed, String country) {
    return new Checked.Sound(typed);
  }
}
