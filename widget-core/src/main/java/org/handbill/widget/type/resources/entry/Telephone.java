package org.handbill.widget.type.resources.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes telephone numbers as {@code tel:} addresses (RFC 3966). The marks that people put between
 * digits stay where the number is an address already, as the RFC allows; a number that had to be
 * repaired has none.
 */
final class Telephone {

  private static final int FEWEST = 3;
  private static final int FEWEST_OF_BARE = 7;

  /** The most that there are (ITU-T E.164, 6.1). */
  private static final int MOST_OF_BARE = 15;

  private static final Pattern EXTENSION =
      Pattern.compile(
          "(.*?\\d[^\\p{L}\\d]*?)\\s*,?\\s*(?:ext(?:ensi[oó]n)?|int(?:erno)?|anexo|x|#)"
              + "[.:]?\\s*(\\d{1,7})");

  /** With something between the digits, or a plus in front: digits alone may name a page. */
  private static final Pattern BARE =
      Pattern.compile("\\+[\\d\\s().–-]+|\\(?\\d+[\\s().–-]+\\d[\\d\\s().–-]*");

  /** A day or years, a computer's address, or a book's number. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?:19|20)\\d\\d[-.–\\s].*|\\d\\d?([-.])\\d\\d?\\1\\d{4}|\\d{1,3}(?:\\.\\d{1,3}){3}"
              + "|97[89][-\\s].*");

  /** Nobody writes a longer one, and nothing longer is tried. */
  private static final int LONGEST = 60;

  private Telephone() {}

  /** The address of what stands behind {@code tel:}; empty for what is no number. */
  static Optional<String> address(String number) {
    Optional<String> extended = extended(number);
    if (extended.isPresent()) {
      return extended;
    }
    String kept = number.replaceAll("%20|[^0-9A-Za-z+*;,=.()-]", "");
    return digits(kept).length() >= FEWEST ? Optional.of("tel:" + kept) : Optional.empty();
  }

  /** The address of a number that stands where an address should. */
  static Optional<String> bare(String reference) {
    Optional<String> extended = extended(reference);
    if (extended.isPresent()) {
      return extended;
    }
    return isNumber(reference) ? Optional.of("tel:" + dialled(reference)) : Optional.empty();
  }

  private static Optional<String> extended(String number) {
    if (number.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher parts = EXTENSION.matcher(number.replace("%20", " ").strip().toLowerCase(Locale.ROOT));
    return parts.matches() && isNumber(parts.group(1).strip())
        ? Optional.of("tel:" + dialled(parts.group(1)) + ";ext=" + parts.group(2))
        : Optional.empty();
  }

  private static boolean isNumber(String text) {
    int count = digits(text).length();
    boolean fits = text.length() <= LONGEST && count >= FEWEST_OF_BARE && count <= MOST_OF_BARE;
    return fits && BARE.matcher(text).matches() && !OTHER.matcher(text).matches();
  }

  private static String dialled(String number) {
    return (number.strip().startsWith("+") ? "+" : "") + digits(number);
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
