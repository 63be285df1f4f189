package org.handbill.widget.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One thing said in one or more languages.
 *
 * @param <T> what is said: {@link String} or {@link RichText}
 * @param texts by language, the network's default first; never empty
 */
public record Localized<T>(Map<Language, T> texts) {

  /**
   * @throws IllegalArgumentException when there is no text at all
   */
  public Localized {
    texts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("At least one text is needed");
    }
  }

  /** One text for every language. */
  public static <T> Localized<T> same(Language language, T text) {
    return new Localized<>(Map.of(language, text));
  }

  /** The text in that language, or in the closest there is, or the first. */
  public T in(Language language) {
    T exact = texts.get(language);
    return exact != null ? exact : texts.getOrDefault(languageFor(language), first());
  }

  /** The language that {@link #in} answers in, so that a page can mark a text that fell back. */
  public Language languageFor(Language wish) {
    return new Languages(java.util.List.copyOf(texts.keySet())).best(wish.tag());
  }

  /** The same texts, each changed in the same way. */
  public <R> Localized<R> map(Function<T, R> change) {
    Map<Language, R> changed = new LinkedHashMap<>();
    texts.forEach((language, text) -> changed.put(language, change.apply(text)));
    return new Localized<>(changed);
  }

  private T first() {
    return texts.values().iterator().next();
  }
}
