package org.handbill.widget.type.donate;

import java.util.Locale;

/** How often a gift is made. */
enum Frequency {
  ONCE,
  MONTHLY,
  QUARTERLY,
  YEARLY;

  static Frequency of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The word in files, in JSON and in message keys. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
