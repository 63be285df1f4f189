package org.handbill.widget.assets;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbill.widget.model.Beside;
import org.handbill.widget.model.Improvement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssetsTest {

  private static final Assets ASSETS = new Assets();

  static Stream<String> awkward() {
    Stream<String> chosen =
        Stream.of(
            "",
            "plain",
            "'",
            "\"",
            "`${x}`",
            "\\",
            "\\'",
            "\\\\'",
            "\\u0027",
            "'+alert(1)+'",
            "\n",
            "\r\n",
            "\u2028\u2029",
            "\0\u0001\u007f\u0085",
            "</script>",
            "</SCRIPT >",
            "</ScRiPt/x>",
            "<script>",
            "<SCRIPT ",
            "<script",
            "<!--",
            "<!-- <script>",
            "<!-",
            "-->",
            "--!>",
            "]]>",
            "]]]]>>",
            "<![CDATA[",
            "<",
            "<<!--<script</script",
            "</style><style>",
            "<\\/script>",
            "español 中文 العربية \uD83D\uDE80",
            "\uD83D lone \uDE80",
            "\uFEFF\u202e");
    Random random = new Random(29);
    String signs = "'\"\\<>!-/]scriptSCRIPT\n\r\u2028\u2029 u0x3c";
    Stream<String> chance =
        Stream.generate(
                () -> {
                  StringBuilder text = new StringBuilder();
                  random
                      .ints(30, 0, signs.length())
                      .forEach(index -> text.append(signs.charAt(index)));
                  return text.toString();
                })
            .limit(300);
    return Stream.concat(chosen, chance);
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void a_string_literal_says_the_very_string(String text) {
    assertThat(evaluated(Assets.scriptString(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("awkward")
  void a_string_literal_is_inert_wherever_it_is_pasted(String text) {
    assertThat(Assets.scriptString(text))
        .doesNotContainIgnoringCase("</script", "<script", "<!--", "]]>")
        .doesNotContainPattern("[\\n\\r\\u2028\\u2029]");
  }

  /** What JavaScript makes of a literal in single quotes (ECMA-262, 12.9.4). */
  private static String evaluated(String literal) {
    assertThat(literal).startsWith("'").endsWith("'").hasSizeGreaterThan(1);
    StringBuilder value = new StringBuilder();
    int at = 1;
    while (at < literal.length() - 1) {
      char c = literal.charAt(at++);
      assertThat(c).as("a quote ends the literal at %d", at).isNotEqualTo('\'');
      if (c != '\\') {
        value.append(c);
        continue;
      }
      char escape = literal.charAt(at++);
      int digits = escape == 'x' ? 2 : escape == 'u' ? 4 : 0;
      switch (escape) {
        case 'n' -> value.append('\n');
        case 'r' -> value.append('\r');
        case 'x', 'u' ->
            value.append((char) Integer.parseInt(literal.substring(at, at + digits), 16));
        case '\'', '\\' -> value.append(escape);
        default -> throw new AssertionError("An escape that nobody expects: " + escape);
      }
      at += digits;
    }
    assertThat(at).as("the last quote is not escaped").isEqualTo(literal.length() - 1);
    return value.toString();
  }

  @Test
  void the_script_of_a_widget_brings_its_style_and_its_markup() {
    String script = ASSETS.quick("a{b:'c'}", "<p>it's</p>", false);
    assertThat(script).endsWith(",'a{b:\\'c\\'}','<p>it\\'s</p>');\n");
  }

  @Test
  void the_script_of_a_widget_names_the_loader_that_is_published() {
    Matcher named =
        Pattern.compile("'(assets/embed-[0-9a-f]+\\.js)'").matcher(ASSETS.quick("", "", false));
    assertThat(named.find()).isTrue();
    assertThat(ASSETS.modules()).containsKey(named.group(1));
  }

  @Test
  void each_improvement_is_a_module_that_is_published() {
    for (Improvement improvement : Improvement.values()) {
      if (improvement == Improvement.NONE) {
        assertThat(ASSETS.path(improvement)).isEmpty();
      } else {
        Assets.Asset module = module(improvement);
        assertThat(module.text()).startsWith("export default ");
        assertThat(ASSETS.path(improvement)).contains(improvement.param(), module.hash());
      }
    }
  }

  private static Assets.Asset module(Improvement improvement) {
    return requireNonNull(ASSETS.modules().get(ASSETS.path(improvement)));
  }

  @Test
  void each_release_has_its_loader_where_it_always_was() {
    assertThat(ASSETS.pinned())
        .containsEntry("embed/" + ASSETS.embed().hash() + ".js", ASSETS.embed());
    for (String release : Assets.RELEASES) {
      Assets.Asset kept = Assets.Asset.of(Beside.text(Assets.class, "released/" + release + ".js"));
      assertThat(ASSETS.pinned()).containsEntry("embed/" + kept.hash() + ".js", kept);
    }
  }

  @Test
  void the_pinned_loader_needs_nothing_more() {
    for (Improvement improvement : List.of(Improvement.FORM, Improvement.LIST)) {
      String text = module(improvement).text().strip();
      assertThat(ASSETS.embed().text())
          .contains(text.substring("export default ".length(), text.length() - 1));
    }
    assertThat(ASSETS.embed().text()).doesNotContain("import(", "export ");
  }

  @Test
  void nothing_in_our_scripts_ends_a_script_element() {
    assertThat(ASSETS.embed().text() + ASSETS.loader() + ASSETS.page().text())
        .doesNotContainIgnoringCase("</script", "<!--");
  }

  @Test
  void a_name_has_a_hash_of_the_text_alone() {
    assertThat(Assets.Asset.of("a").hash())
        .matches("[0-9a-f]{10}")
        .isEqualTo(Assets.Asset.of("a").hash())
        .isNotEqualTo(Assets.Asset.of("b").hash());
  }

  @Test
  void the_integrity_is_what_browsers_compute() {
    // printf 'a' | openssl dgst -sha384 -binary | base64
    assertThat(Assets.Asset.of("a").integrity())
        .isEqualTo("sha384-VKWbnyKwuAiA2EJ+VIt8I6vYc0huHwNdzpzWl+hRdQM8qojm1XvDXvrgta/TFF8x");
  }

  @Test
  void the_integrity_is_of_the_bytes_that_are_sent() {
    Assets.Asset embed = ASSETS.embed();
    byte[] hash = Assets.Asset.digest("SHA-384", embed.text().getBytes(StandardCharsets.UTF_8));
    assertThat(embed.integrity()).isEqualTo("sha384-" + Base64.getEncoder().encodeToString(hash));
    assertThat(hash).hasSize(48);
  }
}
