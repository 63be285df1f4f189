package org.handbill.widget.type.donate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParseException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.donate.money.Money;
import org.jspecify.annotations.Nullable;
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

  private static final Gift.Offer NOTHING = new Gift.Offer(List.of(), Optional.empty());

  private static Gift gift(String amount, @Nullable Frequency frequency, String code) {
    return gift(amount, frequency, code, "", NOTHING);
  }

  private static Gift gift(
      String amount,
      @Nullable Frequency frequency,
      String code,
      String designation,
      Gift.Offer offer) {
    return new Gift(
        amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount)),
        Currency.getInstance("MXN"),
        !offer.amounts().isEmpty(),
        Optional.ofNullable(frequency),
        designation,
        code,
        new Language("es"),
        offer);
  }

  private static Platform platform(String name) {
    return Platform.ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static String form(String name) {
    return Objects.requireNonNull(FORMS.get(name), name);
  }

  private static Gift.Offer offer(int amounts) {
    return new Gift.Offer(
        IntStream.rangeClosed(1, amounts).mapToObj(BigDecimal::new).toList(),
        Optional.of(new BigDecimal("5.00")));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "actblue, '', -, '', '', ''",
        "actblue, 25, ONCE, '', '', ?amount=25",
        "actblue, 25.00, ONCE, '', '', ?amount=25",
        "actblue, 12.50, ONCE, '', '', ?amount=12.50",
        "actblue, 1E+2, ONCE, '', '', ?amount=100",
        "actblue, 0.01, ONCE, '', '', ?amount=0.01",
        "actblue, 1000000000, ONCE, '', '', ?amount=1000000000",
        "actblue, '', ONCE, lwa, '', ?refcode=lwa",
        "actblue, 25, MONTHLY, lwa_2026, Bonds, ?amount=25&recurring=1&refcode=lwa_2026",
        "donorbox, '', -, '', '', ''",
        "donorbox, 25, -, '', '', ?amount=25",
        "donorbox, 25, ONCE, '', '', ?default_interval=o&amount=25",
        "donorbox, 25, MONTHLY, lwa, Bonds, ?default_interval=m&amount=25&utm_source=lwa",
        "every-org, '', -, '', '', #donate",
        "every-org, 10, MONTHLY, '', '', ?amount=10&frequency=MONTHLY#donate",
        "every-org, 10, ONCE, '', '', ?amount=10&frequency=ONCE#donate",
        "every-org, 10, YEARLY, lwa, Bond fund,"
            + " ?amount=10&frequency=YEARLY&designation=Bond%20fund&partner_donation_id=lwa#donate",
        "givebutter, 25, ONCE, lwa, Bonds, ?amount=25",
        "givebutter, 25, MONTHLY, '', '', ?amount=25&frequency=monthly",
        "givebutter, 25, QUARTERLY, '', '', ?amount=25&frequency=quarterly",
        "givebutter, '', YEARLY, '', '', ?frequency=yearly",
        "stripe, '', -, '', '', ''",
        "stripe, 25, MONTHLY, lwa-2026, Bonds, ?client_reference_id=lwa-2026",
        "paypal, 25, MONTHLY, lwa, Bonds, &item_name=Bonds&item_number=lwa",
        "paypal, '', ONCE, '', '', &no_recurring=1",
        "paypal-button, 25, ONCE, lwa, Bonds, ''",
        "commitchange, 25, ONCE, lwa, '', ?single_amount=25&type=one-time",
        "commitchange, 25, MONTHLY, '', Bonds, ?single_amount=25&type=recurring&designation=Bonds",
        "commitchange, '', -, '', '', ''",
        "action-network, 25, MONTHLY, lwa-1, Bonds, ?source=lwa-1",
        "action-network, '', -, '', '', ''",
      })
  void a_gift_becomes_the_documented_parameters(
      String name,
      String amount,
      @Nullable Frequency frequency,
      String code,
      String designation,
      String rest) {
    String form = form(name);
    assertThat(
            platform(name.replace("-button", ""))
                .link(form, gift(amount, frequency, code, designation, NOTHING)))
        .hasToString(form + rest);
  }

  private static final Map<String, String> FORMS =
      Map.of(
          "actblue", FORM,
          "donorbox", "https://donorbox.org/open-doors",
          "every-org", "https://www.every.org/open-doors",
          "givebutter", "https://givebutter.com/open-doors",
          "stripe", "https://buy.stripe.com/5kA3eQ0Wz",
          "paypal", "https://www.paypal.com/donate?business=ABC123",
          "paypal-button", "https://www.paypal.com/donate?hosted_button_id=ABC123",
          "commitchange", "https://us.commitchange.com/nonprofits/1234/donate",
          "action-network", "https://actionnetwork.org/fundraising/open-doors");

  @ParameterizedTest
  @CsvSource({
    "every-org, 5, '?suggestedAmounts=1%2C2%2C3%2C4%2C5&min_value=5#donate'",
    "every-org, 6, '?suggestedAmounts=1%2C2%2C3%2C4%2C5&min_value=5#donate'",
    "commitchange, 7, '?custom_amounts=1%2C2%2C3%2C4%2C5%2C6%2C7'",
    "commitchange, 8, '?custom_amounts=1%2C2%2C3%2C4%2C5%2C6%2C7'",
    "paypal, 2, '&currency_code=MXN'",
    "actblue, 2, ''",
  })
  void a_donor_without_an_amount_is_offered_what_the_platform_takes(
      String name, int amounts, String rest) {
    String form = form(name);
    assertThat(platform(name).link(form, gift("", null, "", "", offer(amounts))))
        .hasToString(form + rest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"every-org", "commitchange"})
  void a_donor_with_an_amount_is_offered_no_other(String name) {
    assertThat(platform(name).link(form(name), gift("25", null, "", "", offer(3))))
        .asString()
        .contains("amount=25")
        .doesNotContain("mounts=", "min_value");
  }

  @ParameterizedTest
  @CsvSource({
    "actblue, https://secure.actblue.com/donate/x?recurring=1&b=2, ?b=2&amount=25",
    "givebutter, https://givebutter.com/x?frequency=yearly&b=2, ?b=2&amount=25",
    "commitchange, https://a.example/nonprofits/1/donate?custom_amounts=1&type=recurring,"
        + " ?single_amount=25&type=one-time",
    "every-org, https://www.every.org/x?frequency=YEARLY&theme_color=red#/give,"
        + " ?theme_color=red&amount=25&frequency=ONCE#donate",
    "donorbox, https://donorbox.org/x?default%5Finterval=m," + " ?default_interval=o&amount=25",
  })
  void what_the_form_s_address_says_never_contradicts_the_gift(
      String name, String form, String rest) {
    assertThat(platform(name).refuses(form)).isEmpty();
    assertThat(platform(name).link(form, gift("25", Frequency.ONCE, "")))
        .asString()
        .isEqualTo(form.replaceFirst("[?#].*", "") + rest);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void what_an_editor_writes_never_leaves_its_parameter(String name, String hostile) {
    String form = form(name);
    URI link =
        platform(name.replace("-button", ""))
            .link(form, gift("5", Frequency.ONCE, hostile, hostile, NOTHING));
    assertThat(link.toASCIIString()).isEqualTo(link.toString());
    assertThat(link.getHost()).isEqualTo(URI.create(form).getHost());
    assertThat(link.getRawPath()).isEqualTo(URI.create(form).getRawPath());
    assertThat(link.getRawFragment()).isEqualTo(name.equals("every-org") ? "donate" : null);
    List<Parameter> harmless =
        Query.parameters(
            platform(name.replace("-button", ""))
                .link(form, gift("5", Frequency.ONCE, "code", "code", NOTHING))
                .toString());
    assertThat(Query.parameters(link.toString()))
        .isEqualTo(
            harmless.stream()
                .map(one -> one.value().equals("code") ? new Parameter(one.name(), hostile) : one)
                .toList());
  }

  static Stream<Arguments> hostile() {
    return FORMS.keySet().stream()
        .flatMap(
            name ->
                Stream.of(
                        "a&amount=1",
                        "a#b",
                        "a%26b",
                        "a+b c",
                        "\"'><script>",
                        "a\r\nLocation: x",
                        "{amount}",
                        "$1\\E",
                        "\r",
                        "\n",
                        "a\u0000b",
                        "?#/../&;=",
                        "%",
                        "%0d%0a",
                        "a\u202eb\u2066c\u200f",
                        "a\u2028b",
                        "لغة",
                        "línea \uD83D\uDE80")
                    .map(value -> Arguments.of(name, value)));
  }

  /** Java has texts that no other program can read; what becomes of one stays in its parameter. */
  @Test
  void half_a_character_is_no_code_and_breaks_no_link() {
    for (String half : List.of("a\uD83D", "\uDE80a", "\uDE80\uD83D")) {
      assertThat(Platform.ALL)
          .allSatisfy(
              one -> {
                assertThat(one.codes(one.example()).map(codes -> codes.keep(half)))
                    .isNotEqualTo(Optional.of(true));
                URI link = one.link(one.example(), gift("5", Frequency.ONCE, half, half, NOTHING));
                assertThat(link.toASCIIString())
                    .matches("[!-~]+")
                    .contains(one.example().substring(0, 20));
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "actblue, [A-Za-z0-9_]",
    "action-network, [A-Za-z0-9_-]",
    "stripe, [A-Za-z0-9_-]",
    "paypal, [ -~]",
    "donorbox, (?s).",
    "every-org, (?s).",
    "url-template, (?s).",
  })
  void of_all_ascii_a_code_may_have_what_the_platform_keeps(String name, String kept) {
    Platform platform = platform(name);
    Codes codes =
        platform.codes(name.equals("url-template") ? platform.example() : form(name)).orElseThrow();
    for (char sign = 0; sign < 128; sign++) {
      assertThat(codes.keep("a" + sign))
          .as("U+%04x", (int) sign)
          .isEqualTo(String.valueOf(sign).matches(kept));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "actblue, ONCE MONTHLY",
    "donorbox, ONCE MONTHLY",
    "every-org, ONCE MONTHLY YEARLY",
    "givebutter, ONCE MONTHLY QUARTERLY YEARLY",
    "stripe, ''",
    "paypal, ONCE",
    "paypal-button, ''",
    "commitchange, ONCE MONTHLY",
    "action-network, ''",
  })
  void a_platform_takes_the_frequencies_that_it_documents(String name, String frequencies) {
    assertThat(platform(name.replace("-button", "")).frequencies(form(name)))
        .extracting(Frequency::name)
        .containsExactlyInAnyOrder(
            frequencies.isEmpty() ? new String[0] : frequencies.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "actblue, false",
    "donorbox, false",
    "every-org, false",
    "givebutter, false",
    "stripe, false",
    "paypal, true",
    "paypal-button, false",
    "commitchange, false",
    "action-network, false",
  })
  void few_links_say_the_currency(String name, boolean says) {
    assertThat(platform(name.replace("-button", "")).carriesCurrency(form(name))).isEqualTo(says);
    assertThat(TEMPLATE.carriesCurrency("https://a.example/?c={currency}")).isTrue();
    assertThat(TEMPLATE.carriesCurrency("https://a.example/?a={amount}")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "actblue, lwa_2026, true",
    "actblue, lwa-web, false",
    "actblue, ña, false",
    "actblue, 'l w a', false",
    "action-network, lwa-web_1, true",
    "action-network, lwa.web, false",
    "stripe, lwa-web_1, true",
    "stripe, lwa.web, false",
    "paypal, 'lwa web', true",
    "paypal, ña, false",
    "donorbox, 'ña &', true",
    "every-org, 'ña &', true",
  })
  void a_code_that_would_be_dropped_is_told_from_one_that_is_kept(
      String name, String code, boolean kept) {
    assertThat(platform(name).codes(form(name)).orElseThrow().keep(code)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"stripe, 200", "paypal, 127"})
  void a_code_may_be_as_long_as_the_platform_keeps_it(String name, int longest) {
    Codes codes = platform(name).codes(form(name)).orElseThrow();
    assertThat(codes.keep("x".repeat(longest))).isTrue();
    assertThat(codes.keep("x".repeat(longest + 1))).isFalse();
    assertThat(codes.keep("")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"givebutter", "commitchange", "paypal-button"})
  void some_links_carry_no_code(String name) {
    assertThat(platform(name.replace("-button", "")).codes(form(name))).isEmpty();
  }

  @Test
  void what_stripe_would_drop_from_the_form_s_address_is_refused() {
    Platform stripe = platform("stripe");
    String form = FORMS.get("stripe");
    assertThat(stripe.refuses(form + "?utm_source=" + "x".repeat(150))).isEmpty();
    assertThat(stripe.refuses(form + "?utm_source=" + "x".repeat(151))).contains("form.stripe");
    assertThat(stripe.refuses(form + "?utm_campaign=a.b")).contains("form.stripe");
    assertThat(stripe.refuses(form + "?client_reference_id=a.b")).contains("form.stripe");
    assertThat(stripe.refuses(form + "?locale=es")).isEmpty();
    assertThat(stripe.refuses(form + "?prefilled_email=a%40example.org")).contains("form.email");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void a_form_on_its_platform_is_taken(String name, String form) {
    assertThat(platform(name.replace("-button", "")).refuses(form)).isEmpty();
  }

  static Stream<Arguments> forms() {
    return Stream.concat(
        FORMS.entrySet().stream().map(form -> Arguments.of(form.getKey(), form.getValue())),
        Stream.of(
            Arguments.of("donorbox", "https://donorbox.org/embed/open-doors"),
            Arguments.of("every-org", "https://www.every.org/12-3456789?amount=5#donate"),
            Arguments.of("stripe", "https://donate.stripe.com/test_5kA3"),
            Arguments.of("commitchange", "https://give.example.org/nonprofits/7/donate")));
  }

  @ParameterizedTest
  @CsvSource({
    "actblue, https://secure.actblue.com/",
    "actblue, https://secure.actblue.com/donate/",
    "actblue, https://secure.actblue.com.evil.example/donate/x",
    "actblue, http://secure.actblue.com/donate/x",
    "actblue, https://secure.actblue.com:8443/donate/x",
    "donorbox, https://donorbox.org/",
    "donorbox, https://donorbox.com/open-doors",
    "every-org, https://www.every.org/",
    "every-org, https://every.example/open-doors",
    "givebutter, https://givebutter.com",
    "stripe, https://stripe.com/5kA3",
    "stripe, https://buy.stripe.com/a/b",
    "paypal, https://www.paypal.com/paypalme/x",
    "commitchange, https://us.commitchange.com/nonprofits/x/donate",
    "action-network, https://actionnetwork.org/petitions/x",
  })
  void an_address_elsewhere_is_no_form(String name, String form) {
    assertThat(platform(name).refuses(form)).contains("form.elsewhere");
  }

  @Test
  void a_paypal_address_has_to_say_who_is_paid() {
    assertThat(platform("paypal").refuses("https://www.paypal.com/donate?business="))
        .contains("form.paypal");
  }

  @Test
  void every_platform_s_example_is_a_form_of_it() {
    assertThat(Platform.ALL).allSatisfy(one -> assertThat(one.refuses(one.example())).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/?a={amount}&b=1, a",
    "'https://a.example/?give%5Ba%5D={amount}', give[a]",
    "https://a.example/{amount}, ''",
    "https://a.example/?a=x{amount}, ''",
    "https://a.example/?a={amount}&b={amount}, ''",
    "https://a.example/#{amount}, ''",
    "https://a.example/, ''",
  })
  void a_template_s_form_can_ask_where_one_parameter_is_the_amount(String form, String name) {
    assertThat(TEMPLATE.amountParameter(form).orElse("")).isEqualTo(name);
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

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://a.example/{amount}/{frequency}, https://a.example/12.50/monthly",
    "https://a.example/?a={amount}&f={frequency}&s={source}&l={lang},"
        + " https://a.example/?a=12.50&f=monthly&s=lwa-1&l=es",
    "https://a.example/#/give/{amount}, https://a.example/#/give/12.50",
    "https://a.example/?a={amount}&again={amount}, https://a.example/?a=12.50&again=12.50",
    "https://a.example/give, https://a.example/give",
    "https://a.example/{currency}?c={currency}, https://a.example/MXN?c=MXN",
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
        "\r",
        "a\u0000b",
        "a\u202eb\u2066c",
        "%",
        "'\"",
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
    DecimalFormat decimal = (DecimalFormat) format;
    decimal.setParseBigDecimal(true);
    decimal.setPositivePrefix(decimal.getPositivePrefix().replace("\u200f", ""));
    assertThat((BigDecimal) format.parse(written.replace("\u200e", "")))
        .isEqualByComparingTo(amount);
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
