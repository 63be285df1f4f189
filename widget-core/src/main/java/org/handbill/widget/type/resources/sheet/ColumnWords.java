package org.handbill.widget.type.resources.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that headers call a column by, as {@code columns.properties} has them.
 *
 * @param words folded as {@link Heading} folds them
 * @param language of which language they are; empty for words that several have
 * @param alone whether they tell it only when nothing stands beside them
 * @param last whether they tell it only where no other column does
 */
record ColumnWords(String words, String language, boolean alone, boolean last) {

  private static final Properties ALL = read();

  private static final List<String> LANGUAGES = List.of("en", "es", "fr", "de", "pt", "ar", "zh");

  /** What a column is called by, the most telling first. */
  static List<ColumnWords> of(String column) {
    List<ColumnWords> found = new ArrayList<>();
    LANGUAGES.forEach(
        language ->
            among(column + '.' + language)
                .forEach(words -> found.add(new ColumnWords(words, language, false, false))));
    Set<String> alone = Set.copyOf(among(column + ".alone").toList());
    found.replaceAll(
        one ->
            alone.contains(one.words)
                ? new ColumnWords(one.words, one.language, true, false)
                : one);
    among(column + ".alone")
        .filter(words -> found.stream().noneMatch(one -> one.words.equals(words)))
        .toList()
        .forEach(words -> found.add(new ColumnWords(words, "", true, false)));
    among(column + ".last").forEach(words -> found.add(new ColumnWords(words, "", false, true)));
    return List.copyOf(found);
  }

  /** The words under a key that are no column's by themselves. */
  static Set<String> set(String key) {
    return Set.copyOf(among(key).distinct().toList());
  }

  private static Stream<String> among(String key) {
    String words = ALL.getProperty(key, "");
    return words.isEmpty()
        ? Stream.empty()
        : Stream.of(words.split("\\|")).map(word -> Heading.of(word).folded());
  }

  private static Properties read() {
    Properties all = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(ColumnWords.class.getResourceAsStream("columns.properties")),
            StandardCharsets.UTF_8)) {
      all.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
