package org.handbill.widget.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The languages that something is written in; the first is the default. Never empty.
 *
 * @param list in the editor's order
 */
public record Languages(List<Language> list) {

  /**
   * @throws IllegalArgumentException when the list is empty
   */
  public Languages {
    list = List.copyOf(list);
    if (list.isEmpty()) {
      throw new IllegalArgumentException("At least one language is needed");
    }
  }

  /** What is served to a visitor whose wish is unknown or cannot be met. */
  public Language first() {
    return list.get(0);
  }

  /**
   * The best of these languages for a wish, by the lookup of RFC 4647, 3.4, which drops the wish's
   * last subtags until something fits ({@code es-MX} finds {@code es}); {@code en_US} is read as
   * {@code en-US}. A Chinese region implies its script. What fits nothing gets the default.
   *
   * @param wish what the visitor's page asked for, in any form; null for no wish
   */
  public Language best(@Nullable String wish) {
    if (wish == null || wish.isEmpty()) {
      return first();
    }
    for (Language language :
        list) { // almost every wish; the lookup below costs a hundred times more
      if (language.tag().equals(wish)) {
        return language;
      }
    }
    return find(wish).orElse(first());
  }

  /** As {@link #best}, but empty where nothing fits. */
  public Optional<Language> find(String wish) {
    return Language.parse(wish.replace('_', '-')).flatMap(this::find);
  }

  private Optional<Language> find(Language wish) {
    for (String range : ranges(wish)) {
      for (Language language : list) {
        if (language.tag().equalsIgnoreCase(range)) {
          return Optional.of(language);
        }
      }
    }
    // es-419 is written, es-MX is asked for: the same language in another region serves better than
    // another language, unless it is in another script.
    return list.stream()
        .filter(language -> language.primary().equals(wish.primary()))
        .filter(
            language ->
                language.script().isEmpty()
                    || wish.script().isEmpty()
                    || language.script().equals(wish.script()))
        .findFirst();
  }

  private static List<String> ranges(Language wish) {
    List<String> ranges = new ArrayList<>();
    String range = wish.tag();
    while (!range.isEmpty()) {
      ranges.add(range);
      int end = range.lastIndexOf('-');
      range = end < 0 ? "" : range.substring(0, end);
      if (range.length() > 2 && range.charAt(range.length() - 2) == '-') {
        range = range.substring(0, range.length() - 2); // a lone singleton goes with its subtag
      }
    }
    String script = wish.script();
    if (!script.isEmpty()) {
      ranges.add(Math.min(1, ranges.size()), wish.primary() + "-" + script);
    }
    return ranges;
  }
}
