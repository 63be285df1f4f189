package org.handbill.widget.model;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A language as BCP 47 (RFC 5646) names it, in its usual spelling: {@code en}, {@code es-MX},
 * {@code zh-Hant}.
 *
 * @param tag the tag in canonical case
 */
public record Language(String tag) {

  /** English, the language that all of Handbill's own texts exist in. */
  public static final Language ENGLISH = new Language("en");

  private static final int LONGEST_TAG = 35; // RFC 5646, 4.4.1

  private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
      Set.of("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi");
  private static final Set<String> RIGHT_TO_LEFT_LANGUAGES =
      Set.of(
          "ar", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur",
          "yi");

  /**
   * The language that a well-formed tag names, or empty for anything else. A code of three letters
   * becomes the one of two that means the same.
   */
  public static Optional<Language> parse(String tag) {
    if (tag.isEmpty() || tag.length() > LONGEST_TAG) {
      return Optional.empty();
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(LanguageCodes.shortened(tag)).build();
      return locale.getLanguage().isEmpty()
          ? Optional.empty()
          : Optional.of(new Language(locale.toLanguageTag()));
    } catch (IllformedLocaleException malformed) {
      return Optional.empty();
    }
  }

  /**
   * The same language for the JDK's own formatting. Arabic of no country has Arabic digits on every
   * JDK; of late they no longer come by themselves.
   */
  public Locale locale() {
    return Locale.forLanguageTag(tag.equals("ar") ? "ar-u-nu-arab" : tag);
  }

  /** {@code rtl} for languages that are written from right to left, else {@code ltr}. */
  public String dir() {
    Locale locale = locale();
    boolean rightToLeft =
        locale.getScript().isEmpty()
            ? RIGHT_TO_LEFT_LANGUAGES.contains(locale.getLanguage())
            : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    return rightToLeft ? "rtl" : "ltr";
  }

  /** The language's name in itself, as a reader of that language would look for it: "español". */
  public String ownName() {
    return nameIn(this);
  }

  /** The language's name in another. */
  public String nameIn(Language other) {
    return locale().stripExtensions().getDisplayName(other.locale());
  }

  /** The script, stated or implied by a Chinese region; empty where neither tells. */
  String script() {
    Locale locale = locale();
    if (!locale.getScript().isEmpty()) {
      return locale.getScript();
    }
    if (locale.getLanguage().equals("zh")) {
      return switch (locale.getCountry()) {
        case "TW", "HK", "MO" -> "Hant";
        case "CN", "SG", "MY" -> "Hans";
        default -> "";
      };
    }
    return "";
  }

  /** The language alone, without script, region or variant. */
  public String primary() {
    return locale().getLanguage();
  }

  @Override
  public String toString() {
    return tag;
  }
}
