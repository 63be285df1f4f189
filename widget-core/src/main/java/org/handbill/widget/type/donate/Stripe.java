package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Stripe Payment Link: {@code client_reference_id} for credit. Amount and frequency are the
 * link's own. Stripe drops what it does not like in silence, so what the editor put into the
 * address is held to its limits too; an address with somebody's e-mail in it is refused.
 */
final class Stripe implements HostedPlatform {

  private static final Site SITE =
      Site.of(
          "https://buy.stripe.com/5kA3eQ0Wz",
          "(buy|donate)\\.stripe\\.com",
          "/(test_)?[A-Za-z0-9]+/?");
  private static final Codes CODES = Codes.of("[A-Za-z0-9_-]{1,200}", "codes.stripe");
  private static final Pattern UTM = Pattern.compile("[A-Za-z0-9_-]{0,150}");

  @Override
  public String name() {
    return "stripe";
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
                Query.parameters(form).stream()
                    .flatMap(parameter -> refuses(parameter).stream())
                    .findFirst());
  }

  private static Optional<String> refuses(Parameter parameter) {
    if (parameter.name().endsWith("prefilled_email")) {
      return Optional.of("form.email");
    }
    boolean kept =
        parameter.name().equals("client_reference_id")
            ? CODES.keep(parameter.value())
            : !parameter.name().startsWith("utm_") || UTM.matcher(parameter.value()).matches();
    return kept ? Optional.empty() : Optional.of("form.stripe");
  }

  @Override
  public Optional<Codes> codes(String form) {
    return Optional.of(CODES);
  }

  @Override
  public URI link(String form, Gift gift) {
    return Query.add(form, Map.of("client_reference_id", gift.sourceCode()));
  }
}
