package org.handbill.widget.type.resources.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.model.Language;

/** Tells a language by its commonest words; says nothing where they leave a doubt. */
final class LanguageWords {

  /** So many different words must be a language's own. */
  private static final int FEWEST_OWN = 2;

  /** Another language than English must have so many words for one of English. */
  private static final int TO_ENGLISH = 3;

  private static final int LONGEST = 1000;

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

  /** Places whose names are Spanish in every language. */
  private static final Pattern PLACES =
      Pattern.compile(
          "(?iu)\\b(?:los|las|el|la|san|santa|del) (?:angeles|vegas|paso|cruces|altos|monte|jolla|salvador"
              + "|cajon|mesa|cerrito|puente|crosse|antonio|diego|francisco|jose|ana|clara|rio|norte)\\b");

  private static final Map<String, Pattern> ENDINGS =
      Map.of(
          "es", Pattern.compile("\\p{L}{2,}(?:ción|ciones)"),
          "pt", Pattern.compile("\\p{L}{2,}(?:ção|ções)"),
          "it", Pattern.compile("\\p{L}{2,}(?:zione|zioni)"));

  /** Each word with the languages that have it. */
  private static final Map<String, Set<String>> WORDS = read();

  private LanguageWords() {}

  static Optional<Language> of(String text) {
    String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String[] words =
        NOT_LETTERS.split(PLACES.matcher(read).replaceAll(" ").toLowerCase(Locale.ROOT));
    Map<String, Integer> all = new HashMap<>();
    Map<String, Integer> own = new HashMap<>();
    for (String word : new LinkedHashSet<>(Arrays.asList(words))) {
      Set<String> languages = languages(word);
      for (String language : languages) {
        all.merge(language, 1, Integer::sum);
        if (languages.size() == 1) {
          own.merge(language, 1, Integer::sum);
        }
      }
    }
    return own.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .filter(language -> clear(language, all, own))
        .flatMap(Language::parse);
  }

  private static boolean clear(
      String language, Map<String, Integer> all, Map<String, Integer> own) {
    int hits = own.getOrDefault(language, 0);
    int others =
        own.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(language))
            .mapToInt(Map.Entry::getValue)
            .max()
            .orElse(0);
    int english = language.equals("en") ? 0 : own.getOrDefault("en", 0);
    return hits >= FEWEST_OWN
        && hits >= 2 * others
        && all.getOrDefault(language, 0) >= TO_ENGLISH * english;
  }

  private static Set<String> languages(String word) {
    Set<String> known = WORDS.get(word);
    if (known != null) {
      return known;
    }
    for (Map.Entry<String, Pattern> ending : ENDINGS.entrySet()) {
      if (ending.getValue().matcher(word).matches()) {
        return Set.of(ending.getKey());
      }
    }
    return Set.of();
  }

  private static Map<String, Set<String>> read() {
    Properties lists = new Properties();
    try (InputStream bytes =
        Objects.requireNonNull(LanguageWords.class.getResourceAsStream("words.properties"))) {
      lists.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading words.properties", e);
    }
    Map<String, Set<String>> words = new HashMap<>();
    for (String language : lists.stringPropertyNames()) {
      for (String word : lists.getProperty(language).split(" ")) {
        words.computeIfAbsent(word, any -> new LinkedHashSet<>()).add(language);
      }
    }
    return words;
  }
}
