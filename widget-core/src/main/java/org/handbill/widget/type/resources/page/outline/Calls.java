package org.handbill.widget.type.resources.page.outline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows a call that says no more than the heading above it: “Visit Food Desk” below “Food Desk”.
 */
final class Calls {

  private static final Pattern CALL =
      Pattern.compile(
          "(?iu)(?:(?:please )?(?:visit|call|contact|go to|explore|browse|apply (?:to|for|at)|(?:learn|read|find out|see)? ?more (?:about|at|on))"
              + "|visit[ae]|llam[ae] a|contact[ae] (?:con|a)|ir a|(?:saber|leer|conozca|ver)? ?más (?:sobre|en)) (?:the |el |la )?(.+)");

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Calls() {}

  /** Whether all words of a call stand in the heading. */
  static boolean repeats(@Nullable String heading, @Nullable String title) {
    if (heading == null || title == null) {
      return false;
    }
    Matcher call = CALL.matcher(title);
    List<String> known = words(heading);
    return call.matches()
        && !words(call.group(1)).isEmpty()
        && known.containsAll(words(call.group(1)));
  }

  private static List<String> words(String text) {
    return Arrays.stream(NOT_WORDS.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
