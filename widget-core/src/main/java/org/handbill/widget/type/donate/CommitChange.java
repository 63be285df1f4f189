package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * CommitChange, and any site that runs its free software Houdini: {@code single_amount}, {@code
 * type}, {@code designation}, and {@code custom_amounts}, seven at most, where there is no amount.
 * A link cannot carry credit.
 */
final class CommitChange implements HostedPlatform {

  private static final int MOST_SUGGESTED = 7;
  private static final Site SITE =
      Site.of(
          "https://us.commitchange.com/nonprofits/1234/donate", ".+", "/nonprofits/\\d+/donate/?");

  @Override
  public String name() {
    return "commitchange";
  }

  @Override
  public Site site() {
    return SITE;
  }

  @Override
  public Optional<String> amountParameter(String form) {
    return Optional.of("single_amount");
  }

  @Override
  public int mostSuggested() {
    return MOST_SUGGESTED;
  }

  @Override
  public Set<Frequency> frequencies(String form) {
    return Set.of(Frequency.ONCE, Frequency.MONTHLY);
  }

  @Override
  public boolean carriesDesignations(String form) {
    return true;
  }

  @Override
  public URI link(String form, Gift gift) {
    boolean chosen = gift.amount().isPresent();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("single_amount", gift.amountText());
    parameters.put("custom_amounts", chosen ? "" : gift.offer().amountsText(MOST_SUGGESTED));
    parameters.put("type", gift.frequency().map(CommitChange::type).orElse(""));
    parameters.put("designation", gift.designation());
    return Query.add(chosen ? Query.without(form, "custom_amounts") : form, parameters);
  }

  private static String type(Frequency frequency) {
    return frequency == Frequency.MONTHLY ? "recurring" : "one-time";
  }
}
