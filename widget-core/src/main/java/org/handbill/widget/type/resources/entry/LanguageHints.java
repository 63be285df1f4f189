package org.handbill.widget.type.resources.entry;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.model.Language;

/** Finds the language that a link's words name, or that their script gives away. */
public final class LanguageHints {

  private static final int LONGEST = 400;
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
  private static final Pattern BOTH_VARIETIES =
      Pattern.compile(
          "(?iu)(?:simplified|traditional)\\s*(?:&|and|,|/)\\s*(?:simplified|traditional)");

  private static final String NAME = LanguageNames.ALTERNATIVES;

  private static final String FORM =
      "(?:version|versión|versions|videos?|vídeos?|pdf|translation|traducción|only|language|edition"
          + "|audio|flyer|captions|subtitles|website|page|site|guide)";

  private static final String LIST =
      "(?:(?:simplified|traditional)(?:\\s*(?:&|and|,|/)\\s*))?"
          + NAME
          + "(?:\\s*(?:,|&|/|\\+|\\band\\b|\\by\\b|\\bor\\b|\\bo\\b)+\\s*"
          + NAME
          + ")*";

  /** At the end after a separator, in brackets, alone, after “in”, or before “version”. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?iu)(?:^|[,;(\\[|/:–—]|\\s-)\\s*(?:(?:also|available|now|disponible|download|descargar|read|watch|leer|ver)"
              + "\\s+)*(?:in\\s+|en\\s+)?(?:pdf\\s+)?("
              + LIST
              + ")(?:\\s+"
              + FORM
              + ")?\\s*(?:[)\\]]|[,;|/]|$|\\(pdf)"
              + "|(?<![\\p{L}])(?:in|en)\\s+("
              + LIST
              + ")(?![\\p{L}])"
              + "|(?<![\\p{L}])("
              + LIST
              + ")\\s+(?:language\\s+)?(?:version|versión|translation|edition)(?![\\p{L}])"
              + "|(?<![\\p{L}])(?:versión|versión en|traducción al)\\s+("
              + LIST
              + ")(?![\\p{L}])"
              + "|\\s("
              + LIST
              + "\\s*(?:&|/|\\band\\b)\\s*"
              + NAME
              + ")$");

  private static final Pattern ONE_NAME =
      Pattern.compile("(?iu)(?<![\\p{L}])" + NAME + "(?![\\p{L}])");

  private static final Pattern BARE_VARIETY =
      Pattern.compile("(?iu)^\\W*(simplified|traditional|simplificado|tradicional|简|繁)\\W*$");

  private LanguageHints() {}

  /** The language that the words name; empty where they name none, or several. */
  public static Optional<Language> named(String words) {
    String line = words.length() > LONGEST ? words.substring(0, LONGEST) : words.strip();
    Matcher variety = BARE_VARIETY.matcher(line);
    if (variety.matches()) {
      String first = variety.group(1).toLowerCase(Locale.ROOT);
      return Language.parse(first.startsWith("s") || first.equals("简") ? "zh-Hans" : "zh-Hant");
    }
    if (!mayName(line)) {
      return Optional.empty();
    }
    Set<String> found = new LinkedHashSet<>();
    Matcher said = SAID.matcher(line);
    while (said.find()) {
      for (int group = 1; group <= said.groupCount(); group++) {
        if (said.group(group) != null) {
          if (BOTH_VARIETIES.matcher(said.group(group)).lookingAt()) {
            found.add("zh-Hans");
          }
          Matcher name = ONE_NAME.matcher(said.group(group));
          while (name.find()) {
            found.add(LanguageNames.tag(name.group()));
          }
        }
      }
      if (said.end() == said.start()) {
        break;
      }
      said.region(Math.max(said.end() - 1, said.start() + 1), line.length());
    }
    if (found.size() > 1 && found.stream().allMatch(tag -> tag.startsWith("zh"))) {
      return Language.parse("zh");
    }
    return found.size() == 1 ? Language.parse(found.iterator().next()) : Optional.empty();
  }

  private static boolean mayName(String line) {
    for (String word : NOT_LETTERS.split(line.toLowerCase(Locale.ROOT))) {
      if (LanguageNames.mayBegin(word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The language whose script most of the letters are, where its letters tell it from others of the
   * same script.
   */
  public static Optional<Language> written(String words) {
    Map<String, Integer> counts = new TreeMap<>();
    words
        .codePoints()
        .filter(Character::isLetter)
        .forEach(c -> counts.merge(ofScript(Character.UnicodeScript.of(c)), 1, Integer::sum));
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    if (counts.containsKey("ja") && counts.getOrDefault("zh", 0) > 0) {
      counts.merge("ja", counts.getOrDefault("zh", 0), Integer::sum);
    }
    return counts.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty() && entry.getValue() * 2 > all)
        .max(Map.Entry.comparingByValue())
        .flatMap(entry -> Language.parse(refined(entry.getKey(), words)));
  }

  private static String refined(String script, String words) {
    return switch (script) {
      case "Arab" -> Scripts.arabic(words);
      case "Cyrl" -> Scripts.cyrillic(words);
      case "Ethi" -> Scripts.ethiopic(words);
      case "zh" -> Scripts.han(words);
      default -> script;
    };
  }

  /** The language that words are in, by their script or by the words that only it has. */
  public static Optional<Language> told(String words) {
    return written(words).or(() -> LanguageWords.of(words));
  }

  /** The words without any language's name, in lower case. */
  public static String withoutNames(String lowerCase) {
    if (!mayName(lowerCase)
        && !lowerCase.contains("simplified")
        && !lowerCase.contains("traditional")) {
      return lowerCase;
    }
    return ONE_NAME
        .matcher(lowerCase)
        .replaceAll(" ")
        .replaceAll("\\b(simplified|traditional)\\b", " ");
  }

  private static String ofScript(Character.UnicodeScript script) {
    return switch (script) {
      case ARABIC -> "Arab";
      case CYRILLIC -> "Cyrl";
      case ETHIOPIC -> "Ethi";
      case HAN -> "zh";
      case HANGUL -> "ko";
      case HIRAGANA, KATAKANA -> "ja";
      case HEBREW -> "he";
      case THAI -> "th";
      case KHMER -> "km";
      case LAO -> "lo";
      case MYANMAR -> "my";
      case GEORGIAN -> "ka";
      case ARMENIAN -> "hy";
      case GREEK -> "el";
      case BENGALI -> "bn";
      case TAMIL -> "ta";
      case TELUGU -> "te";
      case GUJARATI -> "gu";
      case GURMUKHI -> "pa";
      case MALAYALAM -> "ml";
      default -> "";
    };
  }
}
