package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.handbill.widget.model.Language;

/**
 * What a donor chose, for a platform to put into a link. Nothing about the donor.
 *
 * @param amount empty where the donor is to choose on the platform
 * @param currency of the amount
 * @param currencyWritten whether the editor named the currency
 * @param frequency how often; empty where the donor is to choose on the platform
 * @param designation what the gift is for, as the platform knows it; empty for none
 * @param sourceCode the member that is credited; empty for none
 * @param language the visitor's
 * @param offer what the donor may be offered on the platform
 */
record Gift(
    Optional<BigDecimal> amount,
    Currency currency,
    boolean currencyWritten,
    Optional<Frequency> frequency,
    String designation,
    String sourceCode,
    Language language,
    Offer offer) {

  /**
   * What the donor may be offered on the platform.
   *
   * @param amounts to choose from; none where the platform's own are to be shown
   * @param least the smallest amount that is taken
   */
  record Offer(List<BigDecimal> amounts, Optional<BigDecimal> least) {

    Offer {
      amounts = List.copyOf(amounts);
    }

    /** The first amounts with commas between them; empty for none. */
    String amountsText(int most) {
      return amounts.stream().limit(most).map(Gift::plain).collect(Collectors.joining(","));
    }
  }

  /** The amount without needless zeros, {@code 25} or {@code 12.50}; empty for none. */
  String amountText() {
    return amount.map(Gift::plain).orElse("");
  }

  /** True for a gift that is known to be made so often. */
  boolean is(Frequency often) {
    return frequency.filter(often::equals).isPresent();
  }

  /** A number as links have it, whatever the visitor's language. */
  static String plain(BigDecimal amount) {
    BigDecimal tidy = amount.stripTrailingZeros().scale() <= 0 ? amount.setScale(0) : amount;
    return tidy.toPlainString();
  }
}
