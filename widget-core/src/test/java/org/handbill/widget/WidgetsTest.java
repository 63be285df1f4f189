package org.handbill.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handbill.widget.TestNetwork.NETWORK;
import static org.handbill.widget.TestNetwork.SIGNUP;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.handbill.widget.assets.Assets;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.FormContent;
import org.handbill.widget.model.Material;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.RichText;
import org.handbill.widget.model.View;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetId;
import org.handbill.widget.model.WidgetType;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;
import org.handbill.widget.type.signup.SignupType;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The sample network through the front door, and what strangers and faults can do to it. */
class WidgetsTest {

  private static final Material NOTHING_READ = new Material(Map.of(), Map.of(), LocalDate.EPOCH);

  private static final List<String> IDS = List.of("stay-informed", "give", "know-your-rights");

  private static Widgets sample;

  private static final Map<String, Map<String, Rendered>> SAID = new HashMap<>();

  @TempDir static Path attacked;
  @TempDir Path folder;

  @BeforeAll
  static void open() throws Exception {
    sample = Widgets.of(Path.of("../examples/network")).publicUrl(TestNetwork.PUBLIC_URL).open();
  }

  @AfterAll
  static void close() {
    sample.close();
  }

  private static SnippetKey key(
      Widgets widgets, String id, Representation as, Map<String, String> query) {
    Resolution resolution = widgets.resolve(id, as, query);
    assertThat(resolution).isInstanceOf(Resolution.Found.class);
    return ((Resolution.Found) resolution).key();
  }

  private static Rendered rendered(Widgets widgets, SnippetKey key) {
    return Objects.requireNonNull(widgets.snippet(key), "a snippet for " + key);
  }

  private static String text(
      Widgets widgets, String id, Representation as, Map<String, String> query) {
    return rendered(widgets, key(widgets, id, as, query)).text();
  }

  // what a request means

  @Test
  void the_sample_network_is_listed_without_a_problem() {
    assertThat(sample.list()).extracting(file -> file.id().value()).containsAll(IDS);
    assertThat(sample.status().current()).isTrue();
    assertThat(sample.status().problems()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void every_widget_is_answered_in_every_form(String id, Representation as) {
    Rendered answer = rendered(sample, key(sample, id, as, Map.of()));
    assertThat(answer.contentType()).isEqualTo(as.contentType());
    assertThat(answer.text()).isNotBlank();
    if (as != Representation.CSV && as != Representation.HSDS) { // they say nothing of the list
      assertThat(answer.text()).contains(id);
    }
  }

  static Stream<Arguments> everyForm() {
    return IDS.stream().flatMap(id -> forms(id).map(as -> Arguments.of(id, as)));
  }

  /** Those of every widget, and of the one list all. */
  private static Stream<Representation> forms(String id) {
    return Stream.of(Representation.values())
        .filter(as -> as.isOfEveryWidget() || id.equals("know-your-rights") || id.equals("list"));
  }

  @Test
  void a_form_that_a_widget_s_content_has_not_is_not_there() {
    assertThat(sample.resolve("give", Representation.ATOM, Map.of()))
        .isInstanceOf(Resolution.UnknownWidget.class);
    SnippetKey key = key(sample, "give", Representation.HTML, Map.of());
    SnippetKey forged =
        new SnippetKey(
            key.widget(),
            Representation.CSV,
            key.language(),
            key.scheme(),
            key.member(),
            key.parameters());
    assertThat(sample.snippet(forged)).isNull();
  }

  @Test
  void a_snippet_is_ready_once_it_was_rendered() throws Exception {
    try (Widgets widgets = TestNetwork.in(folder).builder().open()) {
      SnippetKey key = key(widgets, "join", Representation.HTML, Map.of());
      assertThat(widgets.ready(key)).isNull();
      Rendered first = rendered(widgets, key);
      assertThat(widgets.ready(key)).isSameAs(first);
    }
  }

  @Test
  void the_language_is_looked_up_as_the_visitor_s_page_asks_for_it() {
    assertThat(text(sample, "stay-informed", Representation.HTML, Map.of("lang", "es-MX")))
        .contains("Mantente al tanto");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xx", "", "en-", "'", "<script>", "../..", "es;", "\0", "%00", "\uD83D", "*"})
  void a_language_that_is_unknown_or_malformed_counts_as_absent(String language) {
    assertThat(key(sample, "give", Representation.HTML, Map.of("lang", language)))
        .isEqualTo(key(sample, "give", Representation.HTML, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nobody", "", "LAKESIDE-ALLIANCE", "lakeside-alliance ", "<b>", "\0", "../"})
  void a_member_that_is_unknown_or_malformed_counts_as_absent(String member) {
    assertThat(key(sample, "give", Representation.HTML, Map.of("member", member)))
        .isEqualTo(key(sample, "give", Representation.HTML, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Dark", "blue", "auto ", "light;}", "<script>", "\0"})
  void a_theme_that_is_none_is_named_and_never_echoed(String theme) {
    assertThat(sample.resolve("give", Representation.HTML, Map.of("theme", theme)))
        .isEqualTo(new Resolution.BadParameter("theme", "auto, light, dark, inherit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "light", "dark"})
  void a_theme_is_one_of_three(String theme) {
    assertThat(sample.resolve("give", Representation.HTML, Map.of("theme", theme)))
        .isInstanceOf(Resolution.Found.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "",
        "GIVE",
        "give ",
        "give/",
        "../give",
        "..%2fgive",
        "give\0",
        "give.html",
        "<b>"
      })
  void a_widget_that_is_none_is_unknown(String id) {
    assertThat(sample.resolve(id, Representation.HTML, Map.of()))
        .isEqualTo(new Resolution.UnknownWidget());
  }

  @Test
  void an_unknown_parameter_changes_nothing() {
    assertThat(key(sample, "give", Representation.HTML, Map.of("utm_source", "x", "callback", "y")))
        .isEqualTo(key(sample, "give", Representation.HTML, Map.of()));
  }

  @Test
  void a_group_counts_for_the_list_that_has_it_and_for_nothing_else() {
    Map<String, String> query = Map.of("group", "notes-for-families");
    assertThat(key(sample, "know-your-rights", Representation.HTML, query).parameters())
        .isEqualTo(query);
    assertThat(key(sample, "give", Representation.HTML, query).parameters()).isEmpty();
  }

  @Test
  void a_group_that_there_is_not_counts_as_absent() {
    assertThat(key(sample, "know-your-rights", Representation.HTML, Map.of("group", "x")))
        .isEqualTo(key(sample, "know-your-rights", Representation.HTML, Map.of()));
  }

  @Test
  void what_strangers_type_makes_no_more_entries_than_the_network_has_answers() {
    Random random = new Random(31);
    List<String> themes = List.of("auto", "light", "dark");
    List<String> members =
        List.of("lakeside-alliance", "riverbend-families", "puente-norte", "nobody");
    List<Representation> forms = List.of(Representation.values());
    Set<SnippetKey> keys = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      Map<String, String> query = new HashMap<>();
      query.put("lang", random.nextBoolean() ? "es-" + noise(random) : noise(random));
      query.put("member", random.nextBoolean() ? members.get(random.nextInt(4)) : noise(random));
      query.put("theme", random.nextInt(4) > 0 ? themes.get(random.nextInt(3)) : noise(random));
      query.put(noise(random), noise(random));
      query.put("group", noise(random));
      Resolution found =
          sample.resolve(
              IDS.get(random.nextInt(3)), forms.get(random.nextInt(forms.size())), query);
      if (found instanceof Resolution.Found hit) {
        keys.add(hit.key());
      }
    }
    int languages = 2;
    int membersAndNone = 4;
    assertThat(keys)
        .hasSizeLessThanOrEqualTo(
            IDS.size()
                * Representation.values().length
                * languages
                * membersAndNone
                * themes.size());
  }

  private static String noise(Random random) {
    StringBuilder noise = new StringBuilder();
    random.ints(1 + random.nextInt(12), 0, 0x180).forEach(c -> noise.append((char) c));
    return noise.toString();
  }

  // many at once

  /** Counts how often it is asked for a view; it answers only once the gate is open. */
  private static class Counting implements WidgetType {
    final AtomicInteger views = new AtomicInteger();
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch gate;

    Counting(CountDownLatch gate) {
      this.gate = gate;
    }

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public String schema() {
      return """
          {"type": "object", "required": ["type", "title"],
           "properties": {"title": {"$ref": "common.json#/$defs/text"}}}
          """;
    }

    @Override
    public String css() {
      return "";
    }

    @Override
    public Messages messages() {
      return Messages.beside(SignupType.class);
    }

    @Override
    public Definition define(WidgetFile file, Network network, Problems problems) {
      Content content =
          (audience, links) -> {
            views.incrementAndGet();
            asked.countDown();
            try {
              assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return new View(
                "org/handbill/widget/type/signup/received.jte",
                Map.of("success", RichText.plain("Here it is")),
                Map.of(),
                Optional.empty());
          };
      return (read, found) -> content;
    }
  }

  @Test
  void fifty_who_ask_at_once_are_answered_by_one_rendering() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    Counting type = new Counting(gate);
    TestNetwork.in(folder).with("widgets/count.yaml", "type: counting\ntitle: Count\n");
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try (Widgets widgets = Widgets.of(folder).type(type).open()) {
      SnippetKey key = key(widgets, "count", Representation.HTML, Map.of());
      List<Future<Rendered>> answers = new ArrayList<>();
      Callable<Rendered> ask = () -> rendered(widgets, key);
      for (int i = 0; i < 50; i++) {
        answers.add(threads.submit(ask));
      }
      assertThat(type.asked.await(20, TimeUnit.SECONDS)).isTrue();
      gate.countDown();
      Set<Rendered> different = new HashSet<>();
      for (Future<Rendered> answer : answers) {
        different.add(answer.get(20, TimeUnit.SECONDS));
      }
      assertThat(different).hasSize(1);
      assertThat(type.views).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_rendering_that_fails_is_tried_again_by_the_next_who_asks() throws Exception {
    CountDownLatch gate = new CountDownLatch(0);
    AtomicInteger tries = new AtomicInteger();
    Counting type =
        new Counting(gate) {
          @Override
          public Definition define(WidgetFile file, Network network, Problems problems) {
            Content sound =
                super.define(file, network, problems).content(NOTHING_READ, new Problems());
            Content content =
                (audience, links) -> {
                  if (tries.getAndIncrement() == 0) {
                    throw new IllegalStateException("not this time");
                  }
                  return sound.view(audience, links);
                };
            return (read, found) -> content;
          }
        };
    TestNetwork.in(folder).with("widgets/count.yaml", "type: counting\ntitle: Count\n");
    try (Widgets widgets = Widgets.of(folder).type(type).open()) {
      SnippetKey key = key(widgets, "count", Representation.HTML, Map.of());
      assertThatThrownBy(() -> widgets.snippet(key)).hasMessage("not this time");
      assertThat(rendered(widgets, key).text()).contains("Here it is");
    }
  }

  // forms

  @Test
  void a_form_is_found_by_its_widget() {
    assertThat(sample.form(new WidgetId("stay-informed"))).isPresent();
    assertThat(sample.form(new WidgetId("give"))).isEmpty();
    assertThat(sample.form(new WidgetId("nothing"))).isEmpty();
  }

  @Test
  void a_form_is_shown_again_with_what_was_typed_and_what_is_to_be_mended() {
    SnippetKey key = key(sample, "stay-informed", Representation.PAGE, Map.of("lang", "es"));
    FormContent.Attempt attempt =
        new FormContent.Attempt(
            Map.of("email", "\"><script>alert(1)</script>", "consent", "true"),
            List.of(new Form.FieldError("email", "malformed")));
    Document page = Jsoup.parse(sample.reshown(key, attempt).orElseThrow().text());
    assertThat(page.select("#i-email").val()).isEqualTo("\"><script>alert(1)</script>");
    assertThat(page.select("#i-email").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select("#e-email").text()).startsWith("Escribe un correo electrónico");
    assertThat(page.select("#i-consent").hasAttr("checked")).isTrue();
    assertThat(inline(page)).containsExactly(Assets.EARLY);
  }

  /** The scripts that stand in a page. */
  private static List<String> inline(Document page) {
    return page.select("script:not([src])").stream().map(Element::data).toList();
  }

  @Test
  void the_page_after_a_submission_says_so_in_the_visitor_s_language() {
    SnippetKey key = key(sample, "stay-informed", Representation.PAGE, Map.of("lang", "es"));
    assertThat(sample.received(key).orElseThrow().text()).contains("Gracias.", "Abre el enlace");
  }

  @Test
  void a_widget_without_a_form_has_neither() {
    SnippetKey key = key(sample, "give", Representation.PAGE, Map.of());
    assertThat(sample.received(key)).isEmpty();
    assertThat(sample.reshown(key, FormContent.Attempt.NONE)).isEmpty();
  }

  // what is sent

  @ParameterizedTest
  @EnumSource(Representation.class)
  void every_content_coding_says_the_same(Representation as) throws Exception {
    Rendered answer = rendered(sample, key(sample, "know-your-rights", as, Map.of()));
    byte[] gzip = new byte[answer.gzip().orElseThrow().length()];
    answer.gzip().orElseThrow().bytes().duplicate().get(gzip);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(answer.text());
    }
    assertThat(answer.identity().etag())
        .matches("\"[\\w-]+\"")
        .isNotEqualTo(answer.gzip().orElseThrow().etag());
  }

  @ParameterizedTest
  @EnumSource(Representation.class)
  void sending_an_answer_does_not_use_it_up(Representation as) {
    Rendered answer = rendered(sample, key(sample, "know-your-rights", as, Map.of()));
    assertThat(answer.text()).isEqualTo(answer.text());
    assertThat(answer.identity().bytes().isReadOnly()).isTrue();
  }

  @Test
  void a_donate_widget_s_plain_link_leads_to_the_platform_with_the_member_s_credit() {
    SnippetKey key =
        key(sample, "give", Representation.HTML, Map.of("member", "lakeside-alliance"));
    assertThat(sample.pages(key).orElseThrow().link().toString())
        .startsWith("https://secure.actblue.com/donate/open-doors")
        .contains("refcode=lwa");
  }

  @Test
  void every_address_of_ours_begins_with_the_public_url() {
    SnippetKey key = key(sample, "stay-informed", Representation.HTML, Map.of("theme", "dark"));
    var pages = sample.pages(key).orElseThrow();
    assertThat(List.of(pages.page(), pages.link(), pages.received(), pages.html(), pages.json()))
        .allMatch(uri -> uri.toString().startsWith(TestNetwork.PUBLIC_URL + "w/stay-informed"))
        .allMatch(uri -> uri.getQuery().equals("lang=en&theme=dark"));
  }

  @Test
  void a_draft_is_listed_nowhere_and_unknown_to_strangers() throws Exception {
    TestNetwork.in(folder).with("widgets/soon.yaml", SIGNUP + "draft: true\n");
    try (Widgets widgets = Widgets.of(folder).open()) {
      assertThat(widgets.list()).extracting(file -> file.id().value()).containsExactly("join");
      assertThat(widgets.resolve("soon", Representation.HTML, Map.of("preview", "true")))
          .isEqualTo(new Resolution.UnknownWidget());
    }
  }

  @Test
  void a_draft_is_shown_behind_its_preview_link() throws Exception {
    TestNetwork.in(folder).with("widgets/soon.yaml", SIGNUP + "draft: true\n");
    try (Widgets widgets = Widgets.of(folder).open()) {
      assertThat(widgets.previews()).hasSize(1);
      String token = widgets.previews().get(0).getQuery().replaceAll(".*preview=", "");
      assertThat(widgets.resolve("soon", Representation.HTML, Map.of("preview", token)))
          .isInstanceOf(Resolution.Found.class);
    }
  }

  @Test
  void a_draft_s_own_addresses_let_its_reader_in() throws Exception {
    StringBuilder list = new StringBuilder("type: resources\ntitle: Help\ndraft: true\nitems:\n");
    for (int i = 0; i < 9; i++) {
      list.append("  - {title: T").append(i).append(", url: https://a.example/").append(i);
      list.append("}\n");
    }
    TestNetwork.in(folder).with("widgets/soon.yaml", list.toString());
    try (Widgets widgets = Widgets.of(folder).open()) {
      String token = widgets.previews().get(0).getQuery().replaceAll(".*preview=", "");
      Resolution found = widgets.resolve("soon", Representation.PAGE, Map.of("preview", token));
      String page = rendered(widgets, ((Resolution.Found) found).key()).text();
      assertThat(page)
          .contains("<input type=\"hidden\" name=\"preview\" value=\"" + token + "\">")
          .contains("part=index")
          .doesNotContainPattern("/w/soon[^\"]*\\?(?![^\"]*preview=)");
    }
  }

  @Test
  void a_folder_with_an_error_is_not_opened() {
    TestNetwork.in(folder).with("widgets/join.yaml", SIGNUP + "feilds: []\n");
    assertThatThrownBy(() -> Widgets.of(folder).open())
        .isInstanceOf(InvalidNetworkException.class)
        .hasMessageContaining("widgets/join.yaml:3:1: error: 'feilds'");
  }

  @Test
  void a_folder_with_a_warning_is_opened_and_the_warning_kept() throws Exception {
    TestNetwork.in(folder).with("widgets/join.yaml", SIGNUP + "text: {en: Hello, es: Hola}\n");
    try (Widgets widgets = Widgets.of(folder).open()) {
      assertThat(widgets.status().problems())
          .singleElement()
          .hasFieldOrPropertyWithValue("key", "language.unlisted");
    }
  }

  // attacks in content

  static Stream<String> attacks() {
    return Stream.of(
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "</template><script>alert(1)</script>",
        "</textarea></noscript></select></svg><img src=x onerror=alert(1)>",
        "\" onclick=alert(1) x=\"",
        "' onclick=alert(1) x='",
        "\"><img src=x onerror=alert(1)>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<!--",
        "<!-- <script>",
        "-->",
        "]]>",
        "<![CDATA[",
        "${7*7}",
        "@param x",
        "{{constructor.constructor('alert(1)')()}}",
        "{0}",
        "it's ''quoted'' {1}",
        "\\",
        "\\u003cscript\\u003e",
        "\\'-alert(1)-\\'",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;",
        "javascript:alert(1)",
        "line\u2028separator\u2029s",
        "</ScRiPt\t>",
        "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
        "<base href=//evil.example/>",
        "<meta http-equiv=refresh content=0;url=//evil.example>",
        "<handbill-widget widget=x></handbill-widget>",
        "<div data-handbill=x>",
        "\uD83D\uDE80 español 中文 العربية");
  }

  /** What one attack became in every form, rendered once for all that is to be said of it. */
  private static Map<String, Rendered> said(String attack) {
    return SAID.computeIfAbsent(
        attack,
        saying -> {
          Map<String, Rendered> said = new HashMap<>();
          try (Widgets widgets = saying(saying)) {
            for (String id : List.of("list", "form")) {
              forms(id)
                  .forEach(
                      as ->
                          said.put(
                              id + " " + as, rendered(widgets, key(widgets, id, as, Map.of()))));
            }
          } catch (InvalidNetworkException e) {
            throw new AssertionError(e);
          }
          return said;
        });
  }

  private static String said(String attack, String id, Representation as) {
    return Objects.requireNonNull(said(attack).get(id + " " + as)).text();
  }

  private static Widgets saying(String attack) throws InvalidNetworkException {
    JsonMapper json = JsonMapper.shared();
    Map<String, Object> list =
        Map.of(
            "type",
            "resources",
            "title",
            attack,
            "text",
            attack,
            "items",
            List.of(Map.of("title", attack, "url", "https://a.example/", "summary", "x " + attack)),
            "sources",
            List.of(Map.of("page", "pages/a.html")));
    Map<String, Object> form =
        Map.of(
            "type", "signup",
            "title", attack,
            "fields",
                List.of("email", Map.of("name", "given-name", "label", attack, "help", attack)),
            "consent", Map.of("text", "x " + attack),
            "success", Map.of("text", "x " + attack));
    String escaped = attack.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return TestNetwork.in(attacked)
        .with("widgets/list.json", json.writeValueAsString(list))
        .with("widgets/form.json", json.writeValueAsString(form))
        .with(
            "pages/a.html",
            "<title>T</title><main><h2>Help "
                + escaped
                + "</h2><p><a href=\"/a?x="
                + escaped
                + "\" title=\""
                + escaped
                + "\">Read "
                + escaped
                + "</a> Words "
                + attack
                + "</p></main>")
        .builder()
        .open();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void content_never_becomes_script_in_html(String attack) {
    for (String id : List.of("list", "form")) {
      for (Representation as : List.of(Representation.HTML, Representation.PAGE)) {
        Document html = Jsoup.parse(said(attack, id, as));
        for (Element data : html.select("script[type=application/ld+json]")) {
          assertThat(JsonMapper.shared().readTree(data.data()).isObject()).isTrue();
          data.remove();
        }
        assertThat(inline(html))
            .hasSize(as == Representation.PAGE ? 1 : 0)
            .isSubsetOf(Assets.EARLY);
        assertThat(html.select("script[src]").eachAttr("src"))
            .allMatch(src -> src.startsWith("https://widgets.example.org/assets/"));
        assertThat(html.select("svg, math, iframe, object, embed, base, img, meta[http-equiv]"))
            .isEmpty();
        assertThat(html.select("style")).hasSize(1);
        assertThat(html.select("*").stream().flatMap(e -> e.attributes().asList().stream()))
            .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        assertThat(html.select("[href]").eachAttr("href"))
            .allMatch(href -> href.matches("(?s)(https?://|mailto:|tel:|data:,).*"));
        assertThat(html.select("[data-handbill], handbill-widget"))
            .hasSize(as == Representation.HTML ? 1 : 0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void a_title_is_read_as_it_was_written(String attack) {
    for (String id : List.of("list", "form")) {
      Document html = Jsoup.parse(said(attack, id, Representation.PAGE));
      assertThat(html.select("h1").first()).isNotNull();
      assertThat(Objects.requireNonNull(html.select("h1").first()).wholeText()).isEqualTo(attack);
      assertThat(html.title()).startsWith(attack.strip().replaceAll("\\s+", " "));
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void data_gives_back_the_very_string(String attack) {
    String text = said(attack, "list", Representation.JSON);
    var data = JsonMapper.shared().readTree(text);
    assertThat(data.path("title").asString()).isEqualTo(attack);
    assertThat(data.at("/groups/1/items/0/title").asString())
        .isEqualTo(attack.replaceAll("\\s+", " "));
    assertThat(text).doesNotContain("<");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void a_script_can_be_pasted_anywhere(String attack) {
    for (String id : List.of("list", "form")) {
      assertThat(said(attack, id, Representation.JS))
          .doesNotContainIgnoringCase("</script", "<script", "<!--", "]]>")
          .doesNotContainPattern("[\\u2028\\u2029]");
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void the_page_s_own_rules_fit_its_one_style(String attack) throws Exception {
    Rendered page = Objects.requireNonNull(said(attack).get("list PAGE"));
    String style = Jsoup.parse(page.text()).select("style").html();
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(page.headers().get("Content-Security-Policy"))
        .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'")
        .contains("default-src 'none'", "base-uri 'none'", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe", "\n");
  }

  @Test
  void with_embedding_for_members_only_a_page_is_framed_by_its_member_alone() throws Exception {
    TestNetwork.in(folder)
        .with(
            "handbill.yaml",
            NETWORK
                + "embedding: members\nmembers:\n"
                + "  - {id: a, name: A, origins: [\"https://a.example\"]}\n"
                + "  - {id: b, name: B, origins: [\"https://b.example\"]}\n  - {id: c, name: C}\n");
    try (Widgets widgets = Widgets.of(folder).open()) {
      assertThat(ancestors(widgets, "a")).isEqualTo("https://a.example");
      assertThat(ancestors(widgets, "c")).isEqualTo("'self'");
      assertThat(ancestors(widgets, "nobody")).isEqualTo("'self'");
    }
  }

  private static String ancestors(Widgets widgets, String member) {
    Rendered page =
        rendered(widgets, key(widgets, "join", Representation.PAGE, Map.of("member", member)));
    return Objects.requireNonNull(page.headers().get("Content-Security-Policy"))
        .replaceAll(".*frame-ancestors ([^;]*);.*", "$1");
  }
}
