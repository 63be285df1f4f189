package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Any other platform: an address with {@code {amount}}, {@code {currency}}, {@code {frequency}},
 * {@code {designation}}, {@code {source}} and {@code {lang}} in its path, query or fragment. Every
 * value is percent-encoded.
 */
final class UrlTemplate implements Platform {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern PLACED_IN_HOST = Pattern.compile("([^:/?#]*://)?[^/?#{]*\\{");
  private static final List<String> NAMES =
      List.of("amount", "currency", "frequency", "designation", "source", "lang");

  @Override
  public String name() {
    return "url-template";
  }

  @Override
  public String example() {
    return "https://give.example.org/?amount={amount}&source={source}";
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
    return Query.isWebAddress(filled(form, "x")) ? Optional.empty() : Optional.of("form.malformed");
  }

  @Override
  public boolean carriesAmounts(String form) {
    return form.contains("{amount}");
  }

  /** Only where the amount is the whole value of one parameter and stands nowhere else. */
  @Override
  public Optional<String> amountParameter(String form) {
    List<Parameter> takers =
        Query.parameters(filled(form.replace("{amount}", "%7Bamount%7D"), "x")).stream()
            .filter(parameter -> parameter.value().equals("{amount}"))
            .toList();
    boolean once = form.indexOf("{amount}") == form.lastIndexOf("{amount}");
    return once && takers.size() == 1 ? Optional.of(takers.get(0).name()) : Optional.empty();
  }

  @Override
  public boolean carriesCurrency(String form) {
    return form.contains("{currency}");
  }

  @Override
  public Set<Frequency> frequencies(String form) {
    return form.contains("{frequency}") ? EnumSet.allOf(Frequency.class) : Set.of();
  }

  @Override
  public boolean carriesDesignations(String form) {
    return form.contains("{designation}");
  }

  @Override
  public Optional<Codes> codes(String form) {
    return form.contains("{source}") ? Optional.of(Codes.ANY) : Optional.empty();
  }

  @Override
  public URI link(String form, Gift gift) {
    return URI.create(
        PLACEHOLDER
            .matcher(form)
            .replaceAll(
                found -> Matcher.quoteReplacement(Query.encode(value(found.group(1), gift)))));
  }

  private static String filled(String form, String value) {
    return PLACEHOLDER.matcher(form).replaceAll(value);
  }

  private static String value(String name, Gift gift) {
    return switch (name) {
      case "amount" -> gift.amountText();
      case "currency" -> gift.currency().getCurrencyCode();
      case "frequency" -> gift.frequency().map(Frequency::word).orElse("");
      case "designation" -> gift.designation();
      case "source" -> gift.sourceCode();
      default -> gift.language().tag();
    };
  }
}
