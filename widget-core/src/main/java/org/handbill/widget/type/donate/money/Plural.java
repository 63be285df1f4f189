package org.handbill.widget.type.donate.money;

import java.math.BigDecimal;
import org.handbill.widget.model.Language;

/**
 * The forms that words take beside numbers in the languages that Handbill speaks, after CLDR's
 * plural rules. A text gives them in order, with {@code |} between them: English one and other,
 * Spanish one, other and many (whole millions), Arabic one, two, few, many and other.
 */
public final class Plural {

  private static final BigDecimal MILLION = new BigDecimal(1_000_000);
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private Plural() {}

  /** The form of a text for a number. */
  public static String of(String forms, Language language, BigDecimal number) {
    String[] all = forms.split("\\|", -1);
    int form =
        switch (language.tag()) {
          case "ar" -> arabic(number);
          case "es" -> isOne(number) ? 0 : isMillions(number) ? 2 : 1;
          default -> isOne(number) ? 0 : 1;
        };
    return all[Math.min(form, all.length - 1)];
  }

  private static int arabic(BigDecimal number) {
    if (!isWhole(number)) {
      return 4;
    }
    if (isOne(number)) {
      return 0;
    }
    if (number.compareTo(BigDecimal.valueOf(2)) == 0) {
      return 1;
    }
    int last = number.remainder(HUNDRED).intValue();
    return last >= 3 && last <= 10 ? 2 : last >= 11 ? 3 : 4;
  }

  private static boolean isOne(BigDecimal number) {
    return number.compareTo(BigDecimal.ONE) == 0;
  }

  private static boolean isMillions(BigDecimal number) {
    return number.signum() > 0 && number.remainder(MILLION).signum() == 0;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.remainder(BigDecimal.ONE).signum() == 0;
  }
}
