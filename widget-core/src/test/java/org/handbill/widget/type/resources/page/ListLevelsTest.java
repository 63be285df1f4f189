package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.lines;

import org.junit.jupiter.api.Test;

/** Lists whose levels are not where HTML wants them. */
class ListLevelsTest {

  @Test
  void levelsPublishedOneAfterAnotherAreNested() {
    assertThat(
            lines(
                """
                <h2>Night</h2>
                <ul class="c1 lst-kix_ab12-0 start"><li><a href="/line">Night line</a></li></ul>
                <ul class="c1 lst-kix_ab12-1 start"><li><a href="tel:5550101">555-0101</a></li></ul>
                <ul class="c1 lst-kix_ab12-0"><li>Beds</li></ul>
                <ul class="c1 lst-kix_ab12-1"><li>North</li></ul>
                <ul class="c1 lst-kix_ab12-2"><li><a href="https://b.example/">b.example</a></li></ul>"""))
        .containsExactly(
            "# Night",
            "- Night line /line",
            "  + 555-0101 tel:5550101",
            "- Beds https://b.example/");
  }

  @Test
  void aListBetweenItemsBelongsToTheOneBefore() {
    assertThat(
            lines(
                """
                <ul><li>Food</li><ul><li><a href="/p">Pantry</a></li></ul>
                <li>Work</li><ul><li><a href="/w">Wages desk</a></li></ul></ul>"""))
        .containsExactly("# Food", "- Pantry /p", "# Work", "- Wages desk /w");
  }

  @Test
  void aTitleThatStandsInAListWithoutBeingAnItemHeadsIt() {
    assertThat(
            lines(
                """
                <h2>Help</h2><ul><em class="t">Helplines:</em><li><a href="/a">Line 144</a> - by day</li></ul>
                <ul><em class="t">Where to report:</em><li>Police of the city, First Avenue <a href="tel:5550101">555 0101</a></li>
                <li>Court <a href="tel:5550102">555 0102</a></li></ul><p><a href="/c">More help</a></p>"""))
        .containsExactly(
            "# Helplines",
            "- Line 144 /a",
            "# Where to report",
            "- Police of the city, First Avenue tel:5550101",
            "- Court tel:5550102",
            "# Help",
            "- More help /c");
  }

  @Test
  void aHeadingInAListNamesTheAddressBelow() {
    assertThat(
            lines(
                """
                <h4>Links</h4><ul><h5>CITY AID</h5><li><a href="https://a.example/x">https://a.example/x</a></li>
                <h5>Sign School</h5><li><a href="https://b.example/">https://b.example/</a></li></ul>"""))
        .containsExactly(
            "# Links", "- CITY AID https://a.example/x", "- Sign School https://b.example/");
  }

  @Test
  void aTopicInBoldDividesAListEvenWhereThePageHasHeadings() {
    assertThat(
            lines(
                """
                <h1>Links</h1><h2>Beginners</h2><p><a href="/0">First steps</a></p><h2>Others</h2><ul>
                <li><strong>Systems</strong><ul><li><a href="/a">Setting up</a></li><li><a href="/b">Commands</a></li></ul></li>
                <li><strong>Practice</strong><ul><li><a href="https://c.example/">https://c.example/</a></li></ul></li></ul>"""))
        .containsExactly(
            "# Beginners",
            "- First steps /0",
            "# Systems",
            "- Setting up /a",
            "- Commands /b",
            "# Others",
            "- Practice https://c.example/");
  }
}
