package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.item;
import static org.handbill.widget.type.resources.page.Reading.lines;

import org.junit.jupiter.api.Test;

/** Entries that their link does not name. */
class WeakTitlesTest {

  @Test
  void theHeadingNamesTheOnlyEntryBelowItRatherThanTheLabelOfAField() {
    assertThat(
            lines(
                """
                <h1>Help</h1><h2>North Library</h2><p><b>Description</b>: Reads with you, see the
                <a href="/n">website of the city</a>.</p>
                <h2>South Library</h2><p><b>Location</b>: by the river.<br><b>Hours</b>: all day.<br>
                <b>Registration</b>: <a href="/s">more information</a></p>"""))
        .containsExactly(
            "# North Library", "- North Library /n", "# South Library", "- South Library /s");
  }

  @Test
  void theLabelBeforeACallNamesOneOfSeveralEntries() {
    assertThat(
            lines(
                """
                <h2>Library</h2><p><b>Get a card</b>: <a href="/c">Sign up here</a>.<br>
                <b>Próximas clases</b>: <a href="/k">Consulte el calendario aquí</a>.</p>"""))
        .containsExactly("# Library", "- Get a card /c", "- Próximas clases /k");
  }

  @Test
  void whatALabelSaysStaysInTheSummary() {
    assertThat(
            item("<h2>Library</h2><p><b>Place</b>: By the river<br><a href='/l'>Visit us here</a></p>")
                .summary()
                .text())
        .contains("By the river");
  }

  @Test
  void wordsThatGoOnAfterTheLinkBelongToTheTitle() {
    assertThat(
            lines(
                """
                <h2>March</h2><p><a href="/p">The whole plan</a></p><p><em><a href="/v">Video</a></em> of our march downtown</p>
                <p><a href="/n1">North shelter</a> I</p><p><a href="/n2">North shelter</a> II</p>"""))
        .containsExactly(
            "# March",
            "- The whole plan /p",
            "- Video of our march downtown /v",
            "- North shelter I /n1",
            "- North shelter II /n2");
  }

  @Test
  void aTagBelowTheTitleOfACardIsNoPartOfIt() {
    assertThat(
            item("""
                    <a href="/c"><div class="card-title"><div>How to cook for fifty</div><div>Video</div></div>
                    <div>Blue House</div></a>""")
                .title())
        .isEqualTo("How to cook for fifty");
  }

  @Test
  void aCallThatRepeatsItsHeadingIsTheLinkOfWhatThatNames() {
    assertThat(
            lines(
                """
                <h2>Food</h2><h3>North Food Desk</h3><p>Every day.</p><p><a href="/n">Visit Food Desk</a></p>
                <h3>Ride Line</h3><p>For workers.</p><p><a href="/r">Learn more about Ride Line</a></p>
                <h3>More</h3><p><a href="/m">Visit a mosque</a></p>"""))
        .containsExactly(
            "# Food", "- North Food Desk /n", "- Ride Line /r", "# More", "- Visit a mosque /m");
  }

  @Test
  void smallPrintRightBehindANameIsNoPartOfIt() {
    assertThat(
            lines(
                """
                <h2>Numbers</h2><ul><li><span>Town Hall<small>3 Mill Road</small></span>
                <a href="tel:5550100100">555 010 0100</a></li></ul>"""))
        .containsExactly("# Numbers", "- Town Hall tel:5550100100");
  }
}
