package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * PayPal: the donor chooses the amount there. An address with {@code business} also takes {@code
 * item_name} for the designation, {@code item_number} for credit, {@code currency_code}, and {@code
 * no_recurring=1} for gifts that are made once; one with {@code hosted_button_id} was told all that
 * where the button was made.
 */
final class PayPal implements HostedPlatform {

  private static final Site SITE =
      Site.of(
          "https://www.paypal.com/donate?hosted_button_id=ABC123",
          "(www\\.)?paypal\\.com",
          "/donate/?");
  private static final Codes CODES = Codes.of("[\\x20-\\x7e]{1,127}", "codes.paypal");

  @Override
  public String name() {
    return "paypal";
  }

  @Override
  public Site site() {
    return SITE;
  }

  @Override
  public Optional<String> refuses(String form) {
    return SITE.refuses(form)
        .or(
            () ->
                has(form, "hosted_button_id") || has(form, "business")
                    ? Optional.empty()
                    : Optional.of("form.paypal"));
  }

  private static boolean has(String form, String name) {
    return Query.parameters(form).stream()
        .anyMatch(parameter -> parameter.name().equals(name) && !parameter.value().isBlank());
  }

  @Override
  public Set<Frequency> frequencies(String form) {
    return takesParameters(form) ? Set.of(Frequency.ONCE) : Set.of();
  }

  @Override
  public List<Frequency> usualFrequencies(String form) {
    return List.of();
  }

  @Override
  public boolean carriesCurrency(String form) {
    return takesParameters(form);
  }

  @Override
  public boolean carriesDesignations(String form) {
    return takesParameters(form);
  }

  @Override
  public Optional<Codes> codes(String form) {
    return takesParameters(form) ? Optional.of(CODES) : Optional.empty();
  }

  @Override
  public URI link(String form, Gift gift) {
    if (!takesParameters(form)) {
      return URI.create(form);
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("item_name", gift.designation());
    parameters.put("item_number", gift.sourceCode());
    parameters.put(
        "currency_code", gift.currencyWritten() ? gift.currency().getCurrencyCode() : "");
    parameters.put("no_recurring", gift.is(Frequency.ONCE) ? "1" : "");
    return Query.add(form, parameters);
  }

  private static boolean takesParameters(String form) {
    return !has(form, "hosted_button_id");
  }
}
