package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every.org: {@code amount}, {@code frequency}, {@code designation} and {@code partner_donation_id}
 * for credit, all before {@code #donate}, which opens the form. Without an amount it is told which
 * to suggest, five at most, and the least that is taken.
 */
final class EveryOrg implements HostedPlatform {

  private static final int MOST_SUGGESTED = 5;
  private static final Site SITE =
      Site.of("https://www.every.org/open-doors", "(www\\.)?every\\.org", "/[^/]+(/f/[^/]+)?/?");

  @Override
  public String name() {
    return "every-org";
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
  public int mostSuggested() {
    return MOST_SUGGESTED;
  }

  @Override
  public Set<Frequency> frequencies(String form) {
    return Set.of(Frequency.ONCE, Frequency.MONTHLY, Frequency.YEARLY);
  }

  @Override
  public boolean carriesDesignations(String form) {
    return true;
  }

  @Override
  public Optional<Codes> codes(String form) {
    return Optional.of(Codes.ANY);
  }

  @Override
  public URI link(String form, Gift gift) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("amount", gift.amountText());
    if (gift.amount().isEmpty()) {
      parameters.put("suggestedAmounts", gift.offer().amountsText(MOST_SUGGESTED));
      parameters.put("min_value", gift.offer().least().map(Gift::plain).orElse(""));
    }
    parameters.put("frequency", gift.frequency().map(Frequency::name).orElse(""));
    parameters.put("designation", gift.designation());
    parameters.put("partner_donation_id", gift.sourceCode());
    return Query.add(Query.withFragment(form, "donate"), parameters);
  }
}
