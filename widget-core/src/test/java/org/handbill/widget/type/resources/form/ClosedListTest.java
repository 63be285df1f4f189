package org.handbill.widget.type.resources.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.handbill.widget.Resolution;
import org.handbill.widget.TestNetwork;
import org.handbill.widget.Widgets;
import org.handbill.widget.render.Representation;
import org.handbill.widget.type.resources.entry.Read;
import org.handbill.widget.type.resources.feed.FeedReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever subscribed to a list is told that it has ended. */
class ClosedListTest {

  private static final String CLOSED =
      "closed: {text: {en: Over., es: Se acabó.}, url: \"https://go.example/on\"}\n";

  @TempDir Path folder;

  private Widgets open(String more) throws Exception {
    return TestNetwork.in(folder)
        .with(
            "handbill.yaml",
            TestNetwork.NETWORK.replace("[en]", "[en, es]")
                + "members: [{id: river, name: River, closed: {text: River has left.}}]\n")
        .with(
            "widgets/list.yaml",
            "type: resources\ntitle: Help\nformerly: [old]\n"
                + "items: [{title: Beds, url: \"https://b.example/\"}]\n"
                + more)
        .builder()
        .open();
  }

  private static String text(Widgets widgets, String id, Representation as, String member) {
    Resolution found = widgets.resolve(id, as, Map.of("lang", "es", "member", member));
    return Objects.requireNonNull(widgets.snippet(((Resolution.Found) found).key())).text();
  }

  private static JsonNode feed(Widgets widgets, String member) {
    return JsonMapper.shared().readTree(text(widgets, "list", Representation.JSON_FEED, member));
  }

  @Test
  void a_json_feed_says_that_it_has_ended_and_holds_the_notice() throws Exception {
    try (Widgets widgets = open(CLOSED)) {
      JsonNode feed = feed(widgets, "");
      assertThat(feed.path("expired").asBoolean(false)).isTrue();
      assertThat(feed.path("items")).hasSize(1);
      JsonNode notice = feed.path("items").path(0);
      assertThat(notice.path("title").asString()).isEqualTo("Help");
      assertThat(notice.path("content_html").asString()).isEqualTo("Se acabó.");
      assertThat(notice.path("url").asString()).isEqualTo("https://go.example/on");
      assertThat(notice.path("language").asString()).isEqualTo("es");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ATOM", "JSON_FEED"})
  void the_notice_is_the_one_entry_under_each_name_of_the_list(Representation as) throws Exception {
    try (Widgets widgets = open(CLOSED)) {
      for (String id : new String[] {"list", "old"}) {
        assertThat(Read.of(new FeedReader(50, false), text(widgets, id, as, "")).lines())
            .containsExactly("# Help", "- Help https://go.example/on");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ATOM", "JSON_FEED"})
  void a_list_that_was_closed_without_a_word_has_no_entries(Representation as) throws Exception {
    try (Widgets widgets = open("closed: true\n")) {
      assertThat(text(widgets, "list", as, "")).doesNotContain("Beds", "b.example");
      assertThat(feed(widgets, "").path("expired").asBoolean(false)).isTrue();
      assertThat(feed(widgets, "").path("items")).isEmpty();
    }
  }

  @Test
  void the_feed_of_a_member_that_left_has_ended_and_that_of_others_has_not() throws Exception {
    try (Widgets widgets = open("")) {
      assertThat(feed(widgets, "river").path("expired").asBoolean(false)).isTrue();
      assertThat(text(widgets, "list", Representation.JSON_FEED, "river"))
          .contains("River has left.")
          .doesNotContain("Beds");
      assertThat(text(widgets, "list", Representation.JSON_FEED, ""))
          .contains("Beds")
          .doesNotContain("\"expired\"");
    }
  }

  /** A table that is suddenly empty would be taken for a list that lost its entries. */
  @ParameterizedTest
  @EnumSource(names = {"CSV", "HSDS"})
  void there_is_no_table_of_a_list_that_has_ended(Representation as) throws Exception {
    try (Widgets widgets = open(CLOSED)) {
      assertThat(widgets.resolve("list", as, Map.of()))
          .isInstanceOf(Resolution.UnknownWidget.class);
    }
  }
}
