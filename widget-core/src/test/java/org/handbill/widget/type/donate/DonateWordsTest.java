package org.handbill.widget.type.donate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.type.donate.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said aloud is grammatical in every language. */
class DonateWordsTest {

  private static final Messages MESSAGES = Messages.beside(DonateType.class);

  @ParameterizedTest
  @CsvSource({
    "en, USD, monthly, 35, Give 35 US dollars a month",
    "en, USD, once, 1, Give 1 US dollar once",
    "en, EUR, once, 1250.5, 'Give 1,250.50 euros once'",
    "en, MXN, any, 200, Give 200 Mexican pesos",
    "en, JPY, yearly, 3000, 'Give 3,000 Japanese yen a year'",
    "en, KWD, once, 2.5, Give 2.500 Kuwaiti dinars once",
    "es, USD, monthly, 35, Donar 35 dólares estadounidenses al mes",
    "es, USD, once, 1, Donar 1 dólar estadounidense una vez",
    "es, MXN, once, 1000000, Donar 1.000.000 de pesos mexicanos una vez",
    "es, EUR, yearly, 12.5, 'Donar 12,50 euros al año'",
    "es, JPY, quarterly, 3000, Donar 3.000 yenes al trimestre",
    "es, KWD, once, 2, Donar 2 dinares kuwaitíes una vez",
    "ar, USD, monthly, 1, تبرع بمبلغ دولار أمريكي واحد كل شهر",
    "ar, USD, monthly, 2, تبرع بمبلغ دولارين أمريكيين كل شهر",
    "ar, USD, monthly, 3, تبرع بمبلغ ٣ دولارات أمريكية كل شهر",
    "ar, USD, monthly, 10, تبرع بمبلغ ١٠ دولارات أمريكية كل شهر",
    "ar, USD, monthly, 11, تبرع بمبلغ ١١ دولارًا أمريكيًا كل شهر",
    "ar, USD, monthly, 35, تبرع بمبلغ ٣٥ دولارًا أمريكيًا كل شهر",
    "ar, USD, monthly, 100, تبرع بمبلغ ١٠٠ دولار أمريكي كل شهر",
    "ar, USD, monthly, 105, تبرع بمبلغ ١٠٥ دولارات أمريكية كل شهر",
    "ar, USD, monthly, 12.5, تبرع بمبلغ ١٢٫٥٠ دولار أمريكي كل شهر",
    "ar, EUR, once, 35, تبرع بمبلغ ٣٥ يورو مرة واحدة",
    "ar, MXN, once, 35, تبرع بمبلغ ٣٥ بيزو مكسيكي مرة واحدة",
    "ar, JPY, once, 3000, تبرع بمبلغ ٣٬٠٠٠ ين ياباني مرة واحدة",
    "ar, KWD, yearly, 2.125, تبرع بمبلغ ٢٫١٢٥ دينار كويتي كل سنة",
    "en, CHF, once, 35, Give 35 Swiss francs once",
    "fr, USD, once, 35, Give 35 US dollars once",
  })
  void a_gift_is_said_as_people_say_it(
      String language, String currency, String often, String amount, String said) {
    Messages.Texts texts = MESSAGES.in(new Language(language));
    Money money = new Money(Currency.getInstance(currency));
    assertThat(
            texts.format(
                "label." + often, money.spoken(new BigDecimal(amount), new Language(language))))
        .isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 0, 0 donors",
    "en, 1, 1 donor",
    "en, 1234, '1,234 donors'",
    "es, 1, 1 donante",
    "es, 2, 2 donantes",
    "ar, 0, ٠ متبرع",
    "ar, 1, متبرع واحد",
    "ar, 2, متبرعان",
    "ar, 7, ٧ متبرعين",
    "ar, 412, ٤١٢ متبرعًا",
    "ar, 500, ٥٠٠ متبرع",
  })
  void people_are_counted_as_the_language_counts(String language, long donors, String said) {
    assertThat(Meters.counted(donors, MESSAGES.in(new Language(language)))).isEqualTo(said);
  }

  @Test
  void a_latin_sign_stays_in_one_piece_among_arabic_letters() {
    Money money = new Money(Currency.getInstance("USD"));
    assertThat(money.format(new BigDecimal(35), new Language("ar")))
        .isEqualTo("٣٥\u00a0\u200eUS$\u200e");
    assertThat(new Money(Currency.getInstance("KWD")).symbol(new Language("ar")))
        .doesNotContain("\u200e");
  }

  @ParameterizedTest
  @CsvSource({"USD, 0.01", "JPY, 1", "KWD, 0.001"})
  void the_smallest_coin_is_the_currency_s(String currency, String coin) {
    assertThat(new Money(Currency.getInstance(currency)).coin()).isEqualTo(coin);
  }
}
