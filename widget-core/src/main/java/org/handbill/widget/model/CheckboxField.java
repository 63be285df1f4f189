package org.handbill.widget.model;

/** A box that is never ticked beforehand; kept as {@code true} where the visitor ticked it. */
public record CheckboxField(Question question) implements Field {

  @Override
  public String kind() {
    return "checkbox";
  }

  @Override
  public Control control() {
    return Control.CHECKBOX;
  }

  @Override
  public String tidy(String typed) {
    return Form.isTicked(typed) ? "true" : "";
  }

  @Override
  public Checked check(String typed, String country) {
    return new Checked.Sound(typed);
  }
}
