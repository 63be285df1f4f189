package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import org.handbill.widget.model.Language;

/** Amounts of one currency, as a language writes them. */
record Money(Currency currency) {

  /** The amount with its currency; decimals only where there are any. */
  String format(BigDecimal amount, Language language) {
    NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
    format.setCurrency(currency);
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    int decimals = whole ? 0 : Math.max(0, currency.getDefaultFractionDigits());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(amount);
  }

  /** Whether the currency has coins as small as this amount needs. */
  boolean canBePaid(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() <= Math.max(0, currency.getDefaultFractionDigits());
  }
}
