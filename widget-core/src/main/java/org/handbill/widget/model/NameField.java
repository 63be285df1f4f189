package org.handbill.widget.model;

/**
 * Words on one line: a name.
 *
 * @param question of the name {@code name}, {@code given-name} or {@code family-name}
 */
public record NameField(Question question) implements Field {

  private static final int LONGEST = 100;

  @Override
  public Control control() {
    return Control.TEXT;
  }

  @Override
  public String autocomplete() {
    return name();
  }

  @Override
  public int maxLength() {
    return LONGEST;
  }

  /** Any name is a sound name. Addresses of web sites are what bots put there. */
  @Override
  public Checked check(String typed, String country) {
    return typed.contains("://") ? Checked.Wrong.MALFORMED : new Checked.Sound(typed);
  }
}
