package org.handbill.widget.type.donate.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;

/** Amounts of one currency, as a language writes and says them. */
public record Money(Currency currency) {

  private static final Messages NAMES = Messages.beside(Money.class);
  private static final String ANY = "any";
  private static final BigDecimal MANY = new BigDecimal(100);

  private static final byte ARABIC = Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  private static final char LEFT_TO_RIGHT = '\u200e';
  private static final String RIGHT_TO_LEFT = "\u200f";

  /**
   * The amount with its currency; decimals only where there are any. A sign such as US$ stays in
   * one piece among letters that are written from right to left.
   */
  public String format(BigDecimal amount, Language language) {
    NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
    format.setCurrency(currency);
    if (format instanceof DecimalFormat decimal && language.dir().equals("rtl")) {
      DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
      symbols.setCurrencySymbol(symbol(language));
      decimal.setDecimalFormatSymbols(symbols);
      // Newer JDKs begin with a mark of direction, which the text around it has already.
      decimal.setPositivePrefix(decimal.getPositivePrefix().replace(RIGHT_TO_LEFT, ""));
    }
    return format(format, amount);
  }

  /**
   * The amount with its currency in words, "35 US dollars", since a sign is read aloud in many ways
   * or in none.
   */
  public String spoken(BigDecimal amount, Language language) {
    Messages.Texts names = NAMES.in(language);
    Language spoken = names.language();
    String number = format(NumberFormat.getNumberInstance(spoken.locale()), amount);
    return Plural.of(said(number, names), spoken, amount);
  }

  /** What the currency is called, "US dollars", within a sentence. */
  public String name(Language language) {
    Messages.Texts names = NAMES.in(language);
    String many = Plural.of(said("", names), names.language(), MANY).strip();
    return many.startsWith("(") && many.endsWith(")") ? many.substring(1, many.length() - 1) : many;
  }

  /** What the currency is called, on its own: {@link #name} with a capital letter. */
  public String title(Language language) {
    String name = name(language);
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first).toUpperCase(language.locale()) + name.substring(first);
  }

  /**
   * A currency that goes without a name of ours is called what the JDK calls it, for any number.
   */
  private String said(String number, Messages.Texts names) {
    String code = currency.getCurrencyCode();
    return names.has(code)
        ? names.format(code, number)
        : names.format(ANY, number, currency.getDisplayName(names.language().locale()));
  }

  private String format(NumberFormat format, BigDecimal amount) {
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    int decimals = whole ? 0 : decimals();
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(amount);
  }

  /** The amount without fractions of the smallest coin; never more than there is. */
  public BigDecimal inCoins(BigDecimal amount) {
    return amount.scale() <= decimals() ? amount : amount.setScale(decimals(), RoundingMode.DOWN);
  }

  /** The currency's sign, as the language writes it. */
  public String symbol(Language language) {
    String symbol = currency.getSymbol(language.locale());
    boolean latin = symbol.chars().noneMatch(sign -> Character.getDirectionality(sign) == ARABIC);
    return latin && language.dir().equals("rtl") ? LEFT_TO_RIGHT + symbol + LEFT_TO_RIGHT : symbol;
  }

  /** The smallest coin, {@code 0.01}, as the step of a number field. */
  public String coin() {
    return BigDecimal.ONE.movePointLeft(decimals()).toPlainString();
  }

  /** Whether the currency has coins as small as this amount needs. */
  public boolean canBePaid(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() <= decimals();
  }

  private int decimals() {
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
