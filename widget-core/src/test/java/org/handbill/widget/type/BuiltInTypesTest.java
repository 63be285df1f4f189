package org.handbill.widget.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbill.widget.InvalidNetworkException;
import org.handbill.widget.Resolution;
import org.handbill.widget.TestNetwork;
import org.handbill.widget.Widgets;
import org.handbill.widget.WidgetsBuilder;
import org.handbill.widget.model.Beside;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Problem;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.RichText;
import org.handbill.widget.model.View;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetId;
import org.handbill.widget.model.WidgetType;
import org.handbill.widget.render.Representation;
import org.handbill.widget.type.signup.SignupType;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every type of widget owes: Handbill's own by their list, anybody's by the same interface.
 */
class BuiltInTypesTest {

  private static final String NETWORK =
      """
      network:
        name: Open Doors Network
        url: https://network.example.org
        privacy-url: https://network.example.org/privacy
      languages: [en, es, ar]
      members:
        - id: lakeside
          name: Lakeside
          origins: ["https://lakeside.example"]
          source-code: lwa
          theme: {accent: "#a4262c", radius: 4px, font: "Georgia, serif"}
      """;

  private static final String PAGE =
      """
      <main><h2>Know your rights</h2>
      <p><a href="/files/card.pdf">Rights card for your wallet</a> What to say at the door.</p>
      <p><a href="/hotline">Call the hotline</a> Day and night.</p></main>
      """;

  @TempDir Path folder;

  private record Case(WidgetType type, Language language, Representation as) {
    @Override
    public String toString() {
      return type.name() + " " + language + " " + as;
    }
  }

  static Stream<WidgetType> types() {
    return BuiltInTypes.all().stream();
  }

  static Stream<Case> cases() {
    return types()
        .flatMap(
            type ->
                Messages.LANGUAGES.list().stream()
                    .flatMap(
                        language -> representations().map(as -> new Case(type, language, as))));
  }

  private TestNetwork network(WidgetType type) {
    return TestNetwork.in(folder)
        .with("handbill.yaml", NETWORK)
        .without("widgets/join.yaml")
        .with("widgets/example.yaml", Beside.text(type.getClass(), "example.yaml"))
        .with("pages/resources.html", PAGE)
        .with("pages/toolkit-notes.md", "## Notes\n\n- [How to find someone](notes/find)\n");
  }

  private String rendered(Case each) throws Exception {
    try (Widgets widgets = network(each.type()).builder().open()) {
      return text(widgets, "example", each.as(), each.language().tag());
    }
  }

  private static String text(Widgets widgets, String id, Representation as, String language) {
    Resolution found = widgets.resolve(id, as, Map.of("lang", language, "member", "lakeside"));
    assertThat(found).isInstanceOf(Resolution.Found.class);
    return Objects.requireNonNull(widgets.snippet(((Resolution.Found) found).key())).text();
  }

  @Test
  void every_type_has_a_name_of_its_own_that_can_stand_in_a_url() {
    assertThat(types().map(WidgetType::name))
        .doesNotHaveDuplicates()
        .allMatch(name -> WidgetId.parse(name).isPresent());
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_type_s_schema_is_json_schema_of_2020_12(WidgetType type) {
    JsonNode schema = JsonMapper.shared().readTree(type.schema());
    assertThat(schema.path("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_type_s_schema_lets_no_unknown_key_through(WidgetType type) {
    JsonNode schema = JsonMapper.shared().readTree(type.schema());
    assertThat(schema.path("additionalProperties").booleanValue()).isFalse();
    assertThat(schema.path("properties").propertyNames())
        .contains("type", "title", "text", "draft", "fallback-url");
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_type_s_schema_tells_what_is_meant_by_every_key(WidgetType type) {
    JsonNode properties = JsonMapper.shared().readTree(type.schema()).path("properties");
    assertThat(properties.properties())
        .allSatisfy(
            property ->
                assertThat(
                        property.getValue().has("description") || property.getValue().has("$ref"))
                    .as(property.getKey())
                    .isTrue());
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_type_has_css_that_reaches_for_nothing_outside(WidgetType type) {
    assertThat(type.css())
        .isNotBlank()
        .doesNotContain("@import", "url(", "</", ":host", "!important");
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_type_speaks_every_language(WidgetType type) {
    assertThat(Messages.LANGUAGES.list())
        .allSatisfy(
            language -> {
              assertThat(type.messages().in(language).language()).isEqualTo(language);
              assertThat(type.messages().in(language).keys()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_type_s_example_has_no_errors(WidgetType type) {
    assertThat(network(type).check())
        .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_example_is_rendered_without_a_placeholder_or_a_key(Case each) throws Exception {
    String text = rendered(each);
    assertThat(text).isNotBlank().doesNotContainPattern("\\{\\d[,}]");
    String words = each.as() == Representation.JSON ? text : Jsoup.parse(text).text();
    if (each.as() == Representation.HTML || each.as() == Representation.PAGE) {
      assertThat(words).doesNotContain("null", "Optional", "@");
    }
    for (String key : each.type().messages().in(Language.ENGLISH).keys()) {
      if (key.contains(".")) {
        assertThat(words)
            .doesNotContainPattern("(?<![\\w/.-])" + Pattern.quote(key) + "(?![\\w.])");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void an_example_s_page_can_be_used_with_any_technology(WidgetType type) throws Exception {
    for (Language language : Messages.LANGUAGES.list()) {
      Document page = Jsoup.parse(rendered(new Case(type, language, Representation.PAGE)));
      assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
      assertThat(page.select("html").attr("dir")).isEqualTo(language.dir());
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
      assertThat(page.select("input:not([type=hidden])"))
          .allSatisfy(
              input -> assertThat(label(page, input).map(Element::text).orElse("")).isNotBlank());
      assertThat(page.select("a, button")).allSatisfy(link -> assertThat(link.text()).isNotBlank());
      for (String references : page.select("[aria-describedby]").eachAttr("aria-describedby")) {
        assertThat(references.split(" ", -1))
            .allSatisfy(id -> assertThat(page.getElementById(id)).as(id).isNotNull());
      }
    }
  }

  private static Optional<Element> label(Document page, Element input) {
    return input.id().isEmpty()
        ? Optional.ofNullable(input.closest("label"))
        : page.select("label[for=" + input.id() + "]").stream().findFirst();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_example_loads_nothing_from_anybody_else(Case each) throws Exception {
    if (each.as() == Representation.JSON || each.as() == Representation.JS) {
      return;
    }
    Document html = Jsoup.parse(rendered(each));
    assertThat(html.select("[src], link[href]").stream().map(e -> e.attr("src") + e.attr("href")))
        .allMatch(
            url -> url.startsWith(TestNetwork.PUBLIC_URL.toString()) || url.startsWith("data:,"));
    assertThat(html.select("style").html()).doesNotContain("@import", "url(");
  }

  @ParameterizedTest
  @MethodSource("types")
  void an_example_s_data_has_what_every_widget_s_has(WidgetType type) throws Exception {
    JsonNode data =
        JsonMapper.shared()
            .readTree(rendered(new Case(type, new Language("es"), Representation.JSON)));
    assertThat(data.path("id").asString()).isEqualTo("example");
    assertThat(data.path("type").asString()).isEqualTo(type.name());
    assertThat(data.path("lang").asString()).isEqualTo("es");
    assertThat(data.path("dir").asString()).isEqualTo("ltr");
    assertThat(data.path("title").asString()).isNotBlank();
    assertThat(data.path("url").asString())
        .isEqualTo("https://widgets.example.org/w/example?lang=es&member=lakeside");
    assertThat(Instant.parse(data.path("updated").asString())).isNotNull();
  }

  /** A type of somebody else's, which shows a sentence by a template that there is already. */
  private static final class Banner implements WidgetType {
    @Override
    public String name() {
      return "banner";
    }

    @Override
    public String schema() {
      return """
          {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
           "$id": "https://somebody.example/banner.json",
           "required": ["type", "title", "words"], "additionalProperties": false,
           "properties": {"type": {"const": "banner"},
             "title": {"$ref": "common.json#/$defs/text"},
             "words": {"description": "What the banner says.", "type": "string", "minLength": 1}}}
          """;
    }

    @Override
    public String css() {
      return ".hb .banner { color: red }";
    }

    @Override
    public Messages messages() {
      return Messages.beside(SignupType.class);
    }

    @Override
    public Definition define(WidgetFile file, Network network, Problems problems) {
      RichText words = RichText.plain(file.node().require("words").text());
      Content content =
          (audience, links) ->
              new View(
                  "org/handbill/widget/type/signup/received.jte",
                  Map.of("success", words),
                  Map.of("words", words.text()),
                  Optional.empty());
      return (read, found) -> content;
    }
  }

  private TestNetwork bannerSaying(String words) {
    return TestNetwork.in(folder)
        .with("widgets/banner.yaml", "type: banner\ntitle: News\nwords: " + words + "\n");
  }

  @ParameterizedTest
  @MethodSource("representations")
  void a_type_from_outside_is_served_like_our_own(Representation as) throws Exception {
    try (Widgets widgets = bannerSaying("Hello there").builder().type(new Banner()).open()) {
      assertThat(text(widgets, "banner", as, "en")).contains("News", "Hello there");
    }
  }

  static Stream<Representation> representations() {
    return Stream.of(Representation.values()).filter(Representation::isOfEveryWidget);
  }

  @Test
  void a_type_from_outside_is_published_with_its_schema() throws Exception {
    try (Widgets widgets = bannerSaying("Hello").builder().type(new Banner()).open()) {
      assertThat(widgets.schemas()).containsKeys("banner.json", "signup.json", "common.json");
    }
  }

  @Test
  void a_mistake_in_a_type_from_outside_is_told_like_our_own() {
    assertThat(problemsOf(bannerSaying("\"\"").builder().type(new Banner())))
        .singleElement()
        .hasToString(
            "widgets/banner.yaml:3:8: error: There is nothing here. What the banner says.");
  }

  @Test
  void a_type_that_was_not_added_is_not_known() {
    assertThat(bannerSaying("Hello").check())
        .extracting(Problem::key)
        .containsExactly("type.unknown");
  }

  private static List<Problem> problemsOf(WidgetsBuilder builder) {
    try (Widgets ignored = builder.open()) {
      return List.of();
    } catch (InvalidNetworkException e) {
      return e.problems();
    }
  }
}
