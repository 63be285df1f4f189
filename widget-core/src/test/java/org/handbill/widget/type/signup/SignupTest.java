package org.handbill.widget.type.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handbill.widget.Resolution;
import org.handbill.widget.SnippetKey;
import org.handbill.widget.TestNetwork;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.FormContent.Attempt;
import org.handbill.widget.render.Representation;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A form with every kind of field, as visitors and programs get it. */
class SignupTest {

  private static final String NETWORK =
      """
      network: {name: Open Doors, url: "https://network.example.org"}
      languages: [en, es, ar]
      """;

  private static final String FORM =
      """
      type: signup
      title: Join us
      fields:
        - email
        - {name: phone, required: false}
        - country
        - language
        - {name: story, type: text, label: Your story, required: false}
        - {name: channel, type: choice, label: How, options: [{value: mail, label: Letter}, {value: sms, label: Text}]}
        - {name: topics, type: choices, label: Topics, most: 2, help: Two at most,
           options: [{value: housing, label: Housing}, {value: work, label: Work}, {value: school, label: School}]}
        - {name: volunteer, type: checkbox, label: I can help, required: false}
        - {name: campaign, type: hidden, value: spring}
        - {name: page, type: hidden}
      """;

  @TempDir static Path folder;
  private static Widgets widgets;

  @BeforeAll
  static void open() throws Exception {
    widgets =
        TestNetwork.in(folder)
            .with("handbill.yaml", NETWORK)
            .with("widgets/join.yaml", FORM)
            .with("widgets/at-once.yaml", "type: signup\ntitle: A\ndouble-opt-in: false\n")
            .builder()
            .open();
  }

  @AfterAll
  static void close() {
    widgets.close();
  }

  private static SnippetKey key(String id, Representation as, String language) {
    Resolution found = widgets.resolve(id, as, Map.of("lang", language));
    return ((Resolution.Found) found).key();
  }

  private static String text(String id, Representation as, String language) {
    return Objects.requireNonNull(widgets.snippet(key(id, as, language))).text();
  }

  private static Document page(String language) {
    return Jsoup.parse(text("join", Representation.PAGE, language));
  }

  private static Document again(Map<String, String> typed, Form.FieldError... errors) {
    return Jsoup.parse(
        widgets
            .reshown(key("join", Representation.PAGE, "en"), new Attempt(typed, List.of(errors)))
            .orElseThrow()
            .text());
  }

  @Test
  void nothing_is_ticked_or_chosen_beforehand() {
    assertThat(page("en").select("[checked], [selected]")).isEmpty();
    assertThat(page("en").select("select > option:first-child").eachAttr("value"))
        .containsExactly("", "");
  }

  @Test
  void several_boxes_stand_in_a_group_with_a_name_and_its_help() {
    Element group = Objects.requireNonNull(page("en").selectFirst("fieldset:has([name=topics])"));
    assertThat(group.select("legend").text()).isEqualTo("Topics");
    assertThat(group.attr("aria-describedby")).isEqualTo("h-topics");
    assertThat(group.select("input[type=checkbox]").eachAttr("value"))
        .containsExactly("housing", "work", "school");
  }

  @Test
  void what_was_typed_and_chosen_is_there_again() {
    Document page =
        again(
            Map.of(
                "country", "MX",
                "channel", "sms",
                "topics", "school\nhousing",
                "volunteer", "on",
                "story", "One\r\n<b>two</b>",
                "page", "front"),
            new Form.FieldError("email", "missing"));
    assertThat(page.select("[selected], [checked]").eachAttr("value"))
        .containsExactlyInAnyOrder("MX", "sms", "housing", "school", "true");
    assertThat(page.select("textarea").val()).isEqualToNormalizingNewlines("One\n<b>two</b>");
    assertThat(page.select("[name=page]").val()).isEqualTo("front");
  }

  @Test
  void a_hidden_value_of_the_editor_s_stands_whatever_was_sent() {
    Document page =
        again(
            Map.of("campaign", "other", "page", "\"><b>"), new Form.FieldError("email", "missing"));
    assertThat(page.select("[name=campaign]").val()).isEqualTo("spring");
    assertThat(page.select("[name=page]").val()).isEmpty();
  }

  @Test
  void an_error_of_a_group_is_told_beside_it_and_its_first_box_has_the_focus() {
    Document page = again(Map.of(), new Form.FieldError("topics", "too-many"));
    assertThat(page.select("#e-topics").text()).isEqualTo("Please choose at most 2.");
    assertThat(page.select("[autofocus]").eachAttr("id")).containsExactly("o0-topics");
    assertThat(page.select("[name=topics]").eachAttr("aria-invalid"))
        .containsExactly("true", "true", "true");
  }

  @Test
  void an_address_that_was_asked_about_is_kept_when_it_is_sent_again() {
    Map<String, String> typed = Map.of("email", "ana@gmial.com");
    assertThat(page("en").select("[name=as-typed]").val()).isEmpty();
    assertThat(
            again(typed, new Form.FieldError("email", "typo", "ana@gmail.com"))
                .select("[name=as-typed]")
                .val())
        .isEqualTo("ana@gmial.com");
    assertThat(
            again(
                    Map.of("email", "ana@gmial.com", "as-typed", "ana@gmial.com"),
                    new Form.FieldError("consent", "missing"))
                .select("[name=as-typed]")
                .val())
        .isEqualTo("ana@gmial.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "ar"})
  void the_trap_for_programs_is_met_by_nobody_else(String language) {
    Element trap = Objects.requireNonNull(page(language).selectFirst("[name=website]"));
    assertThat(trap.attr("tabindex")).isEqualTo("-1");
    assertThat(trap.attr("autocomplete")).isEqualTo("off");
    assertThat(trap.closest("[inert][aria-hidden=true]")).isNotNull();
    assertThat(Objects.requireNonNull(trap.closest("label")).text()).isNotBlank();
  }

  @Test
  void countries_are_named_in_the_visitor_s_language_and_languages_in_their_own() {
    assertThat(page("es").select("[name=country] [value=DE]").text()).isEqualTo("Alemania");
    Element arabic = Objects.requireNonNull(page("es").selectFirst("[name=language] [value=ar]"));
    assertThat(arabic.text()).isEqualTo("العربية");
    assertThat(arabic.attr("lang")).isEqualTo("ar");
  }

  @Test
  void what_to_do_next_is_said_only_where_there_is_something() {
    assertThat(text("join", Representation.PAGE, "en")).contains("open the link");
    assertThat(text("at-once", Representation.PAGE, "en")).doesNotContain("open the link");
    assertThat(received("join", "es")).contains("Abre el enlace");
    assertThat(received("at-once", "es")).doesNotContain("Abre el enlace");
  }

  private static String received(String id, String language) {
    return widgets.received(key(id, Representation.PAGE, language)).orElseThrow().text();
  }

  @Test
  void programs_are_told_all_that_a_form_needs() {
    JsonNode data = JsonMapper.shared().readTree(text("join", Representation.JSON, "es"));
    assertThat(data.path("fields").valueStream().map(field -> field.path("type").asString()))
        .containsExactly(
            "email",
            "tel",
            "select",
            "select",
            "textarea",
            "radio",
            "checkboxes",
            "checkbox",
            "hidden",
            "hidden");
    JsonNode topics = data.path("fields").path(6);
    assertThat(topics.path("most").asInt()).isEqualTo(2);
    assertThat(topics.path("options").path(0))
        .isEqualTo(
            JsonMapper.shared().readTree("{\"value\": \"housing\", \"label\": \"Housing\"}"));
    assertThat(data.path("fields").path(4).path("max").asInt()).isEqualTo(500);
    assertThat(data.path("fields").path(1).path("inputmode").asString()).isEqualTo("tel");
    assertThat(data.path("fields").path(8).path("value").asString()).isEqualTo("spring");
    assertThat(data.path("consent").path("controllers").path(0).asString()).isEqualTo("Open Doors");
  }
}
