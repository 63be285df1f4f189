package org.handbill.widget.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Slips of the pen in the domain of an e-mail address: one letter too many, too few, another, or
 * two swapped (Damerau and Levenshtein's distance 1), in the name of a large provider or in a
 * top-level domain. A domain that is known to be real is never taken for one.
 */
final class MailTypos {

  private static final Map<String, List<String>> TABLE =
      Table.beside(MailTypos.class, "mail-domains.properties");
  private static final List<String> PROVIDERS = TABLE.getOrDefault("providers", List.of());
  private static final List<String> TOP_LEVEL = TABLE.getOrDefault("top-level", List.of());
  private static final Set<String> REAL_TOP_LEVEL =
      Set.copyOf(TABLE.getOrDefault("real-top-level", List.of()));
  private static final Set<String> REAL = Set.copyOf(TABLE.getOrDefault("real", List.of()));

  /** A shorter name is one letter away from too many others. */
  private static final int SHORTEST_NAME = 5;

  /** Two letters are a country's, and every other two are likely another's. */
  private static final int COUNTRY = 2;

  private MailTypos() {}

  /** The address that was probably meant; empty where nothing is wrong with this one. */
  static Optional<String> correction(String address) {
    int at = address.lastIndexOf('@');
    String domain = address.substring(at + 1);
    if (!domain.contains(".") || REAL.contains(domain) || PROVIDERS.contains(domain)) {
      return Optional.empty();
    }
    return provider(domain)
        .or(() -> withTopLevel(domain))
        .map(meant -> address.substring(0, at + 1) + meant);
  }

  /** The provider with the same ending and nearly the same name, or the other way about. */
  private static Optional<String> provider(String domain) {
    return PROVIDERS.stream()
        .filter(
            provider ->
                ending(provider).equals(ending(domain))
                    ? name(provider).length() >= SHORTEST_NAME
                        && isOneSlip(name(domain), name(provider))
                    : name(provider).equals(name(domain))
                        && ending(provider).length() > COUNTRY
                        && isOneSlip(ending(domain), ending(provider)))
        .findFirst();
  }

  private static Optional<String> withTopLevel(String domain) {
    int dot = domain.lastIndexOf('.');
    String last = domain.substring(dot + 1);
    if (last.length() <= COUNTRY || REAL_TOP_LEVEL.contains(last)) {
      return Optional.empty();
    }
    return TOP_LEVEL.stream()
        .filter(known -> isOneSlip(last, known))
        .findFirst()
        .map(known -> domain.substring(0, dot + 1) + known);
  }

  private static String name(String domain) {
    return domain.substring(0, domain.indexOf('.'));
  }

  private static String ending(String domain) {
    return domain.substring(domain.indexOf('.') + 1);
  }

  /** True for exactly one letter inserted, left out, replaced, or swapped with the next. */
  static boolean isOneSlip(String typed, String meant) {
    int same = Math.max(0, Arrays.mismatch(typed.toCharArray(), meant.toCharArray()));
    String left = typed.substring(same);
    String wanted = meant.substring(same);
    return !typed.equals(meant)
        && (rest(left, 1).equals(wanted)
            || left.equals(rest(wanted, 1))
            || (!left.isEmpty() && !wanted.isEmpty() && rest(left, 1).equals(rest(wanted, 1)))
            || isSwapped(left, wanted));
  }

  private static boolean isSwapped(String left, String wanted) {
    return left.length() > 1
        && wanted.length() > 1
        && left.charAt(0) == wanted.charAt(1)
        && left.charAt(1) == wanted.charAt(0)
        && rest(left, 2).equals(rest(wanted, 2));
  }

  /** The text without its beginning; what is too short for it has no rest. */
  private static String rest(String text, int beginning) {
    return text.length() < beginning ? "\0" : text.substring(beginning);
  }
}
