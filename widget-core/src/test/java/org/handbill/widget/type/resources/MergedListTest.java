package org.handbill.widget.type.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handbill.widget.InvalidNetworkException;
import org.handbill.widget.Resolution;
import org.handbill.widget.TestNetwork;
import org.handbill.widget.Widgets;
import org.handbill.widget.render.Representation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of entries and groups that stand in several sources of a list. */
class MergedListTest {

  @TempDir Path folder;

  private TestNetwork network;

  @BeforeEach
  void begin() {
    network = TestNetwork.in(folder);
  }

  private JsonNode groups(String language, String list) throws InvalidNetworkException {
    network.with("widgets/help.yaml", "type: resources\ntitle: Help\n" + list);
    try (Widgets widgets = Widgets.of(folder).publicUrl(TestNetwork.PUBLIC_URL).open()) {
      Resolution found = widgets.resolve("help", Representation.JSON, Map.of("lang", language));
      String json =
          Objects.requireNonNull(widgets.snippet(((Resolution.Found) found).key())).text();
      JsonNode answer = JsonMapper.shared().readTree(json);
      return answer.findValue("groups");
    }
  }

  /** Each group as its heading and its entries' addresses. */
  private List<String> outline(String language, String list) throws InvalidNetworkException {
    List<String> outline = new ArrayList<>();
    for (JsonNode group : groups(language, list)) {
      List<String> urls = new ArrayList<>();
      group.get("items").forEach(item -> urls.add(item.get("url").asString()));
      outline.add(group.get("title").asString() + ": " + String.join(" ", urls));
    }
    return outline;
  }

  private static String page(String heading, String link) {
    return "<main><h2>" + heading + "</h2><ul><li><a href=\"" + link + "\">Card</a></ul></main>";
  }

  @Test
  void groups_of_two_sources_with_one_heading_become_one() throws Exception {
    network
        .with(
            "a.csv",
            "Title,URL,Topic\nOne,https://k.example/1,Rights\nTwo,https://k.example/2,Food\n")
        .with("b.csv", "Title,URL,Topic\nThree,https://k.example/3,RIGHTS \n");
    assertThat(outline("en", "sources: [{csv: a.csv}, {csv: b.csv}]\n"))
        .containsExactly(
            "Rights: https://k.example/1 https://k.example/3", "Food: https://k.example/2");
  }

  @Test
  void the_links_of_a_dropped_duplicate_go_to_the_entry_that_stays() throws Exception {
    network
        .with("a.csv", "Title,URL\nCard,https://k.example/card\n")
        .with("b.csv", "Title,URL,Phone\nThe card,https://k.example/card#,+1 202 555 0100\n");
    JsonNode groups = groups("en", "sources: [{csv: a.csv}, {csv: b.csv}]\n");
    assertThat(groups).hasSize(1);
    JsonNode items = groups.get(0).get("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).get("title").asString()).isEqualTo("Card");
    assertThat(items.get(0).get("links")).hasSize(1);
    assertThat(items.get(0).get("links").get(0).get("url").asString()).startsWith("tel:");
  }

  @Test
  void an_item_of_the_file_is_cleaned_and_shown_once_with_the_same_of_a_page() throws Exception {
    network.with("a.html", page("Rights", "https://k.example/a?utm_campaign=q"));
    assertThat(
            outline(
                "en",
                """
                sources: [{page: a.html}]
                items:
                  - {title: Card, url: "https://k.example/a?utm_source=x"}
                  - {title: Other, url: "https://k.example/b?utm_source=x&id=1"}
                """))
        .containsExactly("Rights: https://k.example/a", ": https://k.example/b?id=1");
  }

  @Test
  void an_item_of_the_file_may_be_a_hotline_in_a_group_of_a_page() throws Exception {
    network
        .with("handbill.yaml", TestNetwork.NETWORK.replace("[en]", "[en, es]"))
        .with("a.html", page("Rights", "https://k.example/a"));
    String list =
        """
        sources: [{page: a.html}]
        items:
          - {title: Hotline, url: "tel:+1 (202) 555-0100", group: {en: rights, es: Derechos}}
          - {title: Mail, url: "mailto:help@k.example", group: {en: Write, es: Escribe}}
          - {title: Form, url: "https://k.example/form", group: Write}
        """;
    assertThat(outline("en", list))
        .containsExactly(
            "Rights: https://k.example/a tel:+1(202)555-0100",
            "Write: mailto:help@k.example https://k.example/form");
    assertThat(outline("es", list))
        .containsExactly(
            "Rights: https://k.example/a tel:+1(202)555-0100",
            "Escribe: mailto:help@k.example https://k.example/form");
  }

  private static final String AID =
      """
      <main><h2>Food</h2><ul><li><a href="https://k.example/bread">Bread</a></li>
      <li><a href="https://aid.example/">aid.example</a>, <a href="tel:5550101">555-0101</a></li>
      <li><a href="https://k.example/soup">Soup</a></li></ul></main>
      """;

  @Test
  void an_item_of_the_file_stands_in_place_of_a_page_s_entry_with_the_links_of_both()
      throws Exception {
    network
        .with("handbill.yaml", TestNetwork.NETWORK.replace("[en]", "[en, es]"))
        .with("a.html", AID);
    String list =
        """
        sources: [{page: a.html}]
        items:
          - title: {en: First Aid Network, es: Red de primeros auxilios}
            url: "https://www.aid.example"
            summary: {en: Open daily., es: Abre a diario.}
        """;
    JsonNode groups = groups("es", list);
    assertThat(groups).hasSize(1);
    JsonNode items = groups.get(0).get("items");
    assertThat(items).hasSize(3);
    JsonNode own = items.get(1);
    assertThat(own.get("title").asString()).isEqualTo("Red de primeros auxilios");
    assertThat(own.get("summary").asString()).contains("Abre a diario.");
    assertThat(own.get("links").findValuesAsString("url")).containsExactly("tel:5550101");
  }

  @Test
  void an_item_of_the_file_moves_a_page_s_entry_to_the_group_that_it_names() throws Exception {
    network
        .with("handbill.yaml", TestNetwork.NETWORK.replace("[en]", "[en, es]"))
        .with("a.html", AID);
    String list =
        """
        sources: [{page: a.html}]
        items:
          - {title: Bread, url: "https://k.example/bread", group: food}
          - {title: Aid, url: "https://aid.example", group: {en: Health, es: Salud}}
        """;
    assertThat(outline("en", list))
        .containsExactly(
            "Food: https://k.example/bread https://k.example/soup", "Health: https://aid.example");
    assertThat(outline("es", list))
        .containsExactly(
            "Food: https://k.example/bread https://k.example/soup", "Salud: https://aid.example");
  }

  @Test
  void an_item_of_the_file_takes_none_of_several_entries_away_unless_it_has_the_title_of_one()
      throws Exception {
    network.with(
        "a.csv", "Title,URL,Topic\nBeds,https://k.example/,Help\nMeals,https://k.example/,Help\n");
    assertThat(
            groups(
                    "en",
                    """
                    sources: [{csv: a.csv}]
                    items:
                      - {title: "Meals:", url: "https://k.example/"}
                      - {title: The house, url: "https://k.example/", group: Help}
                    """)
                .findValuesAsString("title"))
        .containsExactly("Help", "Beds", "Meals:", "The house");
  }

  @Test
  void signs_behind_a_letter_or_digit_tell_groups_apart_and_those_at_the_end_do_not()
      throws Exception {
    network
        .with("a.csv", "Title,URL,Topic\nOne,https://k.example/1,C++\n")
        .with(
            "b.csv",
            "Title,URL,Topic\nTwo,https://k.example/2,C#\nThree,https://k.example/3,65+\n"
                + "Four,https://k.example/4,Rights:\n")
        .with(
            "c.csv",
            "Title,URL,Topic\nFive,https://k.example/5,C#\nSix,https://k.example/6,65\n"
                + "Seven,https://k.example/7,Rights –\n");
    assertThat(outline("en", "sources: [{csv: a.csv}, {csv: b.csv}, {csv: c.csv}]\n"))
        .containsExactly(
            "C++: https://k.example/1",
            "C#: https://k.example/2 https://k.example/5",
            "65+: https://k.example/3",
            "Rights:: https://k.example/4 https://k.example/7",
            "65: https://k.example/6");
  }

  @Test
  void a_day_of_change_that_is_yet_to_come_is_not_told_and_leads_no_list() throws Exception {
    network.with(
        "a.xml",
        """
        <rss version="2.0"><channel><title>News</title>
        <item><title>Slip</title><link>https://k.example/slip</link>
          <pubDate>Sun, 01 Mar 2099 08:00:00 GMT</pubDate></item>
        <item><title>Old</title><link>https://k.example/old</link>
          <pubDate>Sun, 01 Feb 2026 08:00:00 GMT</pubDate></item></channel></rss>
        """);
    JsonNode items = groups("en", "sources: [{feed: a.xml}]\n").get(0).get("items");
    assertThat(items.findValuesAsString("title")).containsExactly("Old", "Slip");
    assertThat(items.get(0).get("updated").asString()).isEqualTo("2026-02-01");
    assertThat(items.get(1).hasNonNull("updated")).isFalse();
  }

  @Test
  void a_group_is_found_by_its_title_too_and_its_name_stands_in_the_data() throws Exception {
    network
        .with("handbill.yaml", TestNetwork.NETWORK.replace("[en]", "[en, es]"))
        .with(
            "widgets/help.yaml",
            """
            type: resources
            title: Help
            items:
              - {title: One, url: "https://k.example/1", group: Legal help}
              - {title: Two, url: "https://k.example/2", group: {en: Food, es: Migración}}
            """);
    try (Widgets widgets = Widgets.of(folder).publicUrl(TestNetwork.PUBLIC_URL).open()) {
      assertThat(group(widgets, "en", "legal-help")).isEqualTo("legal-help");
      assertThat(group(widgets, "en", "Legal Help")).isEqualTo("legal-help");
      assertThat(group(widgets, "es", "MIGRACION")).isEqualTo("food");
      assertThat(group(widgets, "es", "Food")).isEqualTo("food");
      assertThat(group(widgets, "en", "Housing")).isEmpty();
      assertThat(group(widgets, "en", " ")).isEmpty();
    }
    assertThat(
            groups("es", "items: [{title: One, url: 'https://k.example/1', group: Legal help}]\n"))
        .first()
        .satisfies(group -> assertThat(group.get("slug").asString()).isEqualTo("legal-help"));
  }

  private static String group(Widgets widgets, String language, String typed) {
    Resolution found =
        widgets.resolve("help", Representation.JSON, Map.of("lang", language, "group", typed));
    return ((Resolution.Found) found).key().parameters().getOrDefault("group", "");
  }
}
