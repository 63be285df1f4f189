package org.handbill.widget.type.resources;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What two spellings of a word have in common, for a search that forgives: no case, no accents, no
 * vowel signs in Arabic and Hebrew, nothing that is not seen, one form of alef, ya and ta marbuta,
 * digits as 0 to 9, words with one space between. Chinese has no spaces and keeps its characters,
 * so any part of a title is found. {@code list.js} folds what is typed by the same steps.
 */
final class Folding {

  private static final Pattern MARKS =
      Pattern.compile(
          "[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7"
              + "\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8"
              + "\\u06ea-\\u06ed\\u00ad\\u200b-\\u200f\\u2060\\ufeff'\\u2018\\u2019\\u02bb\\u02bc`]");
  private static final Pattern DIGIT = Pattern.compile("[\\u0660-\\u0669\\u06f0-\\u06f9]");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  /** Letters that a normal form leaves as they are, each followed by what people type for it. */
  private static final String[] LETTERS = {
    "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ł", "l", "ı", "i", "ς", "σ", "ٱ", "ا",
    "ى", "ي", "ی", "ي", "ة", "ه", "ک", "ك"
  };

  /**
   * What Arabic writes together with the word behind it: the article, alone or after “and”, “by”,
   * “for”, “as” or “then”. A word of fewer letters than three is left with what may be a part of
   * it.
   */
  private static final Pattern ARTICLE = Pattern.compile("^(?:[وبفك]?ال|و?لل)(?=\\p{L}{3})");

  private Folding() {}

  /**
   * The words that somebody looks for, each as it is part of what it should find: without an
   * article, so that it finds the bare word and the word with any.
   */
  static List<String> words(String typed) {
    return Arrays.stream(fold(typed).split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> ARTICLE.matcher(word).replaceFirst(""))
        .toList();
  }

  /** The text as it is compared; empty where it has neither letter nor digit. */
  static String fold(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    folded = MARKS.matcher(folded).replaceAll("");
    folded = DIGIT.matcher(folded).replaceAll(Folding::digit);
    for (int i = 0; i < LETTERS.length; i += 2) {
      folded = folded.replace(LETTERS[i], LETTERS[i + 1]);
    }
    return BETWEEN.matcher(folded).replaceAll(" ").strip();
  }

  private static String digit(java.util.regex.MatchResult found) {
    return Matcher.quoteReplacement(Integer.toString(found.group().charAt(0) & 0xF));
  }
}
