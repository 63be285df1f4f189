package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Donorbox: {@code amount}, {@code default_interval} ({@code o} once, {@code m} monthly), and
 * {@code utm_source} for credit.
 */
final class Donorbox implements HostedPlatform {

  private static final Site SITE =
      Site.of("https://donorbox.org/open-doors", "donorbox\\.org", "/(embed/)?[^/]+/?");

  @Override
  public String name() {
    return "donorbox";
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
    return Optional.of(Codes.ANY);
  }

  @Override
  public URI link(String form, Gift gift) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("default_interval", gift.frequency().map(Donorbox::interval).orElse(""));
    parameters.put("amount", gift.amountText());
    parameters.put("utm_source", gift.sourceCode());
    return Query.add(form, parameters);
  }

  private static String interval(Frequency frequency) {
    return frequency == Frequency.MONTHLY ? "m" : "o";
  }
}
