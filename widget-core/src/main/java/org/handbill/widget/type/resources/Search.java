package org.handbill.widget.type.resources;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handbill.widget.model.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor looks for. A value that the list does not have counts as absent.
 *
 * @param typed the words as they were typed
 * @param words the same, folded; an entry has them all
 * @param topic a group's name; empty for any
 * @param language a tag; empty for any
 * @param kind a kind's name; empty for any
 * @param item the name of the one entry that is to be shown; empty for none
 * @param skip how many of the found entries were shown before
 */
record Search(
    String typed,
    List<String> words,
    String topic,
    String language,
    String kind,
    String item,
    int skip) {

  static final String WORDS = "q";
  static final String TOPIC = "topic";
  static final String LANGUAGE = "item-lang";
  static final String KIND = "kind";
  static final String ITEM = "item";
  static final String SKIP = "skip";

  /** What asks for a search; {@code skip} alone asks for nothing. */
  static final Set<String> PARAMETERS = Set.of(WORDS, TOPIC, LANGUAGE, KIND, ITEM);

  /** The longest text that is looked for, in UTF-16 units; the rest of it is not read. */
  static final int LONGEST = 200;

  static Search of(Map<String, String> asked, Listing listing) {
    String text = asked.getOrDefault(WORDS, "");
    String typed = text.substring(0, Math.min(LONGEST, text.length()));
    return new Search(
        typed,
        Folding.words(typed),
        known(asked.get(TOPIC), listing.topics()),
        known(asked.get(LANGUAGE), listing.languages()),
        known(asked.get(KIND), listing.kinds()),
        asked.getOrDefault(ITEM, ""),
        skip(asked.getOrDefault(SKIP, "")));
  }

  /** The value that the list has, whatever its case; of a language, “zh” finds “zh-Hans” too. */
  private static String known(@Nullable String value, Map<String, Long> values) {
    if (value == null || value.isBlank() || values.containsKey(value)) {
      return value == null ? "" : value.strip();
    }
    String wanted = value.strip().toLowerCase(Locale.ROOT);
    return values.keySet().stream()
        .filter(known -> known.equalsIgnoreCase(wanted))
        .findFirst()
        .or(
            () ->
                values.keySet().stream()
                    .filter(known -> known.toLowerCase(Locale.ROOT).startsWith(wanted + "-"))
                    .filter(known -> wanted.matches("[a-z]{2,3}"))
                    .findFirst())
        .orElse("");
  }

  private static int skip(String digits) {
    return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
  }

  /** True where there is nothing to look for. */
  boolean isEmpty() {
    return typed.isBlank() && topic.isEmpty() && language.isEmpty() && kind.isEmpty();
  }

  /** The same in any group. */
  Search anyTopic() {
    return new Search(typed, words, "", language, kind, item, skip);
  }

  /** The same in any language. */
  Search anyLanguage() {
    return new Search(typed, words, topic, "", kind, item, skip);
  }

  /** The same of any kind. */
  Search anyKind() {
    return new Search(typed, words, topic, language, "", item, skip);
  }

  /** Whether an entry of the right group is one. */
  boolean finds(Listing.Entry entry) {
    return (kind.isEmpty() || entry.item().kind().param().equals(kind))
        && (language.isEmpty() || entry.languages().contains(new Language(language)))
        && (typed.isBlank() || !words.isEmpty())
        && words.stream().allMatch(entry.folded()::contains);
  }
}
