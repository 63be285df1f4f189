package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Any other platform: an address with {@code {amount}}, {@code {frequency}}, {@code {source}} and
 * {@code {lang}} in its path, query or fragment. Every value is percent-encoded.
 */
final class UrlTemplate implements Platform {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern PLACED_IN_HOST = Pattern.compile("([^:/?#]*://)?[^/?#{]*\\{");
  private static final List<String> NAMES = List.of("amount", "frequency", "source", "lang");

  @Override
  public String name() {
    return "url-template";
  }

  @Override
  public Set<Frequency> frequencies() {
    return EnumSet.allOf(Frequency.class);
  }

  @Override
  public boolean keeps(String sourceCode) {
    return true;
  }

  @Override
  public Optional<String> refuses(String form) {
    Matcher placeholders = PLACEHOLDER.matcher(form);
    while (placeholders.find()) {
      if (!NAMES.contains(placeholders.group(1))) {
        return Optional.of("form.placeholder");
      }
    }
    if (PLACED_IN_HOST.matcher(form).lookingAt()) {
      return Optional.of("form.host");
    }
    return Query.isWebAddress(PLACEHOLDER.matcher(form).replaceAll("x"))
        ? Optional.empty()
        : Optional.of("form.malformed");
  }

  @Override
  public URI link(String form, Gift gift) {
    return URI.create(
        PLACEHOLDER
            .matcher(form)
            .replaceAll(
                found -> Matcher.quoteReplacement(Query.encode(value(found.group(1), gift)))));
  }

  private static String value(String name, Gift gift) {
    return switch (name) {
      case "amount" -> gift.amountText();
      case "frequency" -> gift.frequency().word();
      case "source" -> gift.sourceCode();
      default -> gift.language().tag();
    };
  }
}
