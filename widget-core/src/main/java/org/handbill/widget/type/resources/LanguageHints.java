package org.handbill.widget.type.resources;

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
final class LanguageHints {

  /** Tag, then its names in English, in Spanish and in itself. */
  private static final String NAMES =
      """
      en: english|inglés|ingles
      es: spanish|español|espanol|castellano
      zh-Hans: simplified chinese|chinese simplified|chinese (simplified)|chino simplificado|简体中文|简体
      zh-Hant: traditional chinese|chinese traditional|chinese (traditional)|chino tradicional|繁體中文|繁體|正體中文
      zh: chinese|chino|中文|汉语|漢語|mandarin|mandarín
      yue: cantonese|cantonés|粵語
      vi: vietnamese|vietnamita|tiếng việt|tieng viet|việt ngữ
      ar: arabic|árabe|العربية|عربي
      mn: mongolian|mongol|монгол|монгол хэл
      fr: french|francés|français|francais
      ht: haitian creole|haitian|creole|kreyòl|kreyol|kreyòl ayisyen|criollo haitiano
      pt: portuguese|portugués|português|portugues
      pt-BR: brazilian portuguese|português do brasil
      ru: russian|ruso|русский|по-русски
      uk: ukrainian|ucraniano|українська|українською
      so: somali|somalí|soomaali|af soomaali
      am: amharic|amárico|amharico|አማርኛ
      ti: tigrinya|tigriña|ትግርኛ
      om: oromo|afaan oromoo|afaan oromo
      sw: swahili|suajili|kiswahili
      rw: kinyarwanda|ikinyarwanda
      fa: farsi|persian|persa|فارسی
      prs: dari|دری
      ps: pashto|pastún|پښتو
      ur: urdu|اردو
      hi: hindi|हिन्दी|हिंदी
      bn: bengali|bangla|bengalí|বাংলা
      pa: punjabi|panjabi|ਪੰਜਾਬੀ
      gu: gujarati|ગુજરાતી
      ta: tamil|தமிழ்
      te: telugu|తెలుగు
      ml: malayalam|മലയാളം
      ne: nepali|nepalí|नेपाली
      my: burmese|birmano|မြန်မာ
      km: khmer|cambodian|jemer|ភាសាខ្មែរ|ខ្មែរ
      lo: lao|laotian|laosiano|ລາວ
      hmn: hmong|hmoob
      th: thai|tailandés|ไทย|ภาษาไทย
      ko: korean|coreano|한국어
      ja: japanese|japonés|日本語
      tl: tagalog|filipino|tagalo
      ilo: ilocano|ilokano
      id: indonesian|indonesio|bahasa indonesia
      ms: malay|malayo|bahasa melayu
      de: german|alemán|deutsch
      it: italian|italiano
      pl: polish|polaco|polski
      ro: romanian|rumano|română
      sq: albanian|albanés|shqip
      bs: bosnian|bosnio|bosanski
      hr: croatian|croata|hrvatski
      sr: serbian|serbio|српски|srpski
      bg: bulgarian|búlgaro|български
      el: greek|griego|ελληνικά
      tr: turkish|turco|türkçe
      ku: kurdish|kurdo|kurdî
      hy: armenian|armenio|հայերեն
      ka: georgian|georgiano|ქართული
      he: hebrew|hebreo|עברית
      yi: yiddish|יידיש
      wo: wolof
      ff: fulani|fula|pulaar|fulfulde
      yo: yoruba
      ig: igbo
      ln: lingala
      quc: k'iche'|k’iche’|kiche|quiché
      qu: quechua
      nah: nahuatl|náhuatl
      mix: mixteco|mixtec
      zap: zapotec|zapoteco
      ase: american sign language|asl
      """;

  private static final int LONGEST = 400;
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");
  private static final Pattern BOTH_VARIETIES =
      Pattern.compile(
          "(?iu)(?:simplified|traditional)\\s*(?:&|and|,|/)\\s*(?:simplified|traditional)");

  private static final Map<String, String> TAGS = tags();
  private static final Set<String> FIRST_WORDS =
      TAGS.keySet().stream()
          .map(name -> NOT_LETTERS.split(name)[0])
          .collect(java.util.stream.Collectors.toUnmodifiableSet());
  private static final String NAME = alternatives();

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
  static Optional<Language> named(String words) {
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
            found.add(tag(name.group()));
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
      if (FIRST_WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The language whose script most of the letters are, where a script belongs to one language. */
  static Optional<Language> written(String words) {
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
        .flatMap(entry -> Language.parse(entry.getKey()));
  }

  /** The words without any language's name, in lower case. */
  static String withoutNames(String lowerCase) {
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
      case ARABIC -> "ar";
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

  private static String tag(String name) {
    String key = name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    return TAGS.getOrDefault(key, "");
  }

  private static Map<String, String> tags() {
    Map<String, String> tags = new TreeMap<>();
    NAMES
        .lines()
        .forEach(
            line -> {
              String tag = line.substring(0, line.indexOf(':'));
              for (String name : line.substring(line.indexOf(':') + 1).strip().split("\\|")) {
                tags.put(name, tag);
              }
            });
    return Map.copyOf(tags);
  }

  private static String alternatives() {
    return TAGS.keySet().stream()
        .sorted((a, b) -> Integer.compare(b.length(), a.length()))
        .map(name -> Pattern.quote(name))
        .collect(java.util.stream.Collectors.joining("|", "(?:", ")"));
  }
}
