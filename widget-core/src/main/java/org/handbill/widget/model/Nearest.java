package org.handbill.widget.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody probably meant. Thread-safe. */
public final class Nearest {

  private static final int SHORT = 4;

  private Nearest() {}

  /** The known word with the fewest slips of the pen, or empty where none is near. */
  public static Optional<String> to(String typed, Collection<String> known) {
    int most = typed.length() < SHORT ? 1 : Math.max(2, typed.length() / 3);
    return known.stream()
        .filter(word -> distance(typed, word) <= most)
        .min(Comparator.comparingInt((String word) -> distance(typed, word)));
  }

  /**
   * Levenshtein's distance, with letters compared without case and {@code _} taken for {@code -}.
   */
  private static int distance(String typed, String word) {
    String a = typed.toLowerCase(Locale.ROOT).replace('_', '-');
    String b = word.toLowerCase(Locale.ROOT).replace('_', '-');
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
