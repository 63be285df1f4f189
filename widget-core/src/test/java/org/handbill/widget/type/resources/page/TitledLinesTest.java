package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.lines;

import java.util.List;
import org.handbill.widget.type.resources.entry.Item;
import org.junit.jupiter.api.Test;

/** Lines within a paragraph that are the headings of the lines below. */
class TitledLinesTest {

  @Test
  void eachLineInBoldNamesAGroupUpToTheNext() {
    assertThat(
            lines(
                """
                <h2>Minutes</h2><div><strong><u>2020</u></strong><br><a href="/a">June meeting</a><br>
                July, to come<br><br><u><b>2019</b></u><br><b><a href="/b">May meeting</a><br>
                <a href="/c">March meeting</a></b></div>"""))
        .containsExactly(
            "# 2020", "- June meeting /a", "# 2019", "- May meeting /b", "- March meeting /c");
  }

  @Test
  void aLineInBoldWithoutEntriesOfItsOwnGoesOnWithWhatIsAbove() {
    assertThat(
            lines(
                """
                <h2>Help</h2><p><b>Food</b><br><a href="/a">Bread table</a><br><b>Open daily</b><br>
                Call <a href="tel:5550101">555-0101</a></p>"""))
        .containsExactly("# Food", "- Bread table /a", "  + 555-0101 tel:5550101");
  }

  @Test
  void aShortLineWithAColonNamesTheEntriesOfItsParagraph() {
    assertThat(
            lines(
                """
                <h1>Reading</h1><p>Books (mostly old):<br>“<a href="/a">The long road</a>”<br>
                “<a href="/b">A short stay</a>”</p><p><a href="/c">The other shelf</a></p>"""))
        .containsExactly(
            "# Books (mostly old)",
            "- The long road /a",
            "- A short stay /b",
            "# Reading",
            "- The other shelf /c");
  }

  @Test
  void aColonBeforeOneEntryOrAfterASentenceNamesNone() {
    assertThat(
            lines(
                """
                <h2>Help</h2><p>Our partner:<br><a href="/a">Bread table</a></p>
                <p>We have written down where others found help:<br><a href="/b">Warm room</a><br>
                <a href="/c">Night bus</a></p>"""))
        .containsExactly("# Help", "- Bread table /a", "- Warm room /b", "- Night bus /c");
  }

  @Test
  void aLastLineInBoldBelowAnEmptyOneHeadsTheNextParagraph() {
    assertThat(
            lines(
                """
                <p><strong>Meeting in May</strong></p>
                <p>&gt; <a href="/a">Notice</a> PDF<br>&gt; <a href="/b">Agenda</a> PDF<br><br><strong>Meeting in June</strong></p>
                <p>&gt; <a href="/c">Notice of June</a> PDF<br>&gt; <a href="/d">Minutes</a> PDF</p>"""))
        .containsExactly(
            "# Meeting in May",
            "- Notice /a",
            "- Agenda /b",
            "# Meeting in June",
            "- Notice of June /c",
            "- Minutes /d");
  }

  @Test
  void anEntryWithoutALinkHeadsNotTheNextOne() {
    assertThat(
            lines(
                """
                <h2>Now</h2><p><strong>City line</strong><br><a href="tel:5550101">555-0101</a></p>
                <p><strong>State line</strong><br>Dial <strong>211</strong></p>
                <p><strong>Village line</strong><br><a href="tel:5550102">555-0102</a></p>"""))
        .containsExactly("# Now", "- City line tel:5550101", "- Village line tel:5550102");
  }

  @Test
  void whatIsSaidBetweenANameAndItsLinkIsKept() {
    List<Item> items =
        Reading.items(
            "<main><h2>Lines</h2><ul><li>Canada: The Open Line - call or text 45645, or visit"
                + " <a href='https://a.example/'>a.example</a></li><li>Night line: call 555 0100 or see"
                + " <a href='https://b.example/'>b.example</a></li></ul></main>");
    assertThat(items)
        .extracting(Item::title)
        .containsExactly("Canada: The Open Line", "Night line");
    assertThat(items.get(0).summary().text()).contains("call or text 45645");
    assertThat(items.get(1).summary().text()).contains("555 0100");
  }

  @Test
  void linesOfANameAndALinkThatNamesNothingAreAnEntryEach() {
    assertThat(
            lines(
                """
                <main><h2>Programs</h2><p><strong>Food stamps:</strong> <a href="https://a.example/">Apply</a><br>
                Heating help – <a href="https://b.example/">website</a><br>School meals (<a href="/c.pdf">PDF</a>)</p>
                <h2>Numbers</h2><p>Police: <a href="tel:911">911</a><br>Crisis: <a href="tel:988">988</a></p>
                <h2>Legal aid</h2><p>Office: <a href="tel:5550100">555 0100</a><br>
                Crisis: <a href="tel:5550101">555 0101</a></p></main>"""))
        .startsWith(
            "# Programs",
            "- Food stamps https://a.example/",
            "- Heating help https://b.example/",
            "- School meals /c.pdf",
            "# Numbers",
            "- Police tel:911",
            "- Crisis tel:988")
        .contains("  + 555 0101 tel:5550101");
  }

  @Test
  void whatDownloadHereGoesOnWithIsTheTitle() {
    assertThat(
            lines(
                """
                <main><h2>Guides</h2><p><a href="/g">Family guide</a></p><p>Download <a href="/e">here</a> the
                easy-read guide.</p><p>Descarga <a href="/v">aquí</a> la guía de vivienda</p></main>"""))
        .containsExactly(
            "# Guides", "- Family guide /g", "- easy-read guide /e", "- guía de vivienda /v");
  }
}
