package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Localized;
import org.handbill.widget.type.donate.money.Money;

/**
 * What donors may choose from in one currency, all of it such that the platform's links can carry
 * it.
 *
 * @param form the address of the network's form on the platform, which did not refuse it
 * @param money the currency
 * @param currencyWritten whether the editor named the currency
 * @param amounts in the editor's order
 * @param frequencies in the editor's order; none where the platform's form decides
 * @param designations what a gift can be for; one is no choice
 * @param own the limits of an amount of one's own; empty where the platform asks for it
 */
record Offering(
    String form,
    Money money,
    boolean currencyWritten,
    List<Amount> amounts,
    List<Frequency> frequencies,
    List<Designation> designations,
    Optional<Range> own) {

  Offering {
    amounts = List.copyOf(amounts);
    frequencies = List.copyOf(frequencies);
    designations = List.copyOf(designations);
  }

  /**
   * An amount to choose.
   *
   * @param suggested whether it is the one that the editor suggests
   * @param impact what it pays for
   */
  record Amount(BigDecimal value, boolean suggested, Optional<Localized<String>> impact) {

    String impactIn(Language language) {
      return impact.map(texts -> texts.in(language)).orElse("");
    }
  }

  /**
   * What a gift can be for.
   *
   * @param code as the platform knows it
   * @param title as donors know it
   */
  record Designation(String code, Localized<String> title) {}

  /** The least and the most that is taken, where there are limits. */
  record Range(Optional<BigDecimal> min, Optional<BigDecimal> max) {}

  /** What the platform may offer to a donor who comes without an amount. */
  Gift.Offer onPlatform() {
    return new Gift.Offer(amounts.stream().map(Amount::value).toList(), own.flatMap(Range::min));
  }

  /** The same for a donor who has seen the amounts and wants another. */
  Gift.Offer forAnother() {
    return new Gift.Offer(List.of(), onPlatform().least());
  }

  /** Its currency's code of ISO 4217. */
  String code() {
    return money.currency().getCurrencyCode();
  }

  /** The amount that is suggested. */
  Optional<BigDecimal> suggested() {
    return amounts.stream().filter(Amount::suggested).map(Amount::value).findFirst();
  }
}
