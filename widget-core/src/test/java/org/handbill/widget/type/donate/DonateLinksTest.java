package org.handbill.widget.type.donate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.text.ParseException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.widget.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A gift becomes the very link that the platform documents. */
class DonateLinksTest {

  private static final Platform ACTBLUE = new ActBlue();
  private static final Platform TEMPLATE = new UrlTemplate();
  private static final String FORM = "https://secure.actblue.com/donate/open-doors";

  private static Gift gift(String amount, Frequency frequency, String code) {
    Optional<BigDecimal> value =
        amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount));
    return new Gift(value, frequency, code, new Language("es"));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "25, ONCE, '', ?amount=25",
    "25.00, ONCE, '', ?amount=25",
    "12.50, ONCE, '', ?amount=12.50",
    "12.5, ONCE, '', ?amount=12.5",
    "1E+2, ONCE, '', ?amount=100",
    "1000000, ONCE, '', ?amount=1000000",
    "'', ONCE, '', ''",
    "'', ONCE, lwa, ?refcode=lwa",
    "25, MONTHLY, '', ?amount=25&recurring=1",
    "25, MONTHLY, lwa_2026, ?amount=25&recurring=1&refcode=lwa_2026",
    "'', MONTHLY, '', ?recurring=1",
  })
  void actblue_s_parameters_carry_the_gift(
      String amount, Frequency frequency, String code, String query) {
    assertThat(ACTBLUE.link(FORM, gift(amount, frequency, code))).hasToString(FORM + query);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x?a=1, https://a.example/x?a=1&amount=25&refcode=lwa",
    "https://a.example/x?, https://a.example/x?amount=25&refcode=lwa",
    "https://a.example/x#top, https://a.example/x?amount=25&refcode=lwa#top",
    "https://a.example/x?a=1#top, https://a.example/x?a=1&amount=25&refcode=lwa#top",
    "https://a.example/x#a?b, https://a.example/x?amount=25&refcode=lwa#a?b",
    "https://a.example, https://a.example?amount=25&refcode=lwa",
    "https://a.example/ü, https://a.example/ü?amount=25&refcode=lwa",
  })
  void what_the_form_s_address_has_already_stays(String form, String link) {
    assertThat(ACTBLUE.link(form, gift("25", Frequency.ONCE, "lwa"))).hasToString(link);
  }

  @Test
  void a_parameter_of_the_form_s_address_never_competes_with_the_gift_s() {
    assertThat(ACTBLUE.link(FORM + "?refcode=site&amount=5&b=2", gift("25", Frequency.ONCE, "lwa")))
        .hasToString(FORM + "?b=2&amount=25&refcode=lwa");
  }

  @Test
  void a_parameter_of_the_form_s_address_stays_where_the_gift_has_none() {
    assertThat(ACTBLUE.link(FORM + "?refcode=site", gift("25", Frequency.ONCE, "")))
        .hasToString(FORM + "?refcode=site&amount=25");
  }

  @ParameterizedTest
  @CsvSource({
    "lwa, true",
    "LWA_2026, true",
    "'', true",
    "lwa-web, false",
    "l w a, false",
    "lwa&amount=1, false",
    "ña, false",
  })
  void actblue_keeps_letters_digits_and_underscores(String code, boolean kept) {
    assertThat(ACTBLUE.keeps(code)).isEqualTo(kept);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://a.example/{amount}/{frequency}, https://a.example/12.50/monthly",
    "https://a.example/?a={amount}&f={frequency}&s={source}&l={lang},"
        + " https://a.example/?a=12.50&f=monthly&s=lwa-1&l=es",
    "https://a.example/#/give/{amount}, https://a.example/#/give/12.50",
    "https://a.example/?a={amount}&again={amount}, https://a.example/?a=12.50&again=12.50",
    "https://a.example/give, https://a.example/give",
  })
  void a_template_is_filled(String form, String link) {
    assertThat(TEMPLATE.link(form, gift("12.50", Frequency.MONTHLY, "lwa-1"))).hasToString(link);
  }

  @Test
  void an_amount_that_the_donor_chooses_leaves_its_place_empty() {
    assertThat(TEMPLATE.link("https://a.example/?a={amount}", gift("", Frequency.ONCE, "")))
        .hasToString("https://a.example/?a=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a&b=c",
        "a#b",
        "a?b",
        "a/../b",
        "a=b",
        "a+b c",
        "a%26b",
        "{amount}",
        "$1\\E",
        "\"><script>",
        "javascript:alert(1)",
        "línea",
        "中文",
        "\uD83D\uDE80",
        "a\r\nLocation: x",
        "*~.-_",
      })
  void a_value_never_leaves_its_place(String hostile) {
    URI link =
        TEMPLATE.link("https://a.example/x?s={source}&z=1#f", gift("5", Frequency.ONCE, hostile));
    assertThat(link.toASCIIString()).isEqualTo(link.toString());
    assertThat(link.getRawPath()).isEqualTo("/x");
    assertThat(link.getRawFragment()).isEqualTo("f");
    String[] pairs = link.getRawQuery().split("&", -1);
    assertThat(pairs).hasSize(2);
    assertThat(URLDecoder.decode(pairs[0].substring(2), StandardCharsets.UTF_8)).isEqualTo(hostile);
  }

  @Test
  void blanks_are_written_as_every_server_reads_them() {
    assertThat(Query.encode("a b+c*~")).isEqualTo("a%20b%2Bc%2A~");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "donate",
        "/donate",
        "//a.example/donate",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.example/",
        "mailto:a@example.org",
        "https:",
        "https://",
        "https:///donate",
        "https://user:secret@a.example/",
        "https://secure.actblue.com@evil.example/",
        "https://a.example/a b",
        "https://a.example:port/",
        "https://[::1",
      })
  void what_is_no_web_address_is_no_form(String form) {
    assertThat(ACTBLUE.refuses(form)).contains("form.malformed");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/{amount}, ''",
    "https://a.example/?a={amount}&b={source}, ''",
    "https://a.example:8443/{lang}, ''",
    "https://a.example/{amuont}, form.placeholder",
    "https://a.example/{}, form.placeholder",
    "https://a.example/{amount, form.malformed",
    "https://a.example/amount}, form.malformed",
    "https://a.example/{{amount}}, form.malformed",
    "https://{source}.a.example/, form.host",
    "https://a.example{source}/, form.host",
    "https://{source}, form.host",
    "'{source}://a.example/', form.host",
    "'{source}', form.host",
    "'javascript:alert({amount})', form.host",
    "'javascript:alert(1)//{amount}', form.malformed",
    "https://a.example?x={source}, ''",
    "'https://a.example#{source}', ''",
    "https://{source}@a.example/, form.host",
    "'data:text/html,{source}', form.malformed",
    "'javascript:alert(1)', form.malformed",
  })
  void a_template_may_have_known_placeholders_behind_the_host(String form, String refusal) {
    assertThat(TEMPLATE.refuses(form).orElse("")).isEqualTo(refusal);
  }

  @ParameterizedTest
  @MethodSource("moneys")
  void money_is_written_as_the_language_reads_it_and_stays_the_same_amount(
      Language language, String currency, String amount) throws ParseException {
    String written =
        new Money(Currency.getInstance(currency)).format(new BigDecimal(amount), language);
    NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
    format.setCurrency(Currency.getInstance(currency));
    ((java.text.DecimalFormat) format).setParseBigDecimal(true);
    assertThat((BigDecimal) format.parse(written)).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @MethodSource("moneys")
  void money_has_all_the_decimals_of_its_currency_or_none(
      Language language, String currency, String amount) {
    String written =
        new Money(Currency.getInstance(currency)).format(new BigDecimal(amount), language);
    boolean whole = new BigDecimal(amount).stripTrailingZeros().scale() <= 0;
    int decimals = whole ? 0 : Currency.getInstance(currency).getDefaultFractionDigits();
    String digits = written.replaceAll("[^\\p{Nd}.,٫]", "").replaceAll("^[.,]+|[.,]+$", "");
    int mark =
        Math.max(
            digits.lastIndexOf('٫'),
            digits.lastIndexOf(language.equals(new Language("en")) ? '.' : ','));
    assertThat(mark < 0 ? 0 : digits.length() - mark - 1).isEqualTo(decimals);
  }

  static Stream<Arguments> moneys() {
    return Stream.of("en", "es", "ar")
        .flatMap(
            language ->
                Stream.of("USD", "EUR", "MXN", "JPY", "KWD")
                    .flatMap(
                        currency ->
                            amounts(currency)
                                .map(
                                    amount ->
                                        Arguments.of(new Language(language), currency, amount))));
  }

  private static Stream<String> amounts(String currency) {
    Stream<String> whole = Stream.of("5", "15.00", "150", "1E+3", "1000000");
    return switch (currency) {
      case "JPY" -> whole;
      case "KWD" -> Stream.concat(whole, Stream.of("12.5", "12.505", "1234.125"));
      default -> Stream.concat(whole, Stream.of("12.5", "12.50", "1234.05"));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "USD, 15, true",
    "USD, 12.50, true",
    "USD, 12.500, true",
    "USD, 12.505, false",
    "JPY, 15.0, true",
    "JPY, 15.5, false",
    "KWD, 12.505, true",
    "KWD, 12.5051, false",
    "XAU, 1, true",
    "XAU, 1.5, false",
  })
  void an_amount_is_paid_in_coins_that_there_are(String currency, String amount, boolean payable) {
    assertThat(new Money(Currency.getInstance(currency)).canBePaid(new BigDecimal(amount)))
        .isEqualTo(payable);
  }

  @Test
  void every_platform_has_a_name_of_its_own() {
    assertThat(Platform.ALL).extracting(Platform::name).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void links_do_not_depend_on_the_machine_s_language() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(ACTBLUE.link(FORM, gift("12.50", Frequency.MONTHLY, "lwa")))
          .hasToString(FORM + "?amount=12.50&recurring=1&refcode=lwa");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void every_frequency_has_its_word() {
    assertThat(List.of(Frequency.values()))
        .allSatisfy(frequency -> assertThat(Frequency.of(frequency.word())).isEqualTo(frequency));
  }
}
