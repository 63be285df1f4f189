package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * ActBlue: {@code amount}, {@code recurring=1} for monthly gifts, and {@code refcode} for credit.
 */
final class ActBlue implements Platform {

  @Override
  public String name() {
    return "actblue";
  }

  @Override
  public Set<Frequency> frequencies() {
    return Set.of(Frequency.ONCE, Frequency.MONTHLY);
  }

  @Override
  public boolean keeps(String sourceCode) {
    return sourceCode.matches("[A-Za-z0-9_]*");
  }

  @Override
  public Optional<String> refuses(String form) {
    return Query.isWebAddress(form) ? Optional.empty() : Optional.of("form.malformed");
  }

  @Override
  public URI link(String form, Gift gift) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("amount", gift.amountText());
    parameters.put("recurring", gift.frequency() == Frequency.MONTHLY ? "1" : "");
    parameters.put("refcode", gift.sourceCode());
    return Query.add(form, parameters);
  }
}
