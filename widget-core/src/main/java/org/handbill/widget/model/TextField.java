package org.handbill.widget.model;

/**
 * Words of any kind.
 *
 * @param maxLength the most characters; more than a line's worth is asked for in a larger box, and
 *     keeps its line breaks
 * @param autocomplete HTML's token, {@code off} for none
 * @param inputMode HTML's {@code inputmode}; empty for none
 */
public record TextField(Question question, int maxLength, String autocomplete, String inputMode)
    implements Field {

  /** As many characters as are allowed where an editor does not say. */
  public static final int USUAL_LENGTH = 500;

  private static final int LONGEST_LINE = 100;

  @Override
  public String kind() {
    return "text";
  }

  @Override
  public Control control() {
    return maxLength > LONGEST_LINE ? Control.TEXTAREA : Control.TEXT;
  }

  @Override
  public String tidy(String typed) {
    return control() == Control.TEXT ? PlainText.line(typed) : PlainText.lines(typed);
  }

  @Override
  public Checked check(String typed, String country) {
    return new Checked.Sound(typed);
  }
}
