package org.handbill.widget.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a national telephone number is dialled from abroad (ITU-T E.164), by country: the calling
 * code, and the prefix that is dialled at home only.
 */
final class CallingCodes {

  private static final Map<String, List<String>> CODES =
      Table.beside(CallingCodes.class, "calling-codes.properties");

  private CallingCodes() {}

  /** The number as E.164 writes it, or empty where the country is not in the table. */
  static Optional<String> international(String national, String country) {
    List<String> code = CODES.getOrDefault(country, List.of());
    if (code.isEmpty()) {
      return Optional.empty();
    }
    String prefix = code.size() > 1 ? code.get(1) : "";
    String number = national.startsWith(prefix) ? national.substring(prefix.length()) : national;
    return Optional.of("+" + code.get(0) + number);
  }
}
