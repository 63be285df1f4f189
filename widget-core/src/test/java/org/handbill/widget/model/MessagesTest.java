package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of ours, in every language, held by its files. */
class MessagesTest {

  /** The key of a currency's name is its code, as ISO 4217 has it. */
  private static final String CURRENCY = "[A-Z]{3}";

  private static final Path MAIN = Path.of("src/main/java");
  private static final String ENGLISH = "messages_en.properties";

  /** A folder that has texts; named in reports by its path. */
  static Stream<Path> folders() {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files
          .filter(file -> file.endsWith(ENGLISH))
          .map(Path::getParent)
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file of texts. */
  static Stream<Path> files() {
    return folders()
        .flatMap(
            folder ->
                Messages.LANGUAGES.list().stream()
                    .map(language -> folder.resolve("messages_" + language + ".properties"))
                    .filter(Files::exists));
  }

  private static Properties texts(Path file) {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String code(Path folder, String names) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(names))
          .map(MessagesTest::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keys that Java hands to an editor's problems; the rest is what visitors read. */
  private static Set<String> forEditors(Path folder) {
    String java = code(folder, ".*\\.java");
    return texts(folder.resolve(ENGLISH)).stringPropertyNames().stream()
        .filter(key -> java.contains('"' + key + '"'))
        .filter(
            key ->
                !Pattern.compile("(get|format|own|has)\\(\\s*\"" + Pattern.quote(key) + '"')
                    .matcher(java)
                    .find())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void the_folders_with_texts_are_found() {
    assertThat(folders().map(folder -> folder.getFileName().toString()))
        .contains("model", "source", "render", "signup", "donate", "resources");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void what_visitors_read_is_there_in_every_language(Path folder) {
    Set<String> wanted = new TreeSet<>(texts(folder.resolve(ENGLISH)).stringPropertyNames());
    wanted.removeAll(forEditors(folder));
    for (Language language : Messages.LANGUAGES.list()) {
      Path file = folder.resolve("messages_" + language + ".properties");
      Set<String> there = Files.exists(file) ? texts(file).stringPropertyNames() : Set.of();
      assertThat(there).as("%s", file).containsAll(wanted);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void no_language_has_a_text_that_english_lacks(Path file) {
    assertThat(texts(file.resolveSibling(ENGLISH)).stringPropertyNames())
        .containsAll(texts(file).stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void every_text_is_used(Path folder) {
    String code = code(MAIN, ".*\\.(java|jte)");
    assertThat(texts(folder.resolve(ENGLISH)).stringPropertyNames())
        .filteredOn(key -> !key.matches(CURRENCY))
        .allMatch(key -> code.contains('"' + key + '"') || code.contains('"' + start(key) + '"'));
  }

  /** What code puts before the end that it computes: {@code error.} of {@code error.missing}. */
  private static String start(String key) {
    return key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : key;
  }

  @ParameterizedTest
  @MethodSource("files")
  void no_key_stands_in_a_file_twice(Path file) throws IOException {
    List<String> keys =
        Files.readAllLines(file).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_text_can_be_filled_and_no_placeholder_stays(Path file) {
    Locale locale = Locale.forLanguageTag(file.toString().replaceAll(".*_(.*)\\..*", "$1"));
    texts(file)
        .forEach(
            (key, text) -> {
              MessageFormat format = new MessageFormat((String) text, locale);
              Format[] formats = format.getFormatsByArgumentIndex();
              Object[] values = new Object[formats.length];
              for (int i = 0; i < values.length; i++) {
                values[i] = formats[i] == null ? "value" : (Object) 7;
              }
              assertThat(format.format(values)).as("%s", key).isNotBlank().doesNotContain("{0}");
            });
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_language_fills_in_what_english_fills_in(Path file) {
    Properties english = texts(file.resolveSibling(ENGLISH));
    texts(file)
        .forEach(
            (key, text) ->
                assertThat(new MessageFormat((String) text).getFormatsByArgumentIndex())
                    .as("%s", key)
                    .hasSameSizeAs(
                        new MessageFormat(english.getProperty((String) key))
                            .getFormatsByArgumentIndex()));
  }

  /** A lone apostrophe would vanish, and take the meaning of the placeholders behind it along. */
  @ParameterizedTest
  @MethodSource("files")
  void every_apostrophe_is_doubled_or_quotes_a_brace(Path file) {
    texts(file)
        .forEach(
            (key, text) ->
                assertThat(((String) text).replace("''", "").replace("'{'", ""))
                    .as("%s", key)
                    .doesNotContain("'"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void no_text_has_markup_or_blanks_around_it(Path file) {
    texts(file)
        .forEach(
            (key, text) ->
                assertThat((String) text)
                    .as("%s", key)
                    .doesNotContainPattern("<[a-z/]|&[a-z]+;")
                    .isEqualTo(((String) text).strip()));
  }

  @Test
  void a_language_that_handbill_does_not_speak_is_answered_in_english() {
    Messages messages = Messages.beside(Node.class);
    assertThat(messages.in(new Language("vi")).language()).isEqualTo(Language.ENGLISH);
  }

  @Test
  void a_text_that_a_language_lacks_is_taken_from_english() {
    Messages.Texts spanish = Messages.beside(Node.class).in(new Language("es"));
    assertThat(spanish.format("language.lacking", "ar", "en"))
        .isEqualTo("There is no text in 'ar'; visitors who read it are shown the one in 'en'.");
  }
}
