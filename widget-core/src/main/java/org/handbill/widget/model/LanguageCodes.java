package org.handbill.widget.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Codes of ISO 639-2 and 639-3 for languages that have one of two letters. Only that one is a
 * language's subtag (RFC 5646, 2.2.1): {@code es}, not {@code spa}.
 */
final class LanguageCodes {

  /** Those that ISO 639-2 has beside the ones of ISO 639-3, for use in libraries. */
  private static final String OF_LIBRARIES =
      "alb sq arm hy baq eu bur my chi zh cze cs dut nl fre fr geo ka ger de gre el ice is mac mk"
          + " mao mi may ms per fa rum ro slo sk tib bo wel cy";

  private static final Map<String, String> SHORT = codes();

  private LanguageCodes() {}

  /** The tag with a language of two letters, where there is one for its three. */
  static String shortened(String tag) {
    int end = tag.indexOf('-') < 0 ? tag.length() : tag.indexOf('-');
    String code = tag.substring(0, end).toLowerCase(Locale.ROOT);
    return SHORT.containsKey(code) ? SHORT.get(code) + tag.substring(end) : tag;
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.put(Locale.forLanguageTag(code).getISO3Language(), code);
    }
    String[] pairs = OF_LIBRARIES.split(" ");
    for (int i = 0; i < pairs.length; i += 2) {
      codes.put(pairs[i], pairs[i + 1]);
    }
    return Map.copyOf(codes);
  }
}
