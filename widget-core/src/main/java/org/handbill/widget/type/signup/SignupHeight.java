package org.handbill.widget.type.signup;

import static org.handbill.widget.model.TextHeight.LETTERS;
import static org.handbill.widget.model.TextHeight.LINE;

import org.handbill.widget.model.Field;
import org.handbill.widget.model.TextHeight;

/** How high a sign-up form stands, in CSS pixels, as signup.css has it. */
final class SignupHeight {

  private static final double GAP = 0.9 * LETTERS;
  private static final double SMALL_GAP = 0.25 * LETTERS;
  private static final double CONTROL = 2.75 * LETTERS;
  private static final double BOX = 2 * LETTERS; // a box to tick, and the gap beside it
  private static final double TEXTAREA_EDGE = 0.8 * LETTERS + 2;

  private final SignupView view;
  private final int width;

  SignupHeight(SignupView view, int width) {
    this.view = view;
    this.width = width;
  }

  int height() {
    double height = consent() + GAP + CONTROL;
    if (!view.privacyUrl().isEmpty()) {
      height += SMALL_GAP + TextHeight.small(view.t().get("privacy"), width);
    }
    for (SignupView.Input input : view.inputs()) {
      if (input.control() != Field.Control.HIDDEN) {
        height += field(input) + GAP;
      }
    }
    return (int) Math.ceil(height);
  }

  private double consent() {
    double room = width - BOX;
    return TextHeight.of(TextHeight.words(view.consent()), room)
        + TextHeight.small(view.controllers(), room);
  }

  private double field(SignupView.Input input) {
    if (input.control() == Field.Control.CHECKBOX) {
      double room = width - BOX;
      return TextHeight.of(label(input), room) + TextHeight.small(input.help(), room);
    }
    double help = input.help().isEmpty() ? 0 : TextHeight.small(input.help(), width) + SMALL_GAP;
    double above = TextHeight.of(label(input), width) + SMALL_GAP + help;
    return switch (input.control()) {
      case RADIO, CHECKBOXES ->
          above
              + input.options().stream()
                  .mapToDouble(option -> TextHeight.of(option.label(), width - BOX) + SMALL_GAP)
                  .sum();
      case TEXTAREA -> above + input.rows() * LETTERS * LINE + TEXTAREA_EDGE;
      default -> above + CONTROL;
    };
  }

  private String label(SignupView.Input input) {
    return input.required() ? input.label() : input.label() + " " + view.t().get("optional");
  }
}
