package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;

/** Amounts of one currency, as a language writes and says them. */
record Money(Currency currency) {

  private static final byte ARABIC = Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  private static final char LEFT_TO_RIGHT = '\u200e';

  /**
   * The amount with its currency; decimals only where there are any. A sign such as US$ stays in
   * one piece among letters that are written from right to left.
   */
  String format(BigDecimal amount, Language language) {
    NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
    format.setCurrency(currency);
    if (format instanceof DecimalFormat decimal && language.dir().equals("rtl")) {
      DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
      symbols.setCurrencySymbol(symbol(language));
      decimal.setDecimalFormatSymbols(symbols);
    }
    return format(format, amount);
  }

  /**
   * The amount with its currency in words, "35 US dollars", since a sign is read aloud in many ways
   * or in none. A currency whose name is not among the texts is written with its sign.
   */
  String spoken(BigDecimal amount, Messages.Texts texts) {
    String key = "money." + currency.getCurrencyCode();
    Language language = texts.language();
    if (!texts.has(key)) {
      return format(amount, language);
    }
    String number = format(NumberFormat.getNumberInstance(language.locale()), amount);
    return Plural.of(texts.format(key, number), language, amount);
  }

  private String format(NumberFormat format, BigDecimal amount) {
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    int decimals = whole ? 0 : decimals();
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(amount);
  }

  /** The amount without fractions of the smallest coin; never more than there is. */
  BigDecimal inCoins(BigDecimal amount) {
    return amount.scale() <= decimals() ? amount : amount.setScale(decimals(), RoundingMode.DOWN);
  }

  /** The currency's sign, as the language writes it. */
  String symbol(Language language) {
    String symbol = currency.getSymbol(language.locale());
    boolean latin = symbol.chars().noneMatch(sign -> Character.getDirectionality(sign) == ARABIC);
    return latin && language.dir().equals("rtl") ? LEFT_TO_RIGHT + symbol + LEFT_TO_RIGHT : symbol;
  }

  /** The smallest coin, {@code 0.01}, as the step of a number field. */
  String coin() {
    return BigDecimal.ONE.movePointLeft(decimals()).toPlainString();
  }

  /** Whether the currency has coins as small as this amount needs. */
  boolean canBePaid(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() <= decimals();
  }

  private int decimals() {
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
