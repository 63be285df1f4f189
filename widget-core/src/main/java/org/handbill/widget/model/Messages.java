package org.handbill.widget.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts of Handbill's own that one package shows, in every language they exist in: files {@code
 * messages_en.properties}, {@code messages_es.properties} … beside a class, in UTF-8, with
 * placeholders as {@link MessageFormat} has them. Immutable.
 */
public final class Messages {

  /** The languages that Handbill speaks; English first, since it stands in for the others. */
  public static final Languages LANGUAGES =
      new Languages(List.of(Language.ENGLISH, new Language("es"), new Language("ar")));

  private final Map<Language, Texts> byLanguage;

  private Messages(Map<Language, Texts> byLanguage) {
    this.byLanguage = Map.copyOf(byLanguage);
  }

  /**
   * Reads the files beside a class. A text that a language lacks is taken from English.
   *
   * @throws IllegalArgumentException when there is no English file
   */
  public static Messages beside(Class<?> owner) {
    Properties english = read(owner, Language.ENGLISH);
    if (english == null) {
      throw new IllegalArgumentException("No messages_en.properties beside " + owner.getName());
    }
    Map<Language, Texts> byLanguage = new LinkedHashMap<>();
    for (Language language : LANGUAGES.list()) {
      Properties own = read(owner, language);
      byLanguage.put(language, new Texts(language, english, own == null ? english : own));
    }
    return new Messages(byLanguage);
  }

  private static @Nullable Properties read(Class<?> owner, Language language) {
    String file = "messages_" + language.tag() + ".properties";
    try (InputStream bytes = owner.getResourceAsStream(file)) {
      if (bytes == null) {
        return null;
      }
      Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
      Properties properties = new Properties();
      properties.load(text);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file + " beside " + owner.getName(), e);
    }
  }

  /** The texts in that language, or in the nearest one that Handbill speaks, or in English. */
  public Texts in(Language language) {
    Texts exact = byLanguage.get(language);
    return exact != null
        ? exact
        : Objects.requireNonNull(byLanguage.get(LANGUAGES.best(language.tag())));
  }

  /** One package's texts in one language. */
  public static final class Texts {
    private final Language language;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> own;

    private Texts(Language language, Properties english, Properties own) {
      this.language = language;
      english.forEach((key, text) -> texts.put((String) key, (String) text));
      own.forEach((key, text) -> texts.put((String) key, (String) text));
      this.own = Set.copyOf(own.stringPropertyNames());
    }

    /** The language of these texts. */
    public Language language() {
      return language;
    }

    /** The keys that this language itself has, without those that English stands in for. */
    public Set<String> keys() {
      return own;
    }

    /** True where there is such a text. */
    public boolean has(String key) {
      return texts.containsKey(key);
    }

    /**
     * The text with its placeholders filled; a number is written as the language writes it.
     *
     * @throws IllegalArgumentException when there is none of that key
     */
    public String format(String key, Object... values) {
      String text = texts.get(key);
      if (text == null) {
        throw new IllegalArgumentException("No message of the key " + key);
      }
      return new MessageFormat(text, language.locale()).format(values);
    }

    /** A text without placeholders. */
    public String get(String key) {
      return format(key);
    }
  }
}
