package org.handbill.widget.type.resources.entry;

/** Tells languages that share a script by the letters that only one of them has. */
final class Scripts {

  private static final String PASHTO = "ټډړږښڼېۍځڅ";
  private static final String URDU = "ٹڈڑںےہھ";
  private static final String SORANI = "ڕڵێۆ";
  private static final String PERSIAN = "پچژگکی";
  private static final String ARABIC = "ةكيىأإ";

  private static final String UKRAINIAN = "їєґі";
  private static final String RUSSIAN = "ыэё";
  private static final String SERBIAN = "јљњћђ";
  private static final String MONGOLIAN = "өү";

  /** Of Belarusian, Kazakh, Kyrgyz, Tatar, Macedonian: not told apart here. */
  private static final String OTHER_CYRILLIC = "ўқңәғһѓќѕ";

  private static final String SIMPLIFIED =
      "们这个为权会说对时国来语务电话请问题资讯帮护联网学习识劳议让应该员动华东车马长门关开发业产处备头买卖书写农给经结约级线组细终统继续维"
          + "么无过还进远运选边达认证词译调谈谁课论设访许记讲证评诉诊试详诚误货质费贫购贸贷账财责败贴贵宾宝实审宽济温湾满灾点热爱状独狱环现疗虑亲观规视";

  private static final String TRADITIONAL =
      "們這個為權會說對時國來語務電話請問題資訊幫護聯網學習識勞議讓應該員動華東車馬長門關開發業產處備頭買賣書寫農給經結約級線組細終統繼續維"
          + "麼無過還進遠運選邊達認證詞譯調談誰課論設訪許記講評訴診試詳誠誤貨質費貧購貿貸賬財責敗貼貴賓寶實審寬濟溫灣滿災點熱愛狀獨獄環現療慮親觀規視";

  private Scripts() {}

  /** The tag of the language, or empty. */
  static String arabic(String words) {
    if (any(words, PASHTO)) {
      return "ps";
    }
    if (any(words, SORANI)) {
      return "ckb";
    }
    if (any(words, URDU)) {
      return "ur";
    }
    boolean persian = any(words, PERSIAN);
    boolean arabic = any(words, ARABIC) || words.contains("ال");
    return persian && !any(words, "ةإ") ? "fa" : arabic && !persian ? "ar" : "";
  }

  /** The tag of the language, or empty. */
  static String cyrillic(String words) {
    String lower = words.toLowerCase(java.util.Locale.ROOT);
    if (any(lower, OTHER_CYRILLIC)) {
      return "";
    }
    if (any(lower, MONGOLIAN)) {
      return "mn";
    }
    if (any(lower, SERBIAN)) {
      return "sr";
    }
    boolean ukrainian = any(lower, UKRAINIAN);
    boolean russian = any(lower, RUSSIAN);
    return ukrainian == russian ? "" : ukrainian ? "uk" : "ru";
  }

  /** Tigrinya has letters of its own and begins words with another A than Amharic does. */
  static String ethiopic(String words) {
    boolean tigrinya =
        words.codePoints().anyMatch(c -> c >= 0x1250 && c <= 0x125D) || any(words, "ኣ");
    boolean amharic = any(words, "አ") || words.contains("ነው") || words.contains("እና");
    return tigrinya == amharic ? "" : tigrinya ? "ti" : "am";
  }

  /** Chinese in the one or the other spelling, or Chinese. */
  static String han(String words) {
    long simplified = words.codePoints().filter(c -> only(c, SIMPLIFIED, TRADITIONAL)).count();
    long traditional = words.codePoints().filter(c -> only(c, TRADITIONAL, SIMPLIFIED)).count();
    return simplified > traditional ? "zh-Hans" : traditional > simplified ? "zh-Hant" : "zh";
  }

  private static boolean only(int c, String in, String notIn) {
    return in.indexOf(c) >= 0 && notIn.indexOf(c) < 0;
  }

  private static boolean any(String words, String letters) {
    return words.codePoints().anyMatch(c -> letters.indexOf(c) >= 0);
  }
}
