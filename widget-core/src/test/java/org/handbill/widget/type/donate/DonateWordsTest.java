package org.handbill.widget.type.donate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbill.widget.Resolution;
import org.handbill.widget.SnippetKey;
import org.handbill.widget.TestNetwork;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.render.Representation;
import org.handbill.widget.type.donate.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said aloud is grammatical in every language. */
class DonateWordsTest {

  /** What some JDKs still have for a country that has another now. */
  private static final Set<String> GONE = Set.of("ANG", "BGN", "CUC", "HRK", "SLL", "ZWL");

  private static final Messages MESSAGES = Messages.beside(DonateType.class);

  @TempDir Path folder;

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
    "en, KRW, once, 35, Give 35 South Korean won once",
    "en, TTD, once, 35, Give 35 Trinidad and Tobago dollars once",
    "en, SEK, once, 1, Give 1 Swedish krona once",
    "en, SEK, once, 2, Give 2 Swedish kronor once",
    "en, DEM, once, 35, Give 35 (German Mark) once",
    "es, CHF, monthly, 1, Donar 1 franco suizo al mes",
    "es, ARS, monthly, 2000000, Donar 2.000.000 de pesos argentinos al mes",
    "es, GTQ, once, 35, Donar 35 quetzales guatemaltecos una vez",
    "ar, CHF, once, 35, تبرع بمبلغ ٣٥ فرنكًا سويسريًا مرة واحدة",
    "ar, EGP, once, 2, تبرع بمبلغ جنيهين مصريين مرة واحدة",
    "ar, EGP, once, 5, تبرع بمبلغ ٥ جنيهات مصرية مرة واحدة",
    "ar, SYP, once, 1, تبرع بمبلغ ليرة سورية واحدة مرة واحدة",
    "ar, ARS, once, 35, تبرع بمبلغ ٣٥ (بيزو أرجنتيني) مرة واحدة",
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

  /** A name in the letters of the language, and never a code or a sign. */
  @ParameterizedTest
  @CsvSource({"en, [\\p{IsLatin}ʻ. -]+", "es, [\\p{IsLatin} ]+", "ar, [\\p{IsArabic} ]+"})
  void every_currency_that_is_used_has_a_name(String language, String letters) {
    assertThat(inUse())
        .hasSizeGreaterThan(140)
        .allSatisfy(
            currency -> {
              Money money = new Money(currency);
              assertThat(money.name(new Language(language)))
                  .matches(letters)
                  .doesNotContain(currency.getCurrencyCode());
              for (String amount : List.of("0.5", "1", "2", "5", "35", "100", "1000000")) {
                assertThat(money.spoken(new BigDecimal(amount), new Language(language)))
                    .doesNotContain("{", "|", "¤", currency.getCurrencyCode());
              }
            });
  }

  private static Set<Currency> inUse() {
    return Stream.of(Locale.getISOCountries())
        .map(country -> new Locale.Builder().setRegion(country).build())
        .flatMap(country -> Stream.ofNullable(Currency.getInstance(country)))
        .filter(currency -> !GONE.contains(currency.getCurrencyCode()))
        .collect(Collectors.toSet());
  }

  @Test
  void a_currency_on_its_own_begins_with_a_capital_letter() {
    Money euro = new Money(Currency.getInstance("EUR"));
    assertThat(euro.title(new Language("en"))).isEqualTo("Euros");
    assertThat(euro.title(new Language("ar"))).isEqualTo("يورو");
    Money pesos = new Money(Currency.getInstance("MXN"));
    assertThat(pesos.name(new Language("es"))).isEqualTo("pesos mexicanos");
    assertThat(new Money(Currency.getInstance("ARS")).name(new Language("ar")))
        .isEqualTo("بيزو أرجنتيني");
  }

  @ParameterizedTest
  @CsvSource({
    "en, USD, '$31,250.75 raised of $50,000', '$5 to $5,000.50'",
    "en, EUR, '€31,250.75 raised of €50,000', '€5 to €5,000.50'",
    "en, MXN, 'MX$31,250.75 raised of MX$50,000', 'MX$5 to MX$5,000.50'",
    "en, JPY, '¥31,250 raised of ¥50,000', '¥5 to ¥5,000'",
    "en, KWD, 'KWD31,250.755 raised of KWD50,000', 'KWD5 to KWD5,000.500'",
    "es, USD, '31.250,75 US$ recaudados de 50.000 US$', 'de 5 US$ a 5.000,50 US$'",
    "es, EUR, '31.250,75 € recaudados de 50.000 €', 'de 5 € a 5.000,50 €'",
    "es, MXN, '31.250,75 MXN recaudados de 50.000 MXN', 'de 5 MXN a 5.000,50 MXN'",
    "es, JPY, '31.250 JPY recaudados de 50.000 JPY', 'de 5 JPY a 5.000 JPY'",
    "es, KWD, '31.250,755 KWD recaudados de 50.000 KWD', 'de 5 KWD a 5.000,500 KWD'",
    "ar, USD, جُمع ٣١٬٢٥٠٫٧٥ ‎US$‎ من ٥٠٬٠٠٠ ‎US$‎, من ٥ ‎US$‎ إلى ٥٬٠٠٠٫٥٠ ‎US$‎",
    "ar, EUR, جُمع ٣١٬٢٥٠٫٧٥ ‎€‎ من ٥٠٬٠٠٠ ‎€‎, من ٥ ‎€‎ إلى ٥٬٠٠٠٫٥٠ ‎€‎",
    "ar, MXN, جُمع ٣١٬٢٥٠٫٧٥ ‎MX$‎ من ٥٠٬٠٠٠ ‎MX$‎, من ٥ ‎MX$‎ إلى ٥٬٠٠٠٫٥٠ ‎MX$‎",
    "ar, JPY, جُمع ٣١٬٢٥٠ ‎JP¥‎ من ٥٠٬٠٠٠ ‎JP¥‎, من ٥ ‎JP¥‎ إلى ٥٬٠٠٠ ‎JP¥‎",
    "ar, KWD, جُمع ٣١٬٢٥٠٫٧٥٥ د.ك.‏ من ٥٠٬٠٠٠ د.ك.‏, من ٥ د.ك.‏ إلى ٥٬٠٠٠٫٥٠٠ د.ك.‏",
  })
  void meter_and_limits_say_money_as_the_language_writes_it(
      String language, String currency, String meter, String limits) throws Exception {
    boolean coins = !currency.equals("JPY");
    TestNetwork.in(folder)
        .with("handbill.yaml", TestNetwork.NETWORK.replace("[en]", "[en, es, ar]"))
        .with(
            "widgets/give.yaml",
            """
            type: donate
            title: {en: Give, es: Donar, ar: تبرع}
            platform: every-org
            form: https://www.every.org/open-doors
            currency: %s
            other: {min: 5, max: %s}
            goal: {amount: 50000, raised: 31250.7559}
            """
                .formatted(currency, coins ? "5000.5" : "5000"));
    try (Widgets widgets = Widgets.of(folder).publicUrl(TestNetwork.PUBLIC_URL).open()) {
      SnippetKey key =
          ((Resolution.Found)
                  widgets.resolve("give", Representation.PAGE, Map.of("lang", language)))
              .key();
      String page = Objects.requireNonNull(widgets.snippet(key)).text().replace('\u00a0', ' ');
      assertThat(page)
          .contains("dir=\"" + (language.equals("ar") ? "rtl" : "ltr") + "\"")
          .contains("<p id=\"hb-m\">" + meter + "</p>")
          .contains("(" + limits + ")</label>")
          .contains(
              "min=\"5\" max=\"%s\" step=\"%s\" dir=\"ltr\""
                  .formatted(
                      coins ? "5000.5" : "5000", new Money(Currency.getInstance(currency)).coin()))
          .contains("max=\"50000\"></meter>");
    }
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
