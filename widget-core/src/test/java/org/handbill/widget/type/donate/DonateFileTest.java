package org.handbill.widget.type.donate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.handbill.widget.Resolution;
import org.handbill.widget.SnippetKey;
import org.handbill.widget.TestNetwork;
import org.handbill.widget.Widgets;
import org.handbill.widget.render.Representation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor writes into a donate widget's file, and what becomes of it. */
class DonateFileTest {

  private static final String ACTBLUE =
      "platform: actblue\nform: https://secure.actblue.com/donate/open-doors\n";
  private static final String EVERY_ORG =
      "platform: every-org\nform: https://www.every.org/open-doors\n";

  @TempDir Path folder;

  private List<String> findings(String widget) {
    return new GiveFile(folder).findings(widget);
  }

  private String shown(String widget, Representation as, String... query) throws Exception {
    try (Widgets widgets = new GiveFile(folder).open(widget)) {
      return shown(widgets, as, query);
    }
  }

  private static String shown(Widgets widgets, Representation as, String... query) {
    Map<String, String> parameters =
        query.length == 0 ? Map.of() : Map.of(query[0], query[1], "lang", "en");
    SnippetKey key = ((Resolution.Found) widgets.resolve("give", as, parameters)).key();
    return Objects.requireNonNull(widgets.snippet(key)).text();
  }

  private JsonNode data(String widget, String... query) throws Exception {
    return JsonMapper.shared().readTree(shown(widget, Representation.JSON, query));
  }

  @Test
  void data_has_every_gift_and_where_it_leads() throws Exception {
    JsonNode data =
        data(
            EVERY_ORG
                + """
                amounts: [15, 35]
                suggested: 35
                impact: {35: {en: One phone card, es: Una tarjeta, ar: بطاقة هاتف}}
                frequencies: [once, monthly]
                other: {min: 5, max: 5000}
                goal: {amount: 500, raised: 125, donors: 7}
                """,
            "member",
            "lakeside-alliance");
    assertThat(data.path("platform").asString()).isEqualTo("every-org");
    assertThat(data.path("currency").asString()).isEqualTo("USD");
    assertThat(data.path("options").size()).isEqualTo(4);
    JsonNode option = data.path("options").path(3);
    assertThat(option.path("amount").asInt()).isEqualTo(35);
    assertThat(option.path("frequency").asString()).isEqualTo("monthly");
    assertThat(option.path("label").asString()).isEqualTo("Give 35 US dollars a month");
    assertThat(option.path("impact").asString()).isEqualTo("One phone card");
    assertThat(option.path("suggested").asBoolean()).isTrue();
    assertThat(option.path("url").asString())
        .isEqualTo(
            "https://www.every.org/open-doors?amount=35&frequency=MONTHLY&partner_donation_id=lwa#donate");
    assertThat(data.path("other").toString())
        .isEqualTo(
            "{\"url\":\"https://www.every.org/open-doors?min_value=5&frequency=ONCE"
                + "&partner_donation_id=lwa#donate\",\"min\":5,\"max\":5000}");
    assertThat(data.path("goal").toString())
        .isEqualTo("{\"amount\":500,\"raised\":125,\"donors\":7,\"state\":\"open\"}");
  }

  @Test
  void a_code_of_the_widget_stands_before_the_member_s_own() throws Exception {
    String widget = ACTBLUE + "amounts: [15]\nsource-codes: {lakeside-alliance: lwa_bonds}\n";
    assertThat(data(widget, "member", "lakeside-alliance").path("options").toString())
        .contains("refcode=lwa_bonds\"");
    assertThat(data(widget, "member", "riverbend").path("options").toString())
        .doesNotContain("refcode");
    assertThat(data(widget).path("options").toString()).doesNotContain("refcode");
  }

  @Test
  void an_amount_of_one_s_own_goes_along_with_all_that_a_button_carries() throws Exception {
    String html =
        shown(
            EVERY_ORG
                + "amounts: [15]\nfrequencies: [monthly]\nother: {min: 5}\ndesignations: ['A \"b\" & c']\n",
            Representation.HTML,
            "member",
            "lakeside-alliance");
    assertThat(html)
        .contains("action=\"https://www.every.org/open-doors#donate\"")
        .contains("<input type=\"hidden\" name=\"frequency\" value=\"MONTHLY\">")
        .contains("<input type=\"hidden\" name=\"designation\" value=\"A &#34;b&#34; &amp; c\">")
        .contains("<input type=\"hidden\" name=\"partner_donation_id\" value=\"lwa\">")
        .contains("name=\"amount\" min=\"5\"")
        .doesNotContain("type=\"hidden\" name=\"amount\"");
  }

  @Test
  void the_page_s_policy_lets_the_form_go_to_the_platform_and_nowhere_else() throws Exception {
    new GiveFile(folder).with(EVERY_ORG + "other: {min: 5}\n");
    try (Widgets widgets = Widgets.of(folder).publicUrl(TestNetwork.PUBLIC_URL).open()) {
      SnippetKey key =
          ((Resolution.Found) widgets.resolve("give", Representation.PAGE, Map.of())).key();
      assertThat(Objects.requireNonNull(widgets.snippet(key)).headers())
          .hasEntrySatisfying(
              "Content-Security-Policy",
              policy ->
                  assertThat(policy)
                      .contains("form-action https://widgets.example.org https://www.every.org; "));
    }
  }

  @Test
  void one_button_leaves_the_choice_to_the_platform() throws Exception {
    String html =
        shown(
            EVERY_ORG + "layout: button\namounts: [15, 35]\nfrequencies: [once, monthly]\n",
            Representation.HTML);
    assertThat(html.split("part=\"button\"", -1)).hasSize(2);
    assertThat(html).contains("?suggestedAmounts=15%2C35#donate").doesNotContain("frequency=");
  }

  @ParameterizedTest
  @CsvSource({"same, _top", "new, _blank"})
  void the_platform_opens_where_the_editor_says(String where, String target) throws Exception {
    assertThat(shown(ACTBLUE + "amounts: [15]\ntarget: " + where + "\n", Representation.HTML))
        .contains("target=\"" + target + "\" rel=\"noopener\"");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "platform: stripe;form: https://buy.stripe.com/x1;amounts: [5]"
            + "|5:10: warning: A link to this form on 'stripe' cannot carry an amount",
        "platform: stripe;form: https://buy.stripe.com/x1;frequencies: [once]"
            + "|5:15: warning: A link to 'stripe' cannot carry the frequency 'once'",
        "platform: stripe;form: https://buy.stripe.com/x1;other: {min: 5}"
            + "|5:8: warning: A link to this form on 'stripe' cannot carry an amount that a donor",
        "platform: stripe;form: https://buy.stripe.com/x1;designations: [Bonds]"
            + "|5:15: warning: A link to this form on 'stripe' cannot say what a gift is for",
        "platform: stripe;form: https://buy.stripe.com/x1?utm_source=a.b"
            + "|4:7: error: 'https://buy.stripe.com/x1?utm_source=a.b' has a value that Stripe",
        "platform: givebutter;form: https://givebutter.com/x"
            + "|3:11: warning: A link to this form on 'givebutter' cannot carry a source code",
        "platform: every-org;form: https://www.every.org/x;amounts: [1, 2, 3, 4, 5, 6]"
            + "|5:26: warning: Where a donor comes without an amount, 'every-org' can suggest 5",
        "platform: every-org;form: https://www.every.org/x;frequencies: [quarterly]"
            + "|5:15: warning: A link to 'every-org' cannot carry the frequency 'quarterly'",
        "platform: donorbox;form: https://donorbox.com/x"
            + "|4:7: error: 'https://donorbox.com/x' is not the address of a form on this platform."
            + " Copy it from there, such as https://donorbox.org/open-doors.",
        "platform: paypal;form: https://www.paypal.com/donate"
            + "|4:7: error: 'https://www.paypal.com/donate' does not say who is paid",
        "platform: actblue;form: https://secure.actblue.com/donate/x;source-codes: {riverbed: x}"
            + "|5:26: error: There is no member 'riverbed' in handbill.yaml. Write riverbend.",
        "platform: actblue;form: https://secure.actblue.com/donate/x;source-codes: {zzz: x}"
            + "|5:21: error: There is no member 'zzz' in handbill.yaml. Write one of these:"
            + " lakeside-alliance, riverbend.",
        "platform: actblue;form: https://secure.actblue.com/donate/x;source-codes: {riverbend: x-y}"
            + "|5:27: error: The platform would drop the source code 'x-y' of the member"
            + " 'riverbend' without a word. Give that member one of letters, digits and underscores.",
        "platform: actblue;form: https://secure.actblue.com/donate/x;amounts: [5];suggested: 6"
            + "|6:12: error: '6' is suggested but not among the amounts",
        "platform: actblue;form: https://secure.actblue.com/donate/x;amounts: [5];impact: {6: x}"
            + "|6:13: warning: '6' is not among the amounts",
        "platform: actblue;form: https://secure.actblue.com/donate/x;other: {min: 9, max: 5}"
            + "|5:22: error: The most, 5, is less than the least, 9.",
        "platform: actblue;form: https://secure.actblue.com/donate/x;goal: {amount: 5, until: 2026-02-30}"
            + "|5:26: error: '2026-02-30' is not a day of the calendar.",
        "platform: actblue;form: https://secure.actblue.com/donate/x;goal: {amount: 5, source: {url: 'https://a.example', pointer: data}}"
            + "|5:63: error: 'data'",
      })
  void what_cannot_be_is_said_with_its_place(String widget, String finding) {
    assertThat(findings(widget.replace(";", "\n") + "\n"))
        .anySatisfy(found -> assertThat(found).startsWith(finding));
  }

  @Test
  void what_a_platform_cannot_carry_is_not_shown() throws Exception {
    JsonNode data =
        data(
            "platform: stripe\nform: https://buy.stripe.com/x1\namounts: [5]\nother: {min: 5}\n",
            "member",
            "lakeside-alliance");
    assertThat(data.path("options").size()).isZero();
    assertThat(data.path("other").toString())
        .isEqualTo("{\"url\":\"https://buy.stripe.com/x1?client_reference_id=lwa\"}");
  }

  /** A platform that somebody adds: one class, and one line in the list of platforms. */
  private static final class VillagePot implements Platform {

    @Override
    public String name() {
      return "village-pot";
    }

    @Override
    public String example() {
      return "https://pot.example/open-doors";
    }

    @Override
    public Optional<String> refuses(String form) {
      return form.startsWith("https://pot.example/")
          ? Optional.empty()
          : Optional.of("form.elsewhere");
    }

    @Override
    public Optional<String> amountParameter(String form) {
      return Optional.of("coins");
    }

    @Override
    public Set<Frequency> frequencies(String form) {
      return Set.of(Frequency.ONCE);
    }

    @Override
    public Optional<Codes> codes(String form) {
      return Optional.of(Codes.ANY);
    }

    @Override
    public URI link(String form, Gift gift) {
      return Query.add(form, Map.of("coins", gift.amountText(), "from", gift.sourceCode()));
    }
  }

  @Test
  void a_platform_is_added_by_one_class_and_one_line() throws Exception {
    new GiveFile(folder)
        .with("platform: village-pot\nform: https://pot.example/open-doors\namounts: [5]\n");
    try (Widgets widgets =
        Widgets.of(folder)
            .publicUrl(TestNetwork.PUBLIC_URL)
            .type(new DonateType(List.of(new VillagePot())))
            .open()) {
      assertThat(shown(widgets, Representation.JSON, "member", "lakeside-alliance"))
          .contains("\"platform\":\"village-pot\"", "coins=5", "from=lwa");
    }
  }
}
