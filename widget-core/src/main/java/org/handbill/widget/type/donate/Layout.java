package org.handbill.widget.type.donate;

import java.util.Locale;

/** How the buttons are arranged. */
enum Layout {
  /** One button; the donor chooses on the platform. */
  BUTTON,
  /** A button for each amount. */
  BUTTONS,
  /** The amounts one below the other, with what each pays for beside it. */
  CARD,
  /** All in one line where there is room. */
  BAR;

  static Layout of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The word in files and in class names. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
