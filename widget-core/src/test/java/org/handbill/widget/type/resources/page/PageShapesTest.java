package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.item;
import static org.handbill.widget.type.resources.page.Reading.items;
import static org.handbill.widget.type.resources.page.Reading.lines;

import java.time.LocalDate;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.page.steer.PageParts;
import org.junit.jupiter.api.Test;

class PageShapesTest {

  @Test
  void aListStandsUnderTheNearestHeading() {
    assertThat(
            lines(
                """
                <h1>Help</h1><p><a href="/start">Start here with this guide</a></p>
                <h2>Housing</h2><ul><li><a href="/rent">Rent help</a></li></ul>
                <h2>Work</h2><ul><li><a href="/pay">Unpaid wages</a></li></ul>"""))
        .containsExactly(
            "# Help", "- Start here with this guide /start",
            "# Housing", "- Rent help /rent",
            "# Work", "- Unpaid wages /pay");
  }

  @Test
  void itemsWithoutAnyHeadingStandInAGroupWithoutATitle() {
    assertThat(lines("<ul><li><a href='/a'>First guide</a></li></ul>"))
        .containsExactly("# ", "- First guide /a");
  }

  @Test
  void theWordsAfterALinkAreItsSummary() {
    Item item = item("<ul><li><a href='/a'>Rent help</a> – pays <em>one</em> month.</li></ul>");
    assertThat(item.summary().html()).isEqualTo("pays <em>one</em> month.");
  }

  @Test
  void aSentenceKeepsTheWordsOfTheLinkInIt() {
    Item item = item("<p>Ask the <a href='/a'>Tenants' Line</a> before you sign.</p>");
    assertThat(item.title()).isEqualTo("Tenants' Line");
    assertThat(item.summary().text()).isEqualTo("Ask the Tenants' Line before you sign.");
  }

  @Test
  void drupalViewsRowsBecomeItemsWithTheirSummaryAndTranslation() {
    assertThat(
            lines(
                """
                <div id="content"><h2>Reports</h2><div class="view-content">
                <div class="views-row"><h3 class="field-content"><a href="/r1">Locked Out</a></h3>
                  <div class="field-body"><p>What we found.</p></div></div>
                <div class="views-row"><h3 class="field-content"><a href="/r2">Cold Rooms</a></h3>
                  <div class="field-body"><p>A second winter.</p>
                  <p>Descargar como PDF: <a href="/r2-es.pdf">Cuartos fríos</a></p></div></div>
                </div></div>"""))
        .containsExactly(
            "# Reports", "- Locked Out /r1", "- Cold Rooms /r2", "  + Cuartos fríos /r2-es.pdf");
  }

  @Test
  void theParagraphBelowALinkedHeadingIsItsSummary() {
    Item item = item("<h3><a href='/r'>Locked Out</a></h3><div><p>What we found.</p></div>");
    assertThat(item.summary().text()).isEqualTo("What we found.");
  }

  @Test
  void aLinkedHeadingAboveAListIsAGroupAndItsFirstItem() {
    assertThat(
            lines(
                """
                <h2><a href="/legal">Legal help</a></h2>
                <ul><li><a href="/a">Asylum guide</a></li><li><a href="/b">Court dates</a></li></ul>"""))
        .containsExactly(
            "# Legal help", "- Legal help /legal", "- Asylum guide /a", "- Court dates /b");
  }

  @Test
  void wordPressCardsMergePictureTitleAndReadMore() {
    assertThat(
            lines(
                """
                <main><h2>Guides</h2>
                <article class="post"><a href="/g1"><img src="x.jpg" alt=""></a>
                  <header><h3 class="entry-title"><a href="/g1" rel="bookmark">Family plan</a></h3></header>
                  <p>Prepare.</p><a class="more-link" href="/g1">Read more</a></article>
                <article class="post"><h3><a href="/g2">Safe phones</a></h3>
                  <p>Lock it.</p><a href="/g2">Read more</a></article></main>"""))
        .containsExactly("# Guides", "- Family plan /g1", "- Safe phones /g2");
  }

  @Test
  void aHeadingWithOnlyADownloadBelowItNamesTheItem() {
    assertThat(
            lines(
                """
                <h2>Flyers</h2>
                <div class="card"><h3>Rights card</h3><p>Carry it.</p><a href="/c.pdf">Download</a>
                  <a href="/c-es.pdf">Español</a></div>
                <div class="card"><h3>Door hanger</h3><p>Hang it.</p><a href="/d.pdf">Download PDF</a></div>"""))
        .containsExactly(
            "# Flyers", "- Rights card /c.pdf", "  + Español /c-es.pdf", "- Door hanger /d.pdf");
  }

  @Test
  void aCardThatIsOneLinkHasItsHeadingAsTitleAndTheRestAsSummary() {
    Item item = item("<a href='/k'><div><h3>Whole card</h3><p>More words</p></div></a>");
    assertThat(item.title()).isEqualTo("Whole card");
    assertThat(item.summary().text()).isEqualTo("More words");
  }

  @Test
  void siteBuildersDivSoupReadsAsTitlesAndTexts() {
    assertThat(
            lines(
                """
                <div><div><div><h2><span>Ayuda legal</span></h2></div></div>
                <div><div><p><span><a href="/g1">Guía para inquilinos</a></span></p></div>
                <div><p>Lo que debe saber.</p></div></div>
                <div><div><p><a href="/g2">Guía de salarios</a></p></div></div></div>"""))
        .containsExactly("# Ayuda legal", "- Guía para inquilinos /g1", "- Guía de salarios /g2");
  }

  @Test
  void theTextBelowALinkAloneIsItsSummary() {
    assertThat(items("<div><p><a href='/a'>Rent guide</a></p></div><div><p>For all.</p></div>"))
        .singleElement()
        .satisfies(item -> assertThat(item.summary().text()).isEqualTo("For all."));
  }

  @Test
  void exportedDocumentsUseBoldSpansAsHeadingsAndWrappedAddresses() {
    assertThat(
            lines(
                """
                <body><p><span style="font-weight:700">Food</span></p>
                <p><span><a href="https://www.google.com/url?q=https://food.example/bank&amp;sa=D">Food
                bank</a></span><span>, open daily</span></p></body>"""))
        .containsExactly("# Food", "- Food bank https://food.example/bank");
  }

  @Test
  void aBoldParagraphIntroducesAList() {
    assertThat(
            lines(
                """
                <h2>Help</h2><p><strong>Courts:</strong></p><ul><li><a href="/c">Court map of town</a></li></ul>
                <p><strong>Only bold text</strong></p><h2>Next</h2><p><a href="/n">Next guide</a></p>"""))
        .containsExactly("# Courts", "- Court map of town /c", "# Next", "- Next guide /n");
  }

  @Test
  void linesOfOneParagraphAreItemsUnderItsBoldLine() {
    assertThat(
            lines(
                """
                <p><b>Courts</b><br><a href="/a">Court map of town</a><br>
                <a href="/b">Court calendar</a> for May</p>"""))
        .containsExactly("# Courts", "- Court map of town /a", "- Court calendar /b");
  }

  @Test
  void nestedListsStayUnderThePagesOwnHeading() {
    assertThat(
            lines(
                """
                <h2>Help</h2><ul><li>Lawyers<ul><li><a href="/a">Ada &amp; Co</a></li></ul></li>
                <li>Courts<ul><li><a href="/b">Night court</a></li></ul></li></ul>"""))
        .containsExactly("# Help", "- Ada & Co /a", "- Night court /b");
  }

  @Test
  void aReportWithItsDataAndItsTranslationStaysUnderItsHeading() {
    assertThat(
            lines(
                """
                <main><h2>Reports</h2><article><h3><a href="/r">Cold rooms</a></h3><p>What we saw.</p>
                <p><a href="/d.csv">Data of the survey</a></p></article></main>"""))
        .containsExactly("# Reports", "- Cold rooms /r", "- Data of the survey /d.csv");
  }

  @Test
  void onAPageWithoutHeadingsNestedListsStandUnderTheWordsOfTheirItem() {
    assertThat(
            lines(
                """
                <ul><li>Lawyers<ul><li><a href="/a">Ada &amp; Co</a></li></ul></li>
                <li>Courts<ul><li><a href="/b">Night court</a></li></ul></li></ul>"""))
        .containsExactly("# Lawyers", "- Ada & Co /a", "# Courts", "- Night court /b");
  }

  @Test
  void aTopicAmongEntriesLeavesTheGroupWhole() {
    assertThat(
            items(
                """
                <h2>Help</h2><ul><li><a href="/a">Hotline guide</a></li>
                <li>Courts<ul><li><a href="/b">Night court</a></li></ul></li>
                <li><a href="/c">Meals guide</a></li></ul>"""))
        .extracting(item -> item.title() + " | " + item.summary().text())
        .containsExactly("Hotline guide | ", "Night court | Courts", "Meals guide | ");
  }

  @Test
  void entriesBelowALinkedEntryFollowIt() {
    assertThat(
            lines(
                "<ul><li><a href='/a'>Atlas</a> of help<ul><li><a href='/b'>Annex</a></li></ul></li></ul>"))
        .containsExactly("# ", "- Atlas /a", "- Annex /b");
  }

  @Test
  void anEntryKeepsItsTelephoneMailAndWebsiteTogether() {
    assertThat(
            lines(
                """
                <ul><li><strong>Harbor Legal Aid</strong><br>12 Pier St<br>
                Phone: <a href="tel:+1-555-0100">555-0100</a><br>
                Website: <a href="http://www.harbor.example">www.harbor.example</a> |
                <a href="mailto:desk@harbor.example">desk@harbor.example</a></li></ul>"""))
        .containsExactly(
            "# ",
            "- Harbor Legal Aid http://www.harbor.example",
            "  + 555-0100 tel:+1-555-0100",
            "  + desk@harbor.example mailto:desk@harbor.example");
  }

  @Test
  void titlesInARowAreItemsOfTheirOwn() {
    assertThat(
            lines(
                "<p><a href='/a'>Ada's law</a>, <a href='/b'>Bo's law</a> and <a href='/c'>Cy's law</a></p>"))
        .containsExactly("# ", "- Ada's law /a", "- Bo's law /b", "- Cy's law /c");
  }

  @Test
  void aSecondLinkWithinASentenceBelongsToItsEntry() {
    assertThat(
            lines(
                """
                <p><a href="/a">Night Line</a> answers calls. They also print a
                <a href="/b">pocket booklet</a> each year.</p>"""))
        .containsExactly("# ", "- Night Line /a", "  + pocket booklet /b");
  }

  @Test
  void languagesInARowAreVariantsOfTheWordsBeforeThem() {
    assertThat(
            lines(
                """
                <ul><li>Virus facts, <a href="/s">simplified</a> &amp; <a href="/t">traditional
                Chinese</a>, <a href="/v">Vietnamese</a></li></ul>"""))
        .containsExactly(
            "# ", "- Virus facts /s", "  + traditional Chinese /t", "  + Vietnamese /v");
  }

  @Test
  void aTitleAndItsTranslationBesideASlashAreOneEntry() {
    assertThat(
            lines(
                "<ul><li><a href='/a'>Steps to safety</a> / <a href='/b'>Pasos a la seguridad</a></li></ul>"))
        .containsExactly("# ", "- Steps to safety /a", "  + Pasos a la seguridad /b");
  }

  @Test
  void aRowOfATableIsOneEntryAndASpanningRowAHeading() {
    assertThat(
            lines(
                """
                <table><caption>Clinics</caption><tr><th>Name</th><th>Phone</th><th>Site</th></tr>
                <tr><td><a href="/a">Clinic A</a></td><td><a href="tel:5550100">555-0100</a></td><td></td></tr>
                <tr><td colspan="3">North</td></tr>
                <tr><td>Clinic B</td><td></td><td><a href="www.b.example">www.b.example</a></td></tr></table>"""))
        .containsExactly(
            "# Clinics",
            "- Clinic A /a",
            "  + 555-0100 tel:5550100",
            "# North",
            "- Clinic B https://www.b.example");
  }

  @Test
  void theColumnTellsTheLanguageOfALinkInATable() {
    Item item =
        item(
            """
            <table><tr><th>Flyer</th><th>English</th><th>Spanish</th></tr>
            <tr><td>Rights card</td><td><a href="/e.pdf">PDF</a></td><td><a href="/s.pdf">PDF</a></td></tr>
            </table>""");
    assertThat(item.title()).isEqualTo("Rights card");
    assertThat(Reading.tag(item.language())).isEqualTo("en");
    assertThat(Reading.tag(item.links().get(0).language())).isEqualTo("es");
  }

  @Test
  void tablesForLayoutAreReadCellByCell() {
    assertThat(
            lines(
                """
                <table><tr><td><h2>Left</h2><ul><li><a href="/a">Alpha guide</a></li></ul></td>
                <td><h2>Right</h2><ul><li><a href="/b">Beta guide</a></li></ul></td></tr></table>"""))
        .containsExactly("# Left", "- Alpha guide /a", "# Right", "- Beta guide /b");
  }

  @Test
  void definitionTermsAreHeadingsOfTheirLinks() {
    assertThat(
            lines(
                """
                <h2>Help</h2><dl><dt>Asylum</dt><dd><a href="/a">Asylum guide</a></dd>
                <dd><a href="/b">Asylum clinic</a></dd><dt><a href="/c">Bail fund</a></dt><dd>Pays bail.</dd></dl>
                <p><a href="/d">Door guide</a></p>"""))
        .containsExactly(
            "# Asylum",
            "- Asylum guide /a",
            "- Asylum clinic /b",
            "# Help",
            "- Bail fund /c",
            "- Door guide /d");
  }

  @Test
  void foldedPartsAreHeadedByTheirSummaryAndEndWithThem() {
    assertThat(
            lines(
                """
                <h2>Help</h2><details><summary>Food</summary><ul><li><a href="/f">Food bank</a></li></ul>
                </details><p><a href="/g">General guide</a></p>"""))
        .containsExactly("# Food", "- Food bank /f", "# Help", "- General guide /g");
  }

  @Test
  void hiddenPanelsOfAnAccordionAreContent() {
    assertThat(
            lines(
                """
                <div><h3><button aria-expanded="false" aria-controls="p1">Food</button></h3>
                <div id="p1" hidden><p><a href="/f">Food bank</a></p></div></div>
                <div class="x-item"><div class="accordion-title" role="button" aria-controls="p2">Beds</div>
                <div id="p2" style="display: none"><p><a href="/b">Shelter list</a></p></div></div>"""))
        .containsExactly("# Food", "- Food bank /f", "# Beds", "- Shelter list /b");
  }

  @Test
  void callsToClickGiveWayToTheWordsBeforeThem() {
    assertThat(lines("<p>To fight an eviction, <a href='/e'>click here</a>.</p>"))
        .containsExactly("# ", "- To fight an eviction /e");
    assertThat(lines("<p><a href='/e'>Click here</a> for the tenants' handbook</p>"))
        .containsExactly("# ", "- the tenants' handbook /e");
  }

  @Test
  void aLinkWithoutWordsTakesItsNameFromLabelPictureOrAddress() {
    assertThat(
            lines(
                """
                <ul><li><a href="/a" aria-label="Label name"><img src="a.png"></a></li>
                <li><a href="/b"><img src="b.png" alt="Picture name"></a></li>
                <li><a href="/files/rights_card-2.pdf"><img src="c.png"></a></li></ul>"""))
        .containsExactly(
            "# ",
            "- Label name /a",
            "- Picture name /b",
            "- rights card 2 /files/rights_card-2.pdf");
  }

  @Test
  void remarksAboutNewWindowsAndArrowsAreNotPartOfATitle() {
    assertThat(item("<p><a href='/a'>Rent guide (opens in a new window) »</a></p>").title())
        .isEqualTo("Rent guide");
  }

  @Test
  void theDateThatAnEntryStatesIsWhenItWasUpdated() {
    Item item =
        item(
            "<ul><li><a href='/a'>Rent guide</a> <time datetime='2024-05-02T10:00Z'>May</time></li></ul>");
    assertThat(item.facts().updated()).contains(LocalDate.of(2024, 5, 2));
  }

  @Test
  void aSelectorPointsAtTheContent() throws UnreadableSourceException {
    String html =
        "<div class='x'><a href='/a'>Alpha guide</a></div><div class='y'><a href='/b'>Beta guide</a></div>";
    assertThat(lines(PageReader.read(Reading.bytes(html), PageParts.within(".y"))))
        .containsExactly("# ", "- Beta guide /b");
  }

  @Test
  void aDeclaredBaseMakesLinksAbsolute() {
    assertThat(item("<base href='https://other.example/x/'><p><a href='y'>Far guide</a></p>").url())
        .hasToString("https://other.example/x/y");
  }

  @Test
  void aNumberInLargeLettersBelongsToTheHeadingAboveIt() {
    assertThat(
            lines(
                """
                <h2>Numbers</h2><h3>Night line</h3><p>Around the clock.</p>
                <h3><a href="tel:116123">Call 116 123</a></h3>
                <h3>Fire brigade</h3><p>For fires.</p><h3><a href="tel:112">Call 112</a></h3>"""))
        .containsExactly("# Numbers", "- Night line tel:116123", "- Fire brigade tel:112");
  }

  @Test
  void aSentenceAndAPostalAddressNameNoEntry() {
    assertThat(
            lines(
                """
                <h2>Food</h2><h3>Harvest Table</h3><p>Meals on every day of the week.<br>
                <a href="https://a.example">a.example</a></p>
                <h3>Corner Pantry</h3><p>12 Mill Road, Suite 4, Springfield, IL 62701<br>
                <a href="https://b.example">b.example</a></p>"""))
        .containsExactly(
            "# Food", "- Harvest Table https://a.example", "- Corner Pantry https://b.example");
  }
}
