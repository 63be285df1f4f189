package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.util.Optional;
import org.handbill.widget.model.Language;

/**
 * What a donor chose, for a platform to put into a link. Nothing about the donor.
 *
 * @param amount in the widget's currency; empty where the donor is to choose on the platform
 * @param frequency how often
 * @param sourceCode the member that is credited; empty for none
 * @param language the visitor's
 */
record Gift(
    Optional<BigDecimal> amount, Frequency frequency, String sourceCode, Language language) {

  /** The amount without needless zeros, {@code 25} or {@code 12.50}; empty for none. */
  String amountText() {
    return amount
        .map(value -> value.stripTrailingZeros().scale() <= 0 ? value.setScale(0) : value)
        .map(BigDecimal::toPlainString)
        .orElse("");
  }
}
