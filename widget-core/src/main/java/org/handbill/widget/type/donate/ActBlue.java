package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * ActBlue: {@code amount}, {@code recurring=1} for monthly gifts, and {@code refcode} for credit.
 */
final class ActBlue implements HostedPlatform {

  private static final Site SITE =
      Site.of(
          "https://secure.actblue.com/donate/open-doors",
          "secure\\.actblue\\.com",
          "/(donate|contribute/page)/[^/]+/?");
  private static final Codes CODES = Codes.of("[A-Za-z0-9_]*", "codes.words");

  @Override
  public String name() {
    return "actblue";
  }

  @Override
  public Site site() {
    return SITE;
  }

  @Override
  public Optional<String> amountParameter(String form) {
    return Optional.of("amount");
  }

  @Override
  public Set<Frequency> frequencies(String form) {
    return Set.of(Frequency.ONCE, Frequency.MONTHLY);
  }

  @Override
  public Optional<Codes> codes(String form) {
    return Optional.of(CODES);
  }

  @Override
  public URI link(String form, Gift gift) {
    String page = gift.is(Frequency.ONCE) ? Query.without(form, "recurring") : form;
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("amount", gift.amountText());
    parameters.put("recurring", gift.is(Frequency.MONTHLY) ? "1" : "");
    parameters.put("refcode", gift.sourceCode());
    return Query.add(page, parameters);
  }
}
