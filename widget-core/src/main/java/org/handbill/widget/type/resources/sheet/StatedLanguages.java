package org.handbill.widget.type.resources.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.LanguageNames;
import org.handbill.widget.type.resources.entry.Titles;

/** Reads the languages that a cell names: “English & Spanish”, “ES”, “Portuguese - Brazil”. */
final class StatedLanguages {

  private static final Pattern TOGETHER =
      Pattern.compile("\\s*(?:[;,/|&+\\n]|\\band\\b|\\by\\b)\\s*");
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");
  private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)");
  private static final Pattern BESIDE =
      Pattern.compile("(?iu)\\b(?:only|language|solo|sólo|solamente|idioma)\\b");
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");

  private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

  /** What people take for the code of a language. */
  private static final Map<String, String> MEANT =
      Map.of("sp", "es", "spa", "es", "eng", "en", "cn", "zh", "jp", "ja", "kr", "ko");

  private StatedLanguages() {}

  /** The languages, each once; what names none is left out. */
  static List<Language> of(String cell) {
    List<Language> languages = new ArrayList<>();
    for (String name : TOGETHER.split(cell)) {
      language(name.strip())
          .filter(language -> !languages.contains(language))
          .ifPresent(languages::add);
    }
    return languages;
  }

  /** The language of words that otherwise only say what a link is: “Spanish link”. */
  static Optional<Language> beside(String words) {
    if (!Titles.generic(words)) {
      return Language.parse(LanguageNames.tag(words));
    }
    return Arrays.stream(WORDS.split(words))
        .filter(word -> word.length() > 2)
        .map(LanguageNames::tag)
        .filter(tag -> !tag.isEmpty())
        .findFirst()
        .flatMap(Language::parse);
  }

  private static Optional<Language> language(String name) {
    String bare = BESIDE.matcher(ASIDE.matcher(name).replaceAll(" ")).replaceAll(" ").strip();
    for (String whole : new String[] {name, bare}) {
      String tag = LanguageNames.tag(whole);
      if (!tag.isEmpty()) {
        return Language.parse(tag);
      }
    }
    if (TAG.matcher(bare).matches()) {
      String code = bare.split("-", 2)[0].toLowerCase(Locale.ROOT);
      String meant = MEANT.getOrDefault(code, code);
      if (KNOWN.contains(meant) || (code.length() == 3 && bare.equals(code))) {
        return Language.parse(meant + bare.substring(code.length()));
      }
    }
    return Arrays.stream(WORDS.split(bare))
        .map(LanguageNames::tag)
        .filter(tag -> !tag.isEmpty())
        .findFirst()
        .flatMap(Language::parse);
  }
}
