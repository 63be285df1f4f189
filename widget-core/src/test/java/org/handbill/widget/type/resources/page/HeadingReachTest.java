package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.items;
import static org.handbill.widget.type.resources.page.Reading.lines;

import org.junit.jupiter.api.Test;

/** How far down a heading reaches. */
class HeadingReachTest {

  @Test
  void thePagesTitleInABannerReachesToTheEnd() {
    assertThat(
            lines(
                """
                <section><h1>Resources</h1><p>For all.</p></section>
                <section><p><a href="/r">Rent desk</a></p></section>
                <section><h2>Work</h2><p><a href="/w">Wages desk</a></p></section>
                <section><p><a href="/l">Night line</a></p></section>"""))
        .containsExactly(
            "# Resources",
            "- Rent desk /r",
            "# Work",
            "- Wages desk /w",
            "# Resources",
            "- Night line /l");
  }

  @Test
  void aHeadingAloneInItsSectionNamesTheNext() {
    assertThat(
            lines(
                """
                <section><div><h2>Food</h2></div></section>
                <section><ul><li><a href="/p">Pantry</a></li></ul></section>
                <section><h2>Work</h2></section><section><p><a href="/w">Wages desk</a></p></section>"""))
        .containsExactly("# Food", "- Pantry /p", "# Work", "- Wages desk /w");
  }

  @Test
  void aHeadingWithWordsBelowItEndsWithItsSection() {
    assertThat(
            lines(
                """
                <section><h2>About</h2><p>We are neighbors.</p></section>
                <p><a href="/r">Rent desk</a></p>"""))
        .containsExactly("# ", "- Rent desk /r");
  }

  @Test
  void aSentenceInBoldIsNoHeading() {
    assertThat(
            lines(
                """
                <h2>Lines</h2><p><strong>If you are in danger now, call somebody you trust.</strong></p>
                <p><a href="/l">Night line</a></p>"""))
        .containsExactly("# Lines", "- Night line /l");
  }

  @Test
  void theNamesOfTabsStandAboveWhatTheyOpen() {
    assertThat(
            lines(
                """
                <h2>Guides</h2><ul role="tablist"><li><a role="tab" href="#one">Papers</a></li>
                <li><a data-toggle="tab" href="#two">Videos</a></li></ul>
                <div id="one"><ul><li><a href="/p">Rent papers</a></li></ul></div>
                <div id="two"><h3>Videos</h3><p><a href="/v">Court film</a></p></div>"""))
        .containsExactly("# Papers", "- Rent papers /p", "# Videos", "- Court film /v");
  }

  @Test
  void aPictureBelowAHeadingDoesNotBelongToTheNext() {
    assertThat(
            lines(
                """
                <div><p><b>North</b></p><p><a href="https://n.example/"><img src="n.png"></a></p>
                <p><b>South</b></p><p><a href="https://s.example/"><img src="s.png"></a></p></div>"""))
        .containsExactly(
            "# North",
            "- n.example https://n.example/",
            "# South",
            "- s.example https://s.example/");
  }

  @Test
  void wordsAfterAListAreNotSaidOfItsLastItem() {
    assertThat(
            items("<ul><li><a href='/r'>Rent desk</a></li></ul><p>More is to come.</p>")
                .get(0)
                .summary()
                .isEmpty())
        .isTrue();
  }

  @Test
  void cardsThatALineNamesStandUnderTheHeadingAboveThem() {
    assertThat(
            lines(
                """
                <h2>Desks</h2><p>They know the law.</p><div>
                <div class="c"><div><div>⚖️</div><div class="n">North desk</div></div><p>Rent and wages.</p>
                <div><a href="tel:5550101">555-0101</a></div><div>Main street</div><a href="https://n.example/">Visit website</a></div>
                <div class="c"><div><div class="n">South desk</div></div><p>Asylum.</p>
                <div><a href="tel:5550102">555-0102</a></div></div></div>"""))
        .containsExactly(
            "# Desks",
            "- North desk tel:5550101",
            "  + Visit website https://n.example/",
            "- South desk tel:5550102");
  }

  @Test
  void aHeadingAboveOneAddressNamesIt() {
    assertThat(
            lines(
                """
                <h2>Groups</h2><div><h3>Night line</h3><p><a href="https://n.example/">https://n.example</a> – by day too.</p></div>
                <div><h3>Day line</h3><p>Calls.</p><p><a href="https://d.example/">d.example →</a></p></div>"""))
        .containsExactly(
            "# Groups", "- Night line https://n.example/", "- Day line https://d.example/");
  }

  @Test
  void thePagesTitleInABannerNamesWhatNoOtherHeadingDoes() {
    String list = "<p><a href='/r'>Rent desk</a></p><h2>Work</h2><p><a href='/w'>Wages</a></p>";
    assertThat(lines("<header><h1>Help</h1></header><div>" + list + "</div>"))
        .containsExactly("# Help", "- Rent desk /r", "# Work", "- Wages /w");
    assertThat(lines("<header><h1><a href='/'>Site</a></h1></header><div>" + list + "</div>"))
        .containsExactly("# ", "- Rent desk /r", "# Work", "- Wages /w");
  }

  @Test
  void aCryInBoldIsNoHeadingButALineOfAParagraphInBoldIs() {
    assertThat(
            lines(
                """
                <h2>News</h2><p><b>May is the month of all tenants!</b></p><p><a href="/m">May march</a></p>
                <p><b><font>Other places:<br></font><a href="/o">Harbour desk</a></b></p><p><b><a href="/p">Hill desk</a></b></p>
                """))
        .containsExactly(
            "# News", "- May march /m", "# Other places", "- Harbour desk /o", "- Hill desk /p");
  }

  @Test
  void aHeadingWithWordsButNoLinkEndsWhereTheNextBegins() {
    assertThat(
            lines(
                """
                <h2>Pets</h2><h3>Animal Shelter</h3><p>Ask at the desk.</p>
                <h3>Pet Pantry</h3><p>Food for cats and dogs of any age.<br>(555) 010-0100<br>
                <a href="https://p.example">https://p.example</a></p>"""))
        .containsExactly("# Pets", "- Pet Pantry https://p.example");
  }

  @Test
  void aRowOfHeadingsThatEachSayANumberIsAListOfNumbers() {
    assertThat(
            lines(
                """
                <h1>Support</h1><h2>Youth line: <a href="tel:0800 555 101">0800 555 101, or text 234</a></h2>
                <h2>The low down: <a href="https://low.example/">low.example or text 5626</a></h2>
                <h2>Night line: <a href="tel:0800 555 102">0800 555 102</a></h2>"""))
        .containsExactly(
            "# Support",
            "- Youth line tel:0800555101",
            "- The low down https://low.example/",
            "- Night line tel:0800555102");
  }
}
