package org.handbill.server.desk.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.server.TestServer.field;
import static org.handbill.server.TestServer.text;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbill.server.Networks;
import org.handbill.server.TestServer;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The builder's page and the preview's, as they are sent. */
class BuilderPageTest {

  private static final Path CORE = Path.of("../widget-core/src/main/java");
  private static final Messages MESSAGES = Messages.beside(Builder.class);

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    server =
        TestServer.of(Networks.sampleWithGoal(folder.resolve("network")), folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "look-accent|red;} body{display:none",
        "look-accent|</style><script>alert(7)</script>",
        "look-font|\"><img src=x onerror=alert(7)>",
        "look-font|\"unclosed 7",
        "look-radius|url(//evil.example/7)",
        "look-radius|7)",
        "part-title|color: red} body {color: red7",
        "part-title|background: URL(//evil.example/7)",
        "part-title|background: image-set(\"7\" 1x)",
        "part-title|color: red /* 7",
        "part-title|@import 7",
        "part-nothing|color: red7",
        "height|7 onload=alert(7)",
        "height|-7",
        "height|7--7",
        "height|777777",
        "width|<b>7</b>",
        "dir|\" onload=\"7",
        "ground|'7",
        "widget|<script>7</script>",
        "lang|\"7",
        "member|\"7",
        "theme|\"7",
        "group|\"7"
      })
  void what_is_malformed_counts_as_absent_and_is_not_reflected(String name, String value) {
    for (String path : new String[] {"/", "/preview"}) {
      String query = "?widget=know-your-rights&" + name + "=" + encoded(value);
      HttpResponse<byte[]> answer =
          server.get(
              path + (name.equals("widget") ? query.replace("know-your-rights", "7") : query));
      assertThat(answer.statusCode()).isEqualTo(200);
      HttpResponse<byte[]> plain =
          server.get(path + (name.equals("widget") ? "" : "?widget=know-your-rights"));
      assertThat(text(answer)).isEqualTo(text(plain));
    }
  }

  @Test
  void what_is_well_formed_is_handed_out() {
    String query =
        "?widget=give&look-font="
            + encoded("\"Open Sans\", Georgia, serif")
            + "&look-radius="
            + encoded("calc(2px + (1em / 4))")
            + "&part-title="
            + encoded("letter-spacing: .02em; color: rgb(20 30 40 / .9)")
            + "&height=412-400-400-400-400-400-400-400";
    String page = text(server.get("/" + query));
    assertThat(page)
        .contains(
            "min-height:412px;--handbill-font:&amp;#34;Open Sans&amp;#34;, Georgia, serif"
                + ";--handbill-radius:calc(2px + (1em / 4))")
        .contains("[data-handbill]::part(title), handbill-widget::part(title)");
  }

  @Test
  void an_estimate_of_the_height_stands_in_until_it_is_measured() {
    int phone = height(text(server.get("/?widget=stay-informed&width=phone")));
    int column = height(text(server.get("/?widget=stay-informed&width=column")));
    assertThat(phone).isGreaterThan(column);
    assertThat(height(text(server.get("/?widget=stay-informed&height=912-1-1-1-1-1-1-1"))))
        .isEqualTo(912);
  }

  private static int height(String page) {
    return Integer.parseInt(page.replaceAll("(?s).*?min-height:(?:max\\()?(\\d+)px.*", "$1"));
  }

  @Test
  void both_pages_keep_strict_rules_of_their_own() {
    for (String path : new String[] {"/", "/preview?widget=give&look-radius=1em"}) {
      HttpResponse<byte[]> answer = server.get(path);
      assertThat(field(answer, "Content-Security-Policy"))
          .startsWith("default-src 'none'; ")
          .contains("require-trusted-types-for 'script'; trusted-types 'none'")
          .doesNotContain("unsafe-inline", "unsafe-eval", "*");
      assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(field(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }
    HttpResponse<byte[]> preview = server.get("/preview");
    assertThat(field(preview, "Content-Security-Policy")).contains("frame-ancestors 'self'");
    assertThat(field(preview, "X-Robots-Tag")).isEqualTo("noindex");
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft: true\n", ""})
  void a_draft_is_not_there(String draft, @TempDir Path folder) throws Exception {
    Path network = Networks.minimal(folder, "type: signup\ntitle: Secret plans\n" + draft);
    try (TestServer drafts = TestServer.of(network, folder.resolve("data"))) {
      assertThat(text(drafts.get("/?widget=news")).contains("Secret plans"))
          .isEqualTo(draft.isEmpty());
      assertThat(drafts.get("/preview?widget=news").statusCode())
          .isEqualTo(draft.isEmpty() ? 200 : 404);
    }
  }

  private static Set<String> found(Pattern pattern, String endings) throws Exception {
    try (Stream<Path> files = Files.walk(CORE)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(file -> file.toString().matches(endings)).toList()) {
        all.append(Files.readString(file)).append('\n');
      }
      return pattern
          .matcher(all)
          .results()
          .flatMap(match -> Stream.of(match.group(1).split(" ", -1)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> keys(String start) {
    return MESSAGES.in(Language.ENGLISH).keys().stream()
        .filter(key -> key.startsWith(start))
        .map(key -> key.substring(start.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> shown(String start) {
    Set<String> shown = new TreeSet<>();
    for (String widget : new String[] {"stay-informed", "give", "know-your-rights"}) {
      Pattern.compile("name=\"" + start + "([a-z-]+)\"")
          .matcher(text(server.get("/?widget=" + widget)))
          .results()
          .forEach(match -> shown.add(match.group(1)));
    }
    return shown;
  }

  @Test
  void every_custom_property_of_the_styles_is_in_the_table_with_its_meaning() throws Exception {
    Set<String> real = found(Pattern.compile("--handbill-([a-z-]+)"), ".*\\.(css|java|js)");
    assertThat(shown("look-")).isEqualTo(real);
    assertThat(keys("look.")).isEqualTo(real);
  }

  @Test
  void a_custom_property_is_shown_with_what_it_usually_is() {
    assertThat(text(server.get("/?widget=give&member=lakeside-alliance")))
        .contains("placeholder=\"#a4262c\"", "placeholder=\"4px\"", "placeholder=\"light-dark(#")
        .doesNotContain("placeholder=\"var(", "var(--l");
  }

  @Test
  void every_part_of_the_templates_is_in_the_table_with_its_meaning() throws Exception {
    Set<String> real = found(Pattern.compile("\\spart=\"([a-z -]+)\""), ".*\\.jte");
    assertThat(shown("part-")).isEqualTo(real);
    assertThat(keys("part.")).isEqualTo(real);
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "ar"})
  void every_language_says_all_that_english_says(String tag) {
    Messages.Texts english = MESSAGES.in(Language.ENGLISH);
    Messages.Texts other = MESSAGES.in(new Language(tag));
    assertThat(other.keys()).isEqualTo(english.keys());
    assertThat(english.keys())
        .allSatisfy(
            key -> {
              Object[] values = {7, 7, 7, 7};
              assertThat(other.format(key, values)).as(key).isNotBlank().doesNotContain("{");
              assertThat(english.format(key, values)).as(key).isNotBlank();
            });
  }
}
