package org.handbill.widget.render;

import org.handbill.widget.model.TextHeight;

/** What stands around a widget's body takes of its room, in CSS pixels, as base.css has it. */
final class FrameHeight {

  private static final int BORDER = 1;
  private static final double LEAST_PADDING = 0.9 * TextHeight.LETTERS;
  private static final double MOST_PADDING = 1.25 * TextHeight.LETTERS;
  private static final double PADDING = 0.05; // of the width
  private static final double TITLE = 1.35 * TextHeight.LETTERS;
  private static final double TITLE_LINE = 1.25 * TITLE;
  private static final double BELOW_TITLE = 0.4 * TITLE;
  private static final double BELOW_TEXT = TextHeight.LETTERS;

  private FrameHeight() {}

  /** The width that is left for a body. */
  static int room(int width) {
    return Math.max(1, (int) (width - 2 * (BORDER + padding(width))));
  }

  private static double padding(double width) {
    return Math.min(MOST_PADDING, Math.max(LEAST_PADDING, PADDING * width));
  }

  /**
   * The height of a whole widget.
   *
   * @param text the words under the title, without markup; empty for none
   * @param room the width of its body
   * @param body the height of its body
   */
  static int around(String title, String text, int room, int body) {
    double words = text.isEmpty() ? 0 : TextHeight.of(text, room) + BELOW_TEXT;
    double above = TextHeight.lines(title, room, TITLE) * TITLE_LINE + BELOW_TITLE + words;
    return (int) Math.ceil(above + body + 2 * (BORDER + padding(room / (1 - 2 * PADDING))));
  }
}
