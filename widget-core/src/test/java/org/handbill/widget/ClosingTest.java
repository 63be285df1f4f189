package org.handbill.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handbill.widget.model.Problem;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetId;
import org.handbill.widget.render.Representation;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is closed for good, or has another name now, and the snippets that nobody took away. */
class ClosingTest {

  private static final String SIGNUP = "type: signup\ntitle: News\n";
  private static final String NETWORK =
      """
      network: {name: Open Doors, url: "https://network.example.org"}
      languages: [en, es]
      members:
        - {id: lake, name: Lake}
        - id: river
          name: River
          closed: {text: {en: River has left., es: River se fue.}, url: "https://river.example/new"}
      """;

  @TempDir Path folder;

  private Widgets open(String network, String widget) throws Exception {
    Files.createDirectories(folder.resolve("widgets"));
    Files.writeString(folder.resolve("handbill.yaml"), network);
    Files.writeString(folder.resolve("widgets/news.yaml"), widget);
    return Widgets.of(folder).publicUrl(TestNetwork.PUBLIC_URL).open();
  }

  private static String text(Widgets widgets, Representation as, String id, String member) {
    Resolution resolution = widgets.resolve(id, as, Map.of("member", member, "lang", "es"));
    assertThat(resolution).isInstanceOf(Resolution.Found.class);
    return Objects.requireNonNull(widgets.snippet(((Resolution.Found) resolution).key())).text();
  }

  private static Document shadow(String fragment) {
    return Jsoup.parse(
        Objects.requireNonNull(Jsoup.parse(fragment).selectFirst("template")).html());
  }

  @Test
  void a_closed_widget_shows_its_notice_and_gives_back_the_height_that_was_reserved()
      throws Exception {
    String closed = "closed: {text: {en: Over., es: Se acabó.}, url: \"https://go.example/on\"}\n";
    try (Widgets widgets = open(NETWORK, SIGNUP + closed)) {
      Document shown = shadow(text(widgets, Representation.HTML, "news", ""));
      assertThat(shown.text()).contains("Se acabó.").doesNotContain("News");
      assertThat(shown.select("a").attr("href")).isEqualTo("https://go.example/on");
      assertThat(shown.select("form")).isEmpty();
      assertThat(shown.select("style").html()).contains(":host{min-height:0!important}");
      assertThat(text(widgets, Representation.PAGE, "news", "")).contains("<h1", "Se acabó.");
      assertThat(text(widgets, Representation.JSON, "news", ""))
          .contains("\"closed\":{\"text\":\"Se acabó.\",\"url\":\"https://go.example/on\"}");
      assertThat(text(widgets, Representation.JS, "news", "")).contains("Se acabó.");
      assertThat(widgets.list()).isEmpty();
      assertThat(widgets.form(new WidgetId("news"))).isEmpty();
    }
  }

  @Test
  void what_is_closed_without_a_word_takes_no_place() throws Exception {
    try (Widgets widgets = open(NETWORK, SIGNUP + "closed: true\n")) {
      Document shown = shadow(text(widgets, Representation.HTML, "news", ""));
      assertThat(shown.select("section").text()).isEmpty();
      assertThat(shown.select("style").html()).contains(":host{display:none!important}");
    }
  }

  @Test
  void a_member_that_left_shows_its_own_notice_and_the_others_go_on() throws Exception {
    try (Widgets widgets = open(NETWORK, SIGNUP)) {
      Document left = shadow(text(widgets, Representation.HTML, "news", "river"));
      assertThat(left.text()).contains("River se fue.");
      assertThat(left.select("form")).isEmpty();
      for (String member : List.of("", "lake", "nobody-knows")) {
        assertThat(shadow(text(widgets, Representation.HTML, "news", member)).select("form"))
            .hasSize(1);
      }
    }
  }

  @Test
  void the_end_of_the_network_is_the_end_of_all_its_widgets() throws Exception {
    try (Widgets widgets = open(NETWORK + "closed: {text: Farewell.}\n", SIGNUP)) {
      assertThat(shadow(text(widgets, Representation.HTML, "news", "lake")).text())
          .contains("Farewell.");
      assertThat(widgets.list()).isEmpty();
    }
  }

  @Test
  void the_name_that_a_widget_had_before_still_leads_to_it() throws Exception {
    try (Widgets widgets = open(NETWORK, SIGNUP + "formerly: [letters, updates]\n")) {
      assertThat(text(widgets, Representation.HTML, "updates", ""))
          .isEqualTo(text(widgets, Representation.HTML, "news", ""));
      assertThat(widgets.list()).extracting(WidgetFile::id).containsExactly(new WidgetId("news"));
    }
  }

  @Test
  void a_former_name_that_another_widget_has_now_is_refused() throws IOException {
    Files.createDirectories(folder.resolve("widgets"));
    Files.writeString(folder.resolve("handbill.yaml"), NETWORK);
    Files.writeString(folder.resolve("widgets/news.yaml"), SIGNUP + "formerly: [letters]\n");
    Files.writeString(folder.resolve("widgets/letters.yaml"), SIGNUP + "formerly: [old]\n");
    Files.writeString(folder.resolve("widgets/other.yaml"), SIGNUP + "formerly: [old]\n");
    List<Problem> problems = Widgets.check(folder, URI.create("https://about.example"));
    assertThat(problems)
        .extracting(problem -> problem.place().toString())
        .containsExactlyInAnyOrder("widgets/news.yaml:3:12", "widgets/other.yaml:3:12");
    assertThat(problems.get(0).text()).contains("letters", "already");
  }

  @Test
  void false_is_no_way_to_close_something() throws IOException {
    Files.createDirectories(folder.resolve("widgets"));
    Files.writeString(folder.resolve("handbill.yaml"), NETWORK);
    Files.writeString(folder.resolve("widgets/news.yaml"), SIGNUP + "closed: false\n");
    assertThat(Widgets.check(folder, URI.create("https://about.example"))).hasSize(1);
  }
}
