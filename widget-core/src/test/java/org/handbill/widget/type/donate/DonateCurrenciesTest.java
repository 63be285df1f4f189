package org.handbill.widget.type.donate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbill.widget.Resolution;
import org.handbill.widget.SnippetKey;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Choice;
import org.handbill.widget.render.Representation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One widget takes several currencies, and nobody gives dollars who meant pesos. */
class DonateCurrenciesTest {

  private static final String TWO_FORMS =
      """
      platform: actblue
      form: {USD: https://secure.actblue.com/donate/us, MXN: https://secure.actblue.com/donate/mx}
      """;
  private static final String TEMPLATE =
      "platform: url-template\nform: 'https://a.example/?a={amount}&c={currency}&s={source}'\n";

  @TempDir Path folder;

  private List<String> findings(String widget) {
    return new GiveFile(folder).findings(widget);
  }

  private Widgets open(String widget) throws Exception {
    return new GiveFile(folder).open(widget);
  }

  private static SnippetKey key(Widgets widgets, Representation as, String... query) {
    Map<String, String> parameters =
        Stream.of(query)
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return ((Resolution.Found) widgets.resolve("give", as, parameters)).key();
  }

  private static String shown(Widgets widgets, Representation as, String... query) {
    return Objects.requireNonNull(widgets.snippet(key(widgets, as, query))).text();
  }

  private JsonNode data(String widget, String... query) throws Exception {
    try (Widgets widgets = open(widget)) {
      return JsonMapper.shared().readTree(shown(widgets, Representation.JSON, query));
    }
  }

  private static List<String> told(JsonNode options, String... names) {
    return options
        .valueStream()
        .map(
            option ->
                String.join(
                    " ", Stream.of(names).map(name -> option.path(name).asString("")).toList()))
        .toList();
  }

  @Test
  void each_currency_has_its_own_amounts_and_its_own_form() throws Exception {
    JsonNode data =
        data(
            TWO_FORMS
                + """
                amounts: {USD: [15, 35], MXN: [200, 500]}
                suggested: {MXN: 500}
                impact: {USD: {35: A card}, MXN: {500: A ticket}}
                other: {USD: {min: 5}, MXN: {min: 100, max: 9000}}
                """,
            "member=lakeside-alliance");
    assertThat(data.path("currency").asString()).isEqualTo("USD");
    assertThat(told(data.path("options"), "amount", "currency", "impact", "suggested", "url"))
        .containsExactly(
            "15 USD   https://secure.actblue.com/donate/us?amount=15&refcode=lwa",
            "35 USD A card  https://secure.actblue.com/donate/us?amount=35&refcode=lwa",
            "200 MXN   https://secure.actblue.com/donate/mx?amount=200&refcode=lwa",
            "500 MXN A ticket true https://secure.actblue.com/donate/mx?amount=500&refcode=lwa");
    assertThat(data.path("other").path("currency").asString()).isEqualTo("USD");
    assertThat(told(data.path("others"), "currency", "min", "max", "url"))
        .containsExactly(
            "USD 5  https://secure.actblue.com/donate/us?refcode=lwa",
            "MXN 100 9000 https://secure.actblue.com/donate/mx?refcode=lwa");
  }

  @Test
  void one_currency_has_the_data_that_it_always_had() throws Exception {
    JsonNode data =
        data("platform: actblue\nform: https://secure.actblue.com/donate/x\namounts: [15]\n");
    assertThat(data.path("options").path(0).has("currency")).isFalse();
    assertThat(data.path("other").has("currency")).isFalse();
    assertThat(data.has("others")).isFalse();
  }

  @Test
  void a_link_that_says_the_currency_needs_one_form() throws Exception {
    assertThat(told(data(TEMPLATE + "amounts: {USD: [15], MXN: [200]}\n").path("options"), "url"))
        .containsExactly("https://a.example/?a=15&c=USD&s=", "https://a.example/?a=200&c=MXN&s=");
    assertThat(
            told(
                data("platform: paypal\nform: https://www.paypal.com/donate?business=A\n"
                        + "amounts: {USD: [15], MXN: [200]}\n")
                    .path("others"),
                "url"))
        .containsExactly(
            "https://www.paypal.com/donate?business=A&currency_code=USD",
            "https://www.paypal.com/donate?business=A&currency_code=MXN");
  }

  @Test
  void forms_alone_may_tell_currencies_apart() throws Exception {
    JsonNode data =
        data(
            "platform: stripe\nform: {EUR: https://buy.stripe.com/e, KWD: https://buy.stripe.com/k}\n");
    assertThat(told(data.path("others"), "currency", "url"))
        .containsExactly("EUR https://buy.stripe.com/e", "KWD https://buy.stripe.com/k");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', USD",
    "'', currency=MXN, MXN",
    "'currency: MXN', '', MXN",
    "'currency: MXN', currency=USD, USD",
    "'', currency=EUR, USD",
    "'', currency=mxn, USD",
    "'', 'currency=\"><script>', USD",
  })
  void the_editor_and_the_address_say_which_comes_first(String written, String asked, String first)
      throws Exception {
    String widget =
        TEMPLATE + "amounts: {USD: [15], MXN: [200]}\ngoal: {amount: 90}\n" + written + "\n";
    JsonNode data = asked.isEmpty() ? data(widget) : data(widget, asked);
    assertThat(data.path("currency").asString()).isEqualTo(first);
    assertThat(data.path("options").path(0).path("currency").asString()).isEqualTo(first);
    assertThat(data.path("goal").path("currency").asString())
        .as("the goal's")
        .isEqualTo(written.isEmpty() ? "USD" : "MXN");
  }

  @Test
  void a_goal_counts_in_the_network_s_currency_whatever_comes_first() throws Exception {
    String widget = TEMPLATE + "amounts: {USD: [15], MXN: [200]}\ngoal: {amount: 90}\n";
    try (Widgets widgets = open(widget)) {
      assertThat(shown(widgets, Representation.HTML, "currency=MXN"))
          .contains("$0 raised of $90")
          .doesNotContain("MX$90");
    }
  }

  @Test
  void the_plain_link_leads_to_the_first_currency_s_form() throws Exception {
    try (Widgets widgets = open(TWO_FORMS + "amounts: {USD: [15], MXN: [200]}\n")) {
      assertThat(shown(widgets, Representation.HTML, "currency=MXN", "member=lakeside-alliance"))
          .contains("currency=MXN");
      assertThat(
              widgets
                  .offer(
                      key(widgets, Representation.HTML, "currency=MXN", "member=lakeside-alliance"))
                  .orElseThrow()
                  .pages()
                  .link())
          .hasToString("https://secure.actblue.com/donate/mx?refcode=lwa");
    }
  }

  @Test
  void a_webmaster_chooses_the_currency_in_words() throws Exception {
    try (Widgets widgets = open(TWO_FORMS + "amounts: {USD: [15], MXN: [200]}\n")) {
      List<Choice> choices =
          widgets.offer(key(widgets, Representation.HTML, "lang=es")).orElseThrow().choices();
      assertThat(choices)
          .containsExactly(
              new Choice(
                  "currency",
                  "Moneda",
                  "Primero: Dólares estadounidenses",
                  List.of(
                      new Choice.Value("USD", "Dólares estadounidenses"),
                      new Choice.Value("MXN", "Pesos mexicanos"))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, US dollars, Mexican pesos",
    "es, Dólares estadounidenses, Pesos mexicanos",
    "ar, دولار أمريكي, بيزو مكسيكي"
  })
  void the_choice_is_between_names(String language, String one, String other) throws Exception {
    try (Widgets widgets = open(TWO_FORMS + "amounts: {USD: [15], MXN: [200]}\n")) {
      assertThat(shown(widgets, Representation.HTML, "lang=" + language))
          .contains("value=\"USD\" checked><label for=\"c-USD\">" + one + "</label>")
          .contains("value=\"MXN\"><label for=\"c-MXN\">" + other + "</label>");
    }
  }

  @Test
  void what_names_no_amount_names_the_currency_aloud() throws Exception {
    try (Widgets widgets =
        open(TWO_FORMS + "amounts: {USD: [15], MXN: [200]}\nother: {MXN: {}}\n")) {
      assertThat(shown(widgets, Representation.HTML))
          .contains("aria-label=\"Other amount, once, US dollars\"")
          .contains("aria-label=\"Give this amount once, Mexican pesos\"");
    }
  }

  @Test
  void the_page_s_policy_lets_forms_go_to_every_host() throws Exception {
    try (Widgets widgets =
        open(
            """
            platform: commitchange
            form:
              USD: https://us.example/nonprofits/1/donate
              MXN: https://mx.example/nonprofits/2/donate
            amounts: {USD: [15], MXN: [200]}
            other: {}
            """)) {
      assertThat(
              Objects.requireNonNull(widgets.snippet(key(widgets, Representation.PAGE)))
                  .headers()
                  .get("Content-Security-Policy"))
          .contains(
              "form-action https://widgets.example.org https://us.example https://mx.example;");
      assertThat(widgets.offer(key(widgets, Representation.HTML)).orElseThrow().privacy())
          .contains("Gifts are made at us.example, mx.example,");
    }
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "form: https://secure.actblue.com/donate/x;amounts: {USD: [15], MXN: [200]}"
            + "|4:7: error: A link to this form on 'actblue' cannot say the currency, so a donor"
            + " would be asked for the wrong money. Give each currency a form of its own,",
        "form: {USD: https://secure.actblue.com/donate/x, MXN: https://secure.actblue.com/donate/x}"
            + "|4:55: error: A link to this form on 'actblue' cannot say the currency",
        "form: {USD: https://secure.actblue.com/donate/x};amounts: {USD: [15], MXN: [200]}"
            + "|4:7: error: There is no form for MXN.",
        "form: {USD: https://secure.actblue.com/donate/x, MXN: https://secure.actblue.com/x}"
            + "|4:55: error: 'https://secure.actblue.com/x' is not the address of a form",
        "form: {USD: https://secure.actblue.com/donate/x, MXN: https://secure.actblue.com/donate/y};"
            + "amounts: [15]|5:10: error: 'amounts' is said once, but there are several"
            + " currencies: USD, MXN. Say it for each",
        "form: {USD: https://secure.actblue.com/donate/x, MXN: https://secure.actblue.com/donate/y};"
            + "amounts: {USD: [15], EUR: [15]}|4:55: error: 'MXN' is none of the currencies of"
            + " this widget: USD, EUR.",
        "form: https://secure.actblue.com/donate/x;amounts: {ABC: [15]}"
            + "|5:16: error: 'ABC' is not a currency.",
        "form: https://secure.actblue.com/donate/x;amounts: {usd: [15]}|5:11: error: 'usd'",
        "form: https://secure.actblue.com/donate/x;amounts: {USD: []};currency: MXN"
            + "|6:11: error: 'MXN' is none of the currencies of this widget: USD.",
        "form: https://secure.actblue.com/donate/x;amounts: {USD: [5]};suggested: {EUR: 5}"
            + "|6:18: error: 'EUR' is none of the currencies of this widget: USD.",
        "form: {USD: https://secure.actblue.com/donate/x, MXN: https://secure.actblue.com/donate/y};"
            + "other: {min: 5}|5:8: error: 'other' is said once",
        "form: https://secure.actblue.com/donate/x;amounts: {JPY: [15.5]}"
            + "|5:17: error: '15.5' cannot be paid in JPY",
        "form: https://secure.actblue.com/donate/x;amounts: {USD: [5]};suggested: {USD: 6}"
            + "|6:18: error: '6' is suggested but not among the amounts",
        "form: https://secure.actblue.com/donate/x;amounts: {USD: [5]};impact: {USD: {6: x}}"
            + "|6:19: warning: '6' is not among the amounts",
        "form: https://secure.actblue.com/donate/x;amounts: {USD: [5]};impact: {USD: {x: x}}"
            + "|6:16: error: 'x'",
        "form: https://secure.actblue.com/donate/x;amounts: {USD: [5]};other: {USD: {mni: 5}}"
            + "|6:15: error: 'mni'",
      })
  void what_cannot_be_is_said_with_its_place(String widget, String finding) {
    assertThat(findings("platform: actblue\n" + widget.replace(";", "\n") + "\n"))
        .anySatisfy(found -> assertThat(found).startsWith(finding));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "platform: paypal;form: https://www.paypal.com/donate?hosted_button_id=A;"
            + "amounts: {USD: [1], MXN: [9]}|4:7: error: A link to this form on 'paypal' cannot say",
        "platform: url-template;form: 'https://a.example/?a={amount}';"
            + "amounts: {USD: [1], MXN: [9]}|4:7: error: A link to this form on 'url-template'",
      })
  void a_form_that_cannot_tell_takes_one_currency(String widget, String finding) {
    assertThat(findings(widget.replace(";", "\n") + "\n"))
        .anySatisfy(found -> assertThat(found).startsWith(finding));
  }

  @Test
  void a_form_that_is_refused_is_not_also_said_to_lack_a_currency() {
    assertThat(
            findings("platform: actblue\nform: {USD: https://a.example, MXN: https://b.example}\n"))
        .hasSize(2)
        .allSatisfy(found -> assertThat(found).contains("is not the address of a form"));
  }

  @Test
  void what_is_right_is_not_complained_about() {
    assertThat(
            findings(
                TWO_FORMS
                    + """
                    currency: MXN
                    amounts: {USD: [15, 35], MXN: [200, 500]}
                    suggested: {USD: 35}
                    impact: {USD: {35: {en: A card, es: Una tarjeta, ar: بطاقة}}}
                    other: {}
                    frequencies: [once, monthly]
                    """))
        .isEmpty();
  }
}
