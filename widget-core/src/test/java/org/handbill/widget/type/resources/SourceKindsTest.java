package org.handbill.widget.type.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handbill.widget.Resolution;
import org.handbill.widget.TestNetwork;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.render.Representation;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sources of a list, from the network's file to what is shown. */
class SourceKindsTest {

  private static final String SHEET =
      "Titel,Link,Topic\nPantry,https://a.example,Food\nNo link,,\n";
  private static final String FEED =
      "<rss version='2.0'><channel><title>News</title><link>https://n.example/</link>"
          + "<description>d</description><item><title>One</title><link>https://n.example/1</link></item>"
          + "</channel></rss>";
  private static final String SERVICES =
      "[{\"name\": \"Beds\", \"url\": \"https://b.example\", \"status\": \"active\"}]";

  @TempDir Path folder;

  private TestNetwork list(String sources) {
    return TestNetwork.in(folder)
        .with("widgets/list.yaml", "type: resources\ntitle: List\nsources:\n" + sources.indent(2))
        .with("sheets/help.csv", SHEET)
        .with("feeds/news.xml", FEED)
        .with("hsds/services.json", SERVICES)
        .with("pages/a.html", "<h2>A</h2><ul><li><a href=/x>X</a></li></ul>");
  }

  private static String data(TestNetwork network) throws Exception {
    try (Widgets widgets = network.builder().open()) {
      Resolution.Found found =
          (Resolution.Found) widgets.resolve("list", Representation.JSON, Map.of());
      return Objects.requireNonNull(widgets.snippet(found.key())).text();
    }
  }

  @Test
  void json_that_is_called_a_page_is_read_as_services() throws Exception {
    assertThat(data(list("- page: hsds/services.json\n"))).contains("\"Beds\"");
  }

  @Test
  void every_kind_of_source_is_shown_in_one_list() throws Exception {
    TestNetwork network =
        list(
            """
            - page: pages/a.html
            - csv: sheets/help.csv
              columns: {title: Titel}
            - feed: feeds/news.xml
              limit: 5
              group-by: none
            - hsds: hsds/services.json
            """);
    assertThat(data(network))
        .contains(
            "\"https://network.example.org/x\"",
            "\"Pantry\"",
            "\"Food\"",
            "\"News\"",
            "\"One\"",
            "\"Beds\"");
    assertThat(network.check())
        .extracting(Object::toString)
        .containsExactly(
            "widgets/list.yaml:5:10: warning: Left out, since there is neither an address nor a"
                + " telephone number nor an e-mail address that may be shown: 1 row, line 3.");
  }

  @Test
  void tables_of_hsds_in_a_folder_are_read_together_and_anew_when_one_changes() throws Exception {
    TestNetwork network =
        list("- hsds: open\n")
            .with("open/datapackage.json", "{}")
            .with(
                "open/data/services.csv",
                "id,organization_id,name,url\n1,o,Beds,https://b.example\n")
            .with("open/data/organizations.csv", "id,name\no,Harbor House\n")
            .with("open/data/phones.csv", "id,service_id,number\np,1,555 0100\n")
            .with("open/.old/services.csv", "id,name,url\n1,Gone,https://gone.example\n");
    assertThat(data(network))
        .contains("\"Beds\"", "\"Harbor House\"", "\"tel:5550100\"")
        .doesNotContain("Gone");
    assertThat(network.check()).isEmpty();
    assertThat(data(network.with("open/data/phones.csv", "id,service_id,number\np,1,555 0199\n")))
        .contains("\"tel:5550199\"");
  }

  @Test
  void a_folder_of_tables_has_no_more_bytes_than_a_source_may_have() throws Exception {
    TestNetwork network =
        list("- hsds: open\n")
            .with("open/services.csv", "id,name,url\n1,Beds,https://b.example\n")
            .with("open/notes.csv", " ".repeat(2 * 1024 * 1024));
    assertThat(network.check())
        .extracting(Object::toString)
        .anyMatch(finding -> finding.contains("bytes; 2,097,152 are allowed"));
  }

  @Test
  void what_is_called_a_page_and_is_plainly_another_kind_is_read_as_that() throws Exception {
    assertThat(data(list("- page: sheets/help.csv\n- page: feeds/news.xml\n")))
        .contains("\"https://a.example\"", "\"Food\"", "\"One\"");
  }

  @Test
  void a_feed_that_a_server_calls_a_page_is_read_as_a_feed() throws Exception {
    String json =
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "News",
         "items": [{"id": "1", "url": "https://n.example/1", "title": "One"}]}
        """;
    for (String feed : List.of(FEED, "<?xml version='1.0'?>\n" + FEED, json)) {
      assertThat(titles(feed)).as(feed).containsExactly("News");
    }
    for (String page :
        List.of(
            "<!DOCTYPE html><title>About rss</title><p><rss> and <feed>",
            "<!-- rss --><html><body><pre>" + FEED + "</pre>")) {
      assertThat(titles(page)).as(page).containsExactly("a page");
    }
  }

  @ParameterizedTest
  @CsvSource({"text/plain; charset=utf-8", "application/octet-stream", "''"})
  void a_sheet_that_a_server_gives_no_name_to_is_known_by_its_ending(String type) throws Exception {
    assertThat(titles(SHEET, URI.create("https://n.example/raw/help.csv"), type))
        .containsExactly("Food");
    assertThat(titles(SHEET, URI.create("https://n.example/raw/help"), type))
        .containsExactly("a page");
  }

  private static List<String> titles(String body) throws Exception {
    return titles(body, URI.create("https://n.example/feed"), "text/html; charset=utf-8");
  }

  private static List<String> titles(String body, URI address, String type) throws Exception {
    Source where = new Source.AtUrl(address, Duration.ofHours(1), false, Place.of("list.yaml"));
    SourceBytes bytes =
        new SourceBytes(
            body.getBytes(StandardCharsets.UTF_8), Optional.of(type), address, Optional.empty());
    SourceReader page = (read, remarks) -> List.of(new Group("a page", List.of()));
    return SourceKinds.guessed(where, page).read(bytes, Remarks.NONE).stream()
        .map(Group::title)
        .toList();
  }

  @Test
  void a_sheet_may_be_as_large_as_its_list_says() throws Exception {
    String large = SHEET + "x,https://x.example,\n" + " ".repeat(2 * 1024 * 1024);
    assertThat(list("- csv: sheets/help.csv\n").with("sheets/help.csv", large).check())
        .extracting(Object::toString)
        .contains(
            "sheets/help.csv:1:1: error: The file has 2,097,230 bytes; 2,097,152 are allowed. A sheet"
                + " or services of HSDS may have more if 'max-size' says so, such as 10 MB; else"
                + " divide it.");
    TestNetwork allowed = list("- csv: sheets/help.csv\n  max-size: 3 MB\n");
    assertThat(data(allowed.with("sheets/help.csv", large))).contains("https://x.example");
  }

  @ParameterizedTest
  @CsvSource({"3MB", "20 MB"})
  void a_size_is_a_whole_number_of_megabytes_up_to_twenty(String size) {
    assertThat(list("- {csv: sheets/help.csv, max-size: %s}\n".formatted(size)).check())
        .extracting(problem -> problem.key())
        .doesNotContain("schema.pattern");
  }

  @ParameterizedTest
  @CsvSource({"0 MB", "21 MB", "200 MB", "2.5 MB", "10000 KB", "5"})
  void another_size_is_refused(String size) {
    assertThat(list("- {csv: sheets/help.csv, max-size: %s}\n".formatted(size)).check())
        .extracting(Object::toString)
        .anyMatch(finding -> finding.contains("error") && finding.contains("such as 10 MB"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "- {every: 1h}~4:5: error: The source names nothing to read. Write one of page, csv, feed and"
            + " hsds, with a path or a web address.",
        "- {page: pages/a.html, csv: sheets/help.csv}~4:5: error: The source names several things to"
            + " read: page, csv. Write one of them, and the others as sources of their own.",
        "- {feed: feeds/news.xml, within: main}~4:36: warning: 'within' belongs to a source with"
            + " 'page' and does nothing with 'feed'. Take it out.",
        "- {page: pages/a.html, max-size: 3 MB}~4:36: warning: 'max-size' belongs to a source with"
            + " 'csv, hsds' and does nothing with 'page'. Take it out.",
        "- {csv: sheets/help.csv, columns: {titel: X}}~4:38: error: 'titel' is not a key that belongs"
            + " here. Did you mean 'title'?",
        "- {csv: sheets/help.csv, columns: {title: Name}}~4:11: warning: No column is called 'Name'."
            + " The sheet has: Titel, Link, Topic.",
        "- {hsds: feeds/news.xml}~4:12: warning: There are no services of HSDS in it. Use the address"
            + " of a list of services, a zip with the tables, the folder that they are in, or"
            + " services.csv.",
        "- {csv: sheets}~4:11: error: 'sheets' is a folder. Name a file in it.",
        "- {hsds: pages}~4:12: warning: There is no services.csv among the files, only a.html. Use a"
            + " data package of HSDS: a folder or zip with services.csv and the other tables.",
        "- {feed: sheets/help.csv}~4:12: warning: The feed breaks off or has a mistake in it, so it"
            + " cannot be read. Check it with a feed validator.",
      })
  void a_mistake_is_told_with_what_to_write_instead(String source, String finding) {
    assertThat(list(source + "\n").check())
        .extracting(Object::toString)
        .contains("widgets/list.yaml:" + finding);
  }
}
