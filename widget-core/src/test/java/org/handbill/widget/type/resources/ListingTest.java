package org.handbill.widget.type.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.RichText;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;
import org.handbill.widget.type.resources.entry.Link;
import org.junit.jupiter.api.Test;

class ListingTest {

  private static final Language SPANISH = new Language("es");
  private static final URI GONE = URI.create("https://a.example/gone");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static Item item(String title, String language, Link... links) {
    return item(title, "https://a.example/" + title, language, Item.Facts.NONE, links);
  }

  private static Item item(
      String title, String url, String language, Item.Facts facts, Link... links) {
    return new Item(
        title,
        URI.create(url),
        List.of(links),
        RichText.EMPTY,
        Language.parse(language),
        Kind.PAGE,
        facts);
  }

  private static Link in(String language) {
    return new Link(
        language, URI.create("https://a.example/v"), Kind.PAGE, Language.parse(language));
  }

  private static Listing listing(Language reader, Item... items) {
    List<Group> groups = List.of(new Group("Help", List.of(items)));
    return Listing.of(groups, Listing.slugs(groups), reader);
  }

  private static List<String> titles(Listing listing) {
    List<String> titles = new ArrayList<>();
    listing.shelves().forEach(s -> s.entries().forEach(one -> titles.add(one.item().title())));
    return titles;
  }

  @Test
  void what_a_reader_can_read_comes_first_and_the_rest_keeps_its_order() {
    Listing listing =
        listing(
            SPANISH,
            item("en1", "en"),
            item("es1", "es-MX"),
            item("en2", "en", in("es")),
            item("zh", "zh"),
            item("any", ""));
    assertThat(titles(listing)).containsExactly("es1", "en2", "any", "en1", "zh");
  }

  @Test
  void an_entry_keeps_its_name_while_its_address_does() {
    String before = id(listing(SPANISH, item("x", "https://a.example/1", "", Item.Facts.NONE)));
    String renamed = id(listing(SPANISH, item("y", "https://a.example/1", "", Item.Facts.NONE)));
    String moved = id(listing(SPANISH, item("x", "https://a.example/2", "", Item.Facts.NONE)));
    assertThat(renamed).isEqualTo(before).matches("[0-9a-f]{10}");
    assertThat(moved).isNotEqualTo(before);
  }

  @Test
  void entries_at_one_address_have_a_name_each() {
    Listing listing =
        listing(
            SPANISH,
            item("x", "https://a.example/1", "", Item.Facts.NONE),
            item("y", "https://a.example/1", "", Item.Facts.NONE));
    assertThat(listing.shelves().get(0).entries())
        .extracting(Listing.Entry::id)
        .doesNotHaveDuplicates();
  }

  private static String id(Listing listing) {
    return listing.shelves().get(0).entries().get(0).id();
  }

  @Test
  void a_search_wants_every_word_and_ignores_values_that_the_list_does_not_have() {
    Listing listing = listing(SPANISH, item("legal-help-now", "en"), item("legal-food", "es"));
    assertThat(found(listing, Map.of("q", "  LEGAL now "))).containsExactly("legal-help-now");
    assertThat(found(listing, Map.of("q", "legal", "item-lang", "es")))
        .containsExactly("legal-food");
    assertThat(
            found(listing, Map.of("q", "legal", "item-lang", "xx", "topic", "none", "kind", "?")))
        .hasSize(2);
    assertThat(found(listing, Map.of("q", "legal zebra"))).isEmpty();
  }

  @Test
  void a_language_is_found_whatever_its_case_and_by_its_first_part() {
    Listing listing = listing(SPANISH, item("one", "zh-Hans"), item("two", "es"));
    for (String asked : List.of("zh-Hans", "zh-hans", "ZH", "zh")) {
      assertThat(found(listing, Map.of("item-lang", asked))).containsExactly("one");
    }
    assertThat(found(listing, Map.of("item-lang", "z"))).hasSize(2);
  }

  @Test
  void signs_without_a_letter_find_nothing() {
    assertThat(found(listing(SPANISH, item("legal", "en")), Map.of("q", "%"))).isEmpty();
  }

  @Test
  void a_search_reads_no_more_than_its_longest_text() {
    Search search = Search.of(Map.of("q", "x".repeat(5000)), listing(SPANISH, item("a", "")));
    assertThat(search.typed()).hasSize(Search.LONGEST);
  }

  private static List<String> found(Listing listing, Map<String, String> asked) {
    return titles(listing.matching(Search.of(asked, listing)));
  }

  private static Item.Facts expiring(LocalDate day) {
    return new Item.Facts(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(day),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void an_entry_holds_on_its_last_day_and_not_on_the_next() {
    List<Group> groups =
        List.of(
            new Group(
                "Help",
                List.of(
                    item("today", "https://a.example/1", "", expiring(TODAY)),
                    item("yesterday", "https://a.example/2", "", expiring(TODAY.minusDays(1))))),
            new Group(
                "Past",
                List.of(item("old", "https://a.example/3", "", expiring(TODAY.minusYears(1))))));
    assertThat(new Freshness(TODAY, Map.of(), Look.DeadLinks.MARK).of(groups))
        .singleElement()
        .satisfies(
            group -> assertThat(group.items()).extracting(Item::title).containsExactly("today"));
  }

  private static Map<URI, LinkHealth> gone() {
    return Map.of(
        GONE,
        new LinkHealth(LinkHealth.State.DEAD, Optional.empty(), Instant.EPOCH, Instant.EPOCH));
  }

  private static ResourcesView.Row row(Look.DeadLinks deadLinks, Item.Facts facts) {
    Listing listing = listing(SPANISH, item("x", GONE.toString(), "", facts));
    Look look = new Look(Look.Layout.LIST, deadLinks, Optional.empty());
    return new Rows(Language.ENGLISH, look, gone(), item -> "")
        .of(listing.shelves().get(0).entries())
        .get(0);
  }

  @Test
  void a_link_that_is_gone_says_so() {
    ResourcesView.Row row = row(Look.DeadLinks.MARK, Item.Facts.NONE);
    assertThat(row.target().note()).isEqualTo("This link seems to be gone.");
    assertThat(row.target().url()).isEqualTo(GONE.toString());
  }

  @Test
  void an_archived_copy_stands_in_for_a_link_that_is_gone() {
    assertThat(row(Look.DeadLinks.ARCHIVE, Item.Facts.NONE).target().url())
        .isEqualTo("https://web.archive.org/web/" + GONE);
    Item.Facts own =
        new Item.Facts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(URI.create("https://archive.example/x")),
            Optional.empty());
    ResourcesView.Row row = row(Look.DeadLinks.ARCHIVE, own);
    assertThat(row.target().url()).isEqualTo("https://archive.example/x");
    assertThat(row.target().note()).contains("archived copy");
  }

  private static List<String> shown(Look.DeadLinks deadLinks, Item... items) {
    List<Group> groups = List.of(new Group("Help", List.of(items)));
    return new Freshness(TODAY, gone(), deadLinks)
        .of(groups).stream().flatMap(group -> group.items().stream()).map(Item::title).toList();
  }

  @Test
  void a_link_that_is_gone_may_be_left_out() {
    Item dead = item("x", GONE.toString(), "", Item.Facts.NONE);
    assertThat(shown(Look.DeadLinks.HIDE, dead, item("y", ""))).containsExactly("y");
    assertThat(shown(Look.DeadLinks.MARK, dead, item("y", ""))).containsExactly("x", "y");
  }

  @Test
  void links_that_are_gone_are_not_left_out_where_less_than_half_of_the_list_would_be_left() {
    Item dead = item("x", GONE.toString(), "", Item.Facts.NONE);
    assertThat(shown(Look.DeadLinks.HIDE, dead)).containsExactly("x");
    assertThat(shown(Look.DeadLinks.HIDE, dead, dead, item("y", "")))
        .containsExactly("x", "x", "y");
    assertThat(shown(Look.DeadLinks.HIDE, dead, dead, item("y", ""), item("z", "")))
        .containsExactly("y", "z");
  }

  private static Link link(String title, String url) {
    return new Link(title, URI.create(url), Kind.PDF, Optional.empty());
  }

  private static Item hidden(Item item) {
    List<Group> groups = List.of(new Group("Help", List.of(item, item("y", ""))));
    return new Freshness(TODAY, gone(), Look.DeadLinks.HIDE).of(groups).get(0).items().get(0);
  }

  @Test
  void the_next_link_that_lives_leads_an_entry_whose_main_link_is_gone() {
    Link phone = link("Call", "tel:+12025550100");
    Link pdf = link("PDF", "https://a.example/x.pdf");
    Item shown =
        hidden(
            item("x", GONE.toString(), "en", Item.Facts.NONE, phone, link("Old", GONE + ""), pdf));
    assertThat(shown.title()).isEqualTo("x");
    assertThat(shown.url()).isEqualTo(pdf.url());
    assertThat(shown.kind()).isEqualTo(Kind.PDF);
    assertThat(shown.links()).containsExactly(phone);
  }

  @Test
  void an_entry_that_can_still_be_called_stays() {
    Link phone = link("Call", "tel:+12025550100");
    assertThat(hidden(item("x", GONE.toString(), "", Item.Facts.NONE, phone)).links())
        .containsExactly(phone);
  }

  @Test
  void a_further_link_that_is_gone_is_left_out_or_says_so() {
    Item item = item("x", "https://a.example/x", "", Item.Facts.NONE, link("PDF", GONE + ""));
    assertThat(hidden(item).links()).isEmpty();
    Look look = new Look(Look.Layout.LIST, Look.DeadLinks.MARK, Optional.empty());
    ResourcesView.Row row =
        new Rows(Language.ENGLISH, look, gone(), any -> "")
            .of(listing(SPANISH, item).shelves().get(0).entries())
            .get(0);
    assertThat(row.target().note()).isEmpty();
    assertThat(row.links().get(0).note()).isEqualTo("This link seems to be gone.");
  }

  @Test
  void who_offers_it_and_how_fresh_it_is_stand_there_in_words() {
    Item.Facts facts =
        new Item.Facts(
            Optional.of("Puente Norte"),
            Optional.of(LocalDate.of(2026, 3, 9)),
            Optional.of(LocalDate.of(2026, 4, 1)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(row(Look.DeadLinks.MARK, facts).origin())
        .containsExactly("Puente Norte", "Updated March 9, 2026", "Checked April 1, 2026");
  }

  @Test
  void no_two_groups_have_one_name_in_addresses() {
    List<Group> groups =
        Stream.of("Toolkits", "Toolkits", "Toolkits 2", "Toolkits")
            .map(title -> new Group(title, List.of()))
            .toList();
    assertThat(Listing.slugs(groups))
        .containsExactly("toolkits", "toolkits-2", "toolkits-2-2", "toolkits-3");
  }
}
