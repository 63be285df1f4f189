package org.handbill.widget.type.resources.entry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the address that one of Proofpoint's URL Defense stands for, in its three versions. It is
 * read before anything else is done to the address: the third version holds the other as it is,
 * query and all.
 */
final class UrlDefense {

  private static final Pattern FIRST =
      Pattern.compile("(?i)https?://urldefense\\.(?:proofpoint\\.)?com/v1/url\\?u=([^&#]+).*");
  private static final Pattern SECOND =
      Pattern.compile("(?i)https?://urldefense\\.(?:proofpoint\\.)?com/v2/url\\?u=([^&#]+).*");
  private static final Pattern THIRD =
      Pattern.compile(
          "(?i)https?://urldefense\\.(?:proofpoint\\.)?com/v3/__(.+?)__;([\\w-]*)=*!.*");

  /** A sign that was taken out, or a run of them with a letter that tells how many. */
  private static final Pattern TAKEN = Pattern.compile("\\*(?:\\*([A-Za-z0-9_-]))?");

  private static final String COUNTS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final int SHORTEST_RUN = 2;

  private UrlDefense() {}

  /** Empty for an address that is none of them, or that cannot be read. */
  static Optional<String> unwrapped(String address) {
    Matcher third = THIRD.matcher(address);
    try {
      if (third.matches()) {
        return Optional.of(filled(third.group(1), third.group(2)));
      }
      Matcher second = SECOND.matcher(address);
      if (second.matches()) {
        return Optional.of(decoded(second.group(1).replace('-', '%').replace('_', '/')));
      }
      Matcher first = FIRST.matcher(address);
      return first.matches() ? Optional.of(decoded(first.group(1))) : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      return Optional.empty();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The address with the signs that were taken out of it, which follow it in Base64. */
  private static String filled(String address, String taken) {
    String signs = new String(Base64.getUrlDecoder().decode(taken), StandardCharsets.UTF_8);
    StringBuilder whole = new StringBuilder();
    Matcher token = TAKEN.matcher(address);
    int next = 0;
    while (token.find()) {
      int run = token.group(1) == null ? 1 : COUNTS.indexOf(token.group(1)) + SHORTEST_RUN;
      int end = signs.offsetByCodePoints(next, run);
      token.appendReplacement(whole, Matcher.quoteReplacement(signs.substring(next, end)));
      next = end;
    }
    return token.appendTail(whole).toString();
  }
}
