package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.item;
import static org.handbill.widget.type.resources.page.Reading.items;

import java.time.LocalDate;
import org.handbill.widget.type.resources.entry.Item;
import org.junit.jupiter.api.Test;

/** What a page states of an entry besides its words. */
class FactsTest {

  @Test
  void theDaysInTheWordsOfAnEntryAreItsOwn() {
    Item.Facts facts =
        item("<ul><li><a href='/a'>Rent guide</a> – pays rent. Verified March 3, 2024.</li></ul>")
            .facts();
    assertThat(facts.verified()).contains(LocalDate.of(2024, 3, 3));
    assertThat(facts.updated()).isEmpty();
  }

  @Test
  void aStampTellsTheDayOfWhatStandsBeforeIt() {
    Item.Facts facts =
        item("<p><a href='/a'>Rent guide</a> Last verified <time datetime='2024-03-03'>in spring</time></p>")
            .facts();
    assertThat(facts.verified()).contains(LocalDate.of(2024, 3, 3));
    assertThat(facts.updated()).isEmpty();
  }

  @Test
  void aStampAloneIsTheDayOfTheLastChange() {
    assertThat(
            item("<p><a href='/a'>Rent guide</a> <time datetime='2024-03-03T10:00Z'>3 March</time></p>")
                .facts()
                .updated())
        .contains(LocalDate.of(2024, 3, 3));
  }

  @Test
  void markupTellsTheOrganization() {
    assertThat(
            item("""
                <ul><li itemscope><a itemprop="url" href="/a">Rent guide</a> by
                <span itemprop="provider" itemscope><b itemprop="name">Tenants' Desk</b></span></li></ul>""")
                .facts()
                .organization())
        .contains("Tenants' Desk");
    assertThat(item("<p><a href='/a'>Rent guide</a> by Tenants' Desk</p>").facts().organization())
        .isEmpty();
  }

  @Test
  void aPagesPublisherIsNotThatOfItsEntries() {
    StringBuilder page = new StringBuilder("<main itemscope><b itemprop='publisher'>Us</b><ul>");
    for (int i = 0; i < 20; i++) {
      page.append("<li><a href='/" + i + "'>Guide number " + i + "</a></li>");
    }
    assertThat(items(page + "</ul></main>"))
        .hasSize(20)
        .allSatisfy(item -> assertThat(item.facts().organization()).isEmpty());
  }

  @Test
  void aColumnTellsTheOrganization() {
    assertThat(
            items(
                """
                    <table><tr><th>Servicio</th><th>Organización</th></tr>
                    <tr><td><a href="/a">Asilo</a></td><td>Casa Norte</td></tr>
                    <tr><td><a href="/b">Casa Sur</a></td><td>Casa Sur</td></tr></table>"""))
        .extracting(item -> item.facts().organization().orElse(""))
        .containsExactly("Casa Norte", "");
  }

  @Test
  void whatIsSaidOfThePageIsNotSaidOfItsLastEntry() {
    String cards =
        """
        <div><div><h3><a href="/a">First guide</a></h3><p>Words.</p></div>
        <div><h3><a href="/b">Second guide</a></h3>%s</div></div>%s""";
    String stamp = "<p>Last reviewed May 2, 2024</p>";
    assertThat(Reading.items(cards.formatted("", stamp)).get(1).facts().verified()).isEmpty();
    assertThat(Reading.items(cards.formatted(stamp, "")).get(1).facts().verified()).isPresent();
    String lines =
        "<p><a href='/a'>First guide</a> – words</p><p><a href='/b'>Second guide</a></p>";
    assertThat(Reading.items(lines + "<p>Última actualización: 2 de mayo de 2024</p>").get(1))
        .satisfies(
            item -> {
              assertThat(item.facts().updated()).isEmpty();
              assertThat(item.summary().isEmpty()).isTrue();
            });
  }
}
