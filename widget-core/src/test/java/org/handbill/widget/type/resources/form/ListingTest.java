package org.handbill.widget.type.resources.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.handbill.widget.Resolution;
import org.handbill.widget.TestNetwork;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Language;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Read;
import org.handbill.widget.type.resources.feed.FeedReader;
import org.handbill.widget.type.resources.hsds.HsdsReader;
import org.handbill.widget.type.resources.sheet.SheetReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What machines get of a list, read again by readers that know nothing of who wrote it. */
class ListingTest {

  private static final String SHEET =
      """
      Category,Title,URL,Description,Language,Organization,Last verified,Expires,Updated,Phone
      Legal,"Guía <1> & co",https://a.example/guia.pdf,"First, ""second"" part",Spanish,La </script> Casa,2026-01-02,2099-12-31,2026-02-03,555-010-2233
      Legal,Beds,https://b.example/,,,,,,,
      Food,Beds,https://b.example/,,,,,,,
      Food,Night line,,,,,,,,555-010-4455
      Food,"=1+1",https://c.example/,"-2+3",,"@org",,,,
      """;

  @TempDir Path folder;

  private Widgets open() throws Exception {
    return TestNetwork.in(folder)
        .with("handbill.yaml", TestNetwork.NETWORK.replace("[en]", "[en, es]"))
        .with(
            "widgets/list.yaml",
            """
            type: resources
            title: {en: Help & more, es: Ayuda}
            text: {en: For all, es: Para todos}
            sources: [csv: list.csv]
            """)
        .with("list.csv", SHEET)
        .builder()
        .open();
  }

  private static Rendered rendered(Widgets widgets, Representation as, Map<String, String> query) {
    Resolution.Found found = (Resolution.Found) widgets.resolve("list", as, query);
    return Objects.requireNonNull(widgets.snippet(found.key()));
  }

  private String text(Representation as) throws Exception {
    try (Widgets widgets = open()) {
      return rendered(widgets, as, Map.of()).text();
    }
  }

  @Test
  void atom_has_what_rfc_4287_requires() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    Element feed =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text(Representation.ATOM))))
            .getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    assertThat(feed.getAttribute("xml:lang")).isEqualTo("en");
    NodeList entries = feed.getElementsByTagName("entry");
    assertThat(entries.getLength()).isEqualTo(4);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < entries.getLength(); i++) {
      Element entry = (Element) entries.item(i);
      for (String name : List.of("id", "title", "updated")) {
        assertThat(entry.getElementsByTagName(name).getLength()).as(name).isEqualTo(1);
      }
      ids.add(entry.getElementsByTagName("id").item(0).getTextContent());
    }
    assertThat(
            Jsoup.parse(text(Representation.ATOM), Parser.xmlParser()).select("updated").eachText())
        .allMatch(
            moment -> moment.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z"));
    assertThat(ids).hasSize(4).allMatch(id -> id.matches("urn:uuid:[0-9a-f-]{36}"));
    assertThat(links(feed, "self"))
        .containsExactly("https://widgets.example.org/w/list.atom?lang=en");
    assertThat(links(feed, "alternate"))
        .startsWith("https://widgets.example.org/w/list?lang=en", "https://a.example/guia.pdf");
    assertThat(links(feed, "related")).containsExactly("tel:5550102233");
  }

  private static List<String> links(Element feed, String rel) {
    NodeList all = feed.getElementsByTagName("link");
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> (Element) all.item(i))
        .filter(link -> link.getAttribute("rel").equals(rel))
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  @Test
  void atom_is_read_again_as_it_was() throws Exception {
    Read read = Read.of(new FeedReader(50, true), text(Representation.ATOM));
    assertThat(read.lines())
        .contains(
            "# Legal",
            "- Guía <1> & co https://a.example/guia.pdf",
            "- Beds https://b.example/",
            "# Food",
            "- Night line tel:5550104455");
    Item first =
        read.items().stream()
            .filter(item -> item.title().startsWith("Guía"))
            .findFirst()
            .orElseThrow();
    assertThat(first.summary().text()).isEqualTo("First, \"second\" part");
    assertThat(first.language()).contains(new Language("es"));
    assertThat(first.facts().updated()).contains(LocalDate.of(2026, 2, 3));
  }

  @Test
  void a_json_feed_states_language_kind_group_and_days() throws Exception {
    String text = text(Representation.JSON_FEED);
    assertThat(text).doesNotContain("<");
    JsonNode feed = JsonMapper.shared().readTree(text);
    assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.path("feed_url").asString())
        .isEqualTo("https://widgets.example.org/w/list.feed.json?lang=en");
    assertThat(feed.path("language").asString()).isEqualTo("en");
    JsonNode first = feed.path("items").path(0);
    assertThat(first.path("language").asString()).isEqualTo("es");
    assertThat(first.path("content_html").asString()).isEqualTo("First, \"second\" part");
    assertThat(first.path("date_modified").asString()).isEqualTo("2026-02-03T00:00:00Z");
    JsonNode own = first.path("_handbill");
    assertThat(own.path("kind").asString()).isEqualTo("pdf");
    assertThat(own.path("group").asString()).isEqualTo("Legal");
    assertThat(own.path("verified").asString()).isEqualTo("2026-01-02");
    assertThat(own.path("expires").asString()).isEqualTo("2099-12-31");
    assertThat(own.path("expired").asBoolean(true)).isFalse();
    assertThat(feed.has("expired")).isFalse();
    assertThat(own.path("health").isNull()).isTrue();
    assertThat(feed.path("items").path(1).path("tags").valueStream().map(JsonNode::asString))
        .containsExactly("Legal", "Food");
    assertThat(Read.of(new FeedReader(50, false), text).items()).hasSize(4);
  }

  @Test
  void the_table_is_read_again_as_it_was_and_holds_no_formula() throws Exception {
    String text = text(Representation.CSV);
    assertThat(text.lines().toList()).hasSize(6).allMatch(line -> !line.startsWith("="));
    assertThat(text).contains(",\"'=1+1\",", ",\"'-2+3\",", ",\"'@org\",").endsWith("\r\n");
    Read read = Read.of(new SheetReader(Map.of()), text);
    assertThat(read.lines())
        .startsWith(
            "# Legal",
            "- Guía <1> & co https://a.example/guia.pdf",
            "  + 5550102233 tel:5550102233")
        .contains("# Food", "- =1+1 https://c.example/");
    Item first = read.items().get(0);
    assertThat(first.facts().expires()).contains(LocalDate.of(2099, 12, 31));
    assertThat(first.facts().organization()).contains("La </script> Casa");
  }

  @Test
  void services_are_read_again_as_they_were() throws Exception {
    String text = text(Representation.HSDS);
    JsonNode page = JsonMapper.shared().readTree(text);
    assertThat(page.path("total_items").asInt()).isEqualTo(4);
    for (JsonNode service : page.path("contents")) {
      assertThat(service.propertyNames()).contains("id", "name", "status", "last_modified");
    }
    Read read = Read.of(new HsdsReader(), text);
    assertThat(read.lines())
        .startsWith(
            "# Legal",
            "- Guía <1> & co https://a.example/guia.pdf",
            "  + 5550102233 tel:5550102233")
        .contains("# Food", "- Night line tel:5550104455");
    assertThat(read.items().get(0).facts().organization()).contains("La </script> Casa");
  }

  @Test
  void the_page_tells_search_engines_of_its_list_and_links_to_the_other_forms() throws Exception {
    Document page = Jsoup.parse(text(Representation.PAGE));
    String data =
        Objects.requireNonNull(page.selectFirst("script[type=application/ld+json]")).data();
    JsonNode list = JsonMapper.shared().readTree(data);
    assertThat(list.path("@type").asString()).isEqualTo("ItemList");
    assertThat(list.path("numberOfItems").asInt()).isEqualTo(4);
    JsonNode first = list.path("itemListElement").path(0);
    assertThat(first.path("position").asInt()).isEqualTo(1);
    assertThat(first.path("item").path("name").asString()).isEqualTo("Guía <1> & co");
    assertThat(first.path("item").path("@type").asString()).isEqualTo("DigitalDocument");
    assertThat(first.path("item").path("publisher").path("name").asString())
        .isEqualTo("La </script> Casa");
    assertThat(page.select("link[rel=alternate][type]").eachAttr("type"))
        .containsExactly(
            "application/atom+xml",
            "application/feed+json",
            "text/csv",
            "application/json",
            "application/json+oembed",
            "text/xml+oembed");
    assertThat(page.select("link[type=application/feed+json]").attr("href"))
        .isEqualTo("https://widgets.example.org/w/list.feed.json?lang=en");
  }

  @ParameterizedTest
  @EnumSource(names = {"ATOM", "JSON_FEED", "CSV", "HSDS"})
  void a_form_is_the_same_bytes_whenever_it_is_written(Representation as) throws Exception {
    try (Widgets one = open();
        Widgets other = Widgets.of(folder).publicUrl(TestNetwork.PUBLIC_URL).open()) {
      assertThat(rendered(other, as, Map.of()).text())
          .isEqualTo(rendered(one, as, Map.of()).text());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ATOM", "JSON_FEED", "CSV", "HSDS"})
  void a_group_alone_is_written_when_it_is_asked_for(Representation as) throws Exception {
    try (Widgets widgets = open()) {
      assertThat(rendered(widgets, as, Map.of("group", "food", "lang", "es")).text())
          .contains("Night line")
          .doesNotContain("guia.pdf");
    }
  }
}
