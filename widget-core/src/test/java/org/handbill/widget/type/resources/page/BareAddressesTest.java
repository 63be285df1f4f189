package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.lines;

import org.junit.jupiter.api.Test;

/** Web addresses that stand for themselves. */
class BareAddressesTest {

  @Test
  void addressesInParagraphsOfTheirOwnAreEntriesOfTheGroup() {
    assertThat(
            lines(
                """
                <h2>History</h2><p><a href="https://one.example/">https://one.example/</a></p>
                <p><a href="https://two.example/a">https://two.example/a</a> (the old town)</p>
                <p><a href="https://two.example/b">https://two.example/b</a></p>
                <h2>Food</h2><p><a href="/f">Pantry</a></p>"""))
        .containsExactly(
            "# History",
            "- https://one.example https://one.example/",
            "- https://two.example/a https://two.example/a",
            "- https://two.example/b https://two.example/b",
            "# Food",
            "- Pantry /f");
  }

  @Test
  void theAddressesOfOneNameBelongToIt() {
    assertThat(
            lines(
                """
                <h2>Desks</h2><h3>Blue House</h3><p><a href="https://blue.example/">www.blue.example</a></p>
                <p><a href="https://www.facebook.com/blue">facebook.com/blue</a></p>"""))
        .containsExactly(
            "# Desks",
            "- Blue House https://blue.example/",
            "  + facebook.com/blue https://www.facebook.com/blue");
  }

  @Test
  void linesThatBeginWithAnAddressAreEntriesUnderTheLineAboveThem() {
    assertThat(
            lines(
                """
                <p><b>Clubs</b></p><p><a href="https://one.example/">http://one.example/</a><i>Club One</i>, open late
                <br><a href="https://two.example/">http:www.two.example/</a> Club Two
                <br><a href="https://three.example/">Three.example</a> The oldest of all</p>"""))
        .containsExactly(
            "# Clubs",
            "- Club One https://one.example/",
            "- Club Two https://two.example/",
            "- Three.example https://three.example/");
  }

  @Test
  void aNumberAndTheAddressesBelowANameInBoldStayOneEntry() {
    assertThat(
            lines(
                """
                <h2>Lines</h2><p><b>Night line</b><br><a href="tel:5550100">555-0100</a><br>
                <a href="https://n.example/">www.n.example</a><br><a href="https://c.example/">www.c.example</a></p>"""))
        .containsExactly(
            "# Lines",
            "- Night line https://n.example/",
            "  + 555-0100 tel:5550100",
            "  + www.c.example https://c.example/");
  }
}
