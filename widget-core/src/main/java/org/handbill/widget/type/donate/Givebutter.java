package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Givebutter: {@code amount}, and {@code frequency} for gifts that are made again. A link cannot
 * carry credit.
 */
final class Givebutter implements HostedPlatform {

  private static final Site SITE =
      Site.of(
          "https://givebutter.com/open-doors", "(www\\.)?givebutter\\.com", "/[^/]+(/[^/]+)?/?");

  @Override
  public String name() {
    return "givebutter";
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
    return Set.of(Frequency.values());
  }

  @Override
  public URI link(String form, Gift gift) {
    boolean again = gift.frequency().isPresent() && !gift.is(Frequency.ONCE);
    String page = gift.is(Frequency.ONCE) ? Query.without(form, "frequency") : form;
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("amount", gift.amountText());
    parameters.put("frequency", again ? gift.frequency().map(Frequency::word).orElse("") : "");
    return Query.add(page, parameters);
  }
}
