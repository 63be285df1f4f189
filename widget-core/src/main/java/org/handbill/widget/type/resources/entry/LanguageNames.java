package org.handbill.widget.type.resources.entry;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What languages are called on pages that offer help in them. */
public final class LanguageNames {

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
      ca: catalan|catalán|català|catala|valencià|valenciano
      eu: basque|euskera|euskara|vasco
      gl: galician|gallego|galego
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

  private static final Map<String, String> TAGS = tags();

  private static final Set<String> FIRST_WORDS =
      TAGS.keySet().stream()
          .map(name -> name.split("[^\\p{L}\\p{M}]+", 2)[0])
          .collect(Collectors.toUnmodifiableSet());

  /** A regular expression of all names, longer ones first. */
  static final String ALTERNATIVES =
      TAGS.keySet().stream()
          .sorted(Comparator.comparingInt(String::length).reversed())
          .map(Pattern::quote)
          .collect(Collectors.joining("|", "(?:", ")"));

  private LanguageNames() {}

  /** Whether a name begins with the word, which is in lower case. */
  public static boolean mayBegin(String word) {
    return FIRST_WORDS.contains(word);
  }

  /** The tag of a language by its name; empty for any other word. */
  public static String tag(String name) {
    String key = name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    return TAGS.getOrDefault(key, "");
  }

  private static Map<String, String> tags() {
    Map<String, String> tags = new HashMap<>();
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
}
