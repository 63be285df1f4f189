package org.handbill.widget.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How postal codes are written, by country: {@code #} is a digit, {@code @} a letter, {@code *}
 * either, and anything else itself.
 */
final class PostalShapes {

  private static final Map<String, List<String>> SHAPES =
      Table.beside(PostalShapes.class, "postal-codes.properties");

  private PostalShapes() {}

  static boolean known(String country) {
    return SHAPES.containsKey(country);
  }

  /** True where no letter can be needed. */
  static boolean onlyDigits(String country) {
    return known(country) && shapes(country).stream().allMatch(shape -> shape.matches("#+"));
  }

  /**
   * The code as it is written in that country, however it was spaced; the country itself may stand
   * in front of it, as in {@code D-10115} and {@code FR 75001}.
   */
  static Optional<String> fit(String code, String country) {
    String prefix = "^(" + country + "|" + country.charAt(0) + ")[ -]";
    return fitted(code, country).or(() -> fitted(code.replaceFirst(prefix, ""), country));
  }

  private static Optional<String> fitted(String code, String country) {
    String bare = code.replaceAll("[ -]", "");
    return shapes(country).stream().flatMap(shape -> written(bare, shape).stream()).findFirst();
  }

  private static List<String> shapes(String country) {
    return SHAPES.getOrDefault(country, List.of());
  }

  private static Optional<String> written(String bare, String shape) {
    StringBuilder written = new StringBuilder(shape.length());
    int next = 0;
    for (char wanted : shape.toCharArray()) {
      if (wanted == ' ' || wanted == '-') {
        written.append(wanted);
      } else if (next < bare.length() && fits(bare.charAt(next), wanted)) {
        written.append(bare.charAt(next++));
      } else {
        return Optional.empty();
      }
    }
    return next == bare.length() ? Optional.of(written.toString()) : Optional.empty();
  }

  private static boolean fits(char typed, char wanted) {
    boolean digit = typed >= '0' && typed <= '9';
    return switch (wanted) {
      case '#' -> digit;
      case '@' -> !digit;
      case '*' -> true;
      default -> typed == wanted;
    };
  }
}
