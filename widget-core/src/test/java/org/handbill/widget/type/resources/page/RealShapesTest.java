package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.item;
import static org.handbill.widget.type.resources.page.Reading.items;
import static org.handbill.widget.type.resources.page.Reading.lines;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Shapes that pages of organizations were found to have. */
class RealShapesTest {

  @Test
  void numbersAndFormsListedUnderAnEntryBelongToIt() {
    assertThat(
            lines(
                """
                <h2>Night</h2><ul><li><a href="/line">Night line</a>
                <ul><li><a href="/chat">Online chat</a></li>
                <li><a href="tel:+15550100">+1 555-0100</a></li></ul></li></ul>"""))
        .containsExactly(
            "# Night",
            "- Night line /line",
            "  + Online chat /chat",
            "  + +1 555-0100 tel:+15550100");
  }

  @Test
  void aNameInBoldWithANumberAndAnAddressBelowIsOneEntry() {
    assertThat(
            lines(
                """
                <h2>Lines</h2><p><b>Safe Voice</b><br>Open all night<br>
                <a href="tel:5550101">555-0101</a><br><a href="https://v.example/">v.example</a></p>"""))
        .containsExactly("# Lines", "- Safe Voice https://v.example/", "  + 555-0101 tel:5550101");
  }

  @Test
  void severalLabelledAddressesBelowALineInBoldAreEntriesOfAGroup() {
    assertThat(
            lines(
                """
                <p><b>Shelters</b><br>Blue House: <a href="https://b.example/">b.example</a><br>
                Red House: <a href="https://r.example/">r.example</a></p>"""))
        .containsExactly(
            "# Shelters", "- Blue House https://b.example/", "- Red House https://r.example/");
  }

  @Test
  void theWordsInBoldAtTheStartOfALineNameItsNumbers() {
    assertThat(
            lines(
                """
                <p><strong>Crisis desk</strong> – call <a href="tel:5550102">555-0102</a> or chat at
                <a href="https://c.example/">c.example</a>.</p>"""))
        .containsExactly("# ", "- Crisis desk https://c.example/", "  + 555-0102 tel:5550102");
  }

  @Test
  void aSentenceThatLeadsToAnAddressIsNoTitle() {
    assertThat(item("<ul><li>Look at lists such as <a href='/l'>www.l.example</a></li></ul>"))
        .satisfies(
            item -> {
              assertThat(item.title()).isEqualTo("www.l.example");
              assertThat(item.summary().text()).isEqualTo("Look at lists such as www.l.example");
            });
  }

  @Test
  void namesAndAddressesBetweenEmptyLinesAreEntries() {
    assertThat(
            lines(
                """
                <div><a href="https://one.example/">one.example</a><br><br>
                Second Wind <a href="https://two.example/">two.example</a><br><br>
                Third Home <a href="https://three.example/">three.example</a></div>"""))
        .containsExactly(
            "# ",
            "- one.example https://one.example/",
            "- Second Wind https://two.example/",
            "- Third Home https://three.example/");
  }

  @Test
  void aTableInAFigureIsReadRowByRow() {
    assertThat(
            lines(
                """
                <h2>Offices</h2><figure><table>
                <thead><tr><th>Name</th><th>Help</th></tr></thead>
                <tr><td><a href="/n">North desk</a></td><td>Asylum</td></tr>
                <tr><td colspan="2"><strong>South</strong></td></tr>
                <tr><td><a href="/s">South desk</a></td><td>Wages</td></tr></table></figure>"""))
        .containsExactly("# Offices", "- North desk /n", "# South", "- South desk /s");
  }

  @Test
  void aRowThatLaysColumnsOutIsNoEntry() {
    assertThat(
            lines(
                """
                <table><tr><td><div><font><strong>Food</strong></font><br><a href="/a">Pantry A</a><br>
                <a href="/b">Pantry B</a></div></td>
                <td><div><strong>Health</strong><br><a href="/c">Clinic C</a></div></td></tr></table>"""))
        .containsExactly("# Food", "- Pantry A /a", "- Pantry B /b", "# Health", "- Clinic C /c");
  }

  @Test
  void theButtonOfACardLeadsToWhatItsHeadingNames() {
    assertThat(
            lines(
                """
                <h2>Online</h2><ul><li class="card"><h3>File a claim</h3><p>Any day.</p>
                <a class="usa-button" href="/claim">Begin</a></li>
                <li class="card"><h3>Find a desk</h3><a class="usa-button" href="/desks">Search desks</a>
                </li></ul>"""))
        .containsExactly("# Online", "- File a claim /claim", "- Find a desk /desks");
  }

  @Test
  void theTypeAboveACardsHeadingIsNoWordAboutTheCardBefore() {
    assertThat(
            items(
                    """
                    <div><div class="card"><span>Report</span><h3><a href="/1">Who waits</a></h3><p>Ten pages.</p></div>
                    <div class="card"><p>Toolkit</p><h3><a href="/2">Watch a court</a></h3></div></div>""")
                .get(0)
                .summary()
                .text())
        .isEqualTo("Ten pages.");
  }

  @Test
  void aPictureAboveTheTitleThatLeadsToTheSamePlaceIsNoEntry() {
    assertThat(
            lines(
                """
                <div><a href="/1"><img src="c.png" alt="Cover of it"></a>
                <h3><a href="/1">Who waits</a></h3></div>
                <div><a href="/2"><i>»</i></a><h3><a href="/2">Who pays</a></h3></div>"""))
        .containsExactly("# ", "- Who waits /1", "- Who pays /2");
  }

  @Test
  void aRowOfPicturesWithoutWordsStaysARow() {
    assertThat(
            lines(
                """
                <h2>Partners</h2><p><a href="https://a.example/"><img src="a.png"></a>
                </p><p><a href="https://b.example/"><img src="b.png"></a></p>
                <h2>More</h2><p><a href="/m">More help for tenants</a></p>"""))
        .containsExactly(
            "# Partners",
            "- a.example https://a.example/",
            "- b.example https://b.example/",
            "# More",
            "- More help for tenants /m");
  }

  @Test
  void aLinkedHeadingAboveALabelledListNamesAGroup() {
    assertThat(
            lines(
                """
                <h2><a href="/all">Local numbers</a></h2><ul><li>County: <a href="tel:5550103">555-0103</a></li>
                <li>City: <a href="tel:5550104">555-0104</a></li></ul>"""))
        .containsExactly(
            "# Local numbers",
            "- Local numbers /all",
            "- County tel:5550103",
            "- City tel:5550104");
  }

  @Test
  void aCallToTakeAGuideIsNamedByTheWordsBeforeIt() {
    assertThat(lines("<ul><li>Basic rights – <a href='/g'>Descargar guía</a></li></ul>"))
        .containsExactly("# ", "- Basic rights /g");
    assertThat(lines("<ul><li>By the court: <a href='/g'>Guide to the court</a></li></ul>"))
        .containsExactly("# ", "- Guide to the court /g");
  }

  @Test
  void linksThatOnlyServeTheSiteAreLeftOut() {
    assertThat(
            lines(
                """
                <main><h1>List</h1><a href="?type=pdf">PDF only</a><p><a href="/a">First guide</a></p>
                <a class="btn" href="#top">Back to top</a><a href="/user/login">Members</a>
                <a href="/in">Log in to Library</a><a href="/p/2">Load more</a>
                <a href="/p">Imprimir esta página</a>
                <div class="lib-footer-public"><a href="/lib">The library</a></div>
                <p>© 2024 <a href="mailto:web@help.example">Webmaster</a></p></main>"""))
        .containsExactly("# List", "- First guide /a");
    assertThat(item("<main><p><a href='/a'>A guide</a></p><a href='#top'>Back to top</a></main>"))
        .satisfies(item -> assertThat(item.summary().isEmpty()).isTrue());
  }

  @Test
  void theFooterOfACardAndWhatIsNoFooterStay() {
    assertThat(
            lines(
                """
                <div id="content" class="not-footer"><div class="card"><h3>Rent guide</h3>
                <div class="card-footer"><a href="/r">Read more</a></div></div></div>"""))
        .containsExactly("# ", "- Rent guide /r");
  }

  @Test
  void aMenuInACellOfALayoutTableIsLeftOut() {
    assertThat(
            lines(
                """
                <table><tr><td><a href="/">Home</a><br><a href="/about">About</a><br><a href="/new">What's new</a></td>
                <td><h1>Links</h1><p><a href="/g">Good guide</a></p></td></tr></table>"""))
        .containsExactly("# Links", "- Good guide /g");
  }

  @Test
  void aHeadingWithACallToSeeAllStillNamesAGroup() {
    assertThat(
            lines(
                """
                <h2>Toolkits <a href="/all">(see all)</a></h2>
                <p><a href="/t">Court support</a><br><a href="/b">Bail fund</a></p>"""))
        .containsExactly("# Toolkits", "- Toolkits /all", "- Court support /t", "- Bail fund /b");
  }

  @Test
  void aLabelAtTheStartOfALineNamesAllItsNumbers() {
    assertThat(
            lines(
                """
                <p>Day line: <a href="tel:5550105">555-0105</a></p>
                <p>Night line: <a href="tel:5550106">555-0106</a>, <a href="https://n.example/x">n.example/x</a></p>"""))
        .containsExactly(
            "# ",
            "- Day line tel:5550105",
            "- Night line https://n.example/x",
            "  + 555-0106 tel:5550106");
  }

  @Test
  void aSentenceBeforeANumberSpeaksOfWhatIsAbove() {
    assertThat(
            lines(
                """
                <h2>Law</h2><div><b><a href="/bar">The bar</a></b><div>Finds lawyers.
                <a href="tel:5550107">555-0107</a></div></div>"""))
        .containsExactly("# Law", "- The bar /bar", "  + 555-0107 tel:5550107");
  }

  @Test
  void theSitesFirstPageIsNoEntryOfAnotherPage() {
    assertThat(
            lines(
                "<div><a href='/'>Our logo</a><h2>List</h2><p><a href='/a'>A guide</a></p></div>"))
        .containsExactly("# List", "- A guide /a");
  }

  @Test
  void wordsThatOnlyAStyleSheetSetsApartWithinALinkStayApart() {
    assertThat(
            lines(
                """
                <p><a href="/a"><span>Rent desk</span><span>rent.example.org</span></a></p>
                <p><a href="/b"><span class="name">Wages</span><span class="of">for cooks</span></a></p>
                <p><a href="/c"><span>Food gu</span><span>ide</span></a></p>"""))
        .containsExactly(
            "# ", "- Rent desk rent.example.org /a", "- Wages for cooks /b", "- Food guide /c");
  }

  @Test
  void aCallToVisitAnAddressIsNamedByWhatStandsAbove() {
    assertThat(
            lines(
                """
                <h1>Desks</h1><h2>Rent desk</h2><p>Helps.</p><p><a href="/r">Visit rent.example.org</a></p>
                <h2>Wages desk</h2><p><a href="/w">Go to wages.example.org</a></p>
                <h2>Mesa</h2><p>Ayuda.</p><p><a href="/m">Ir a mesa.example.org</a></p>
                <h2>Casa</h2><p>Ayuda.</p><p><a href="/c">Visite casa.example.org</a></p>
                <h2>Late</h2><p><b>Night desk</b><br>Late.<br><a href="/n">Visit night.example.org</a></p>"""))
        .containsExactly(
            "# Desks",
            "- Rent desk /r",
            "- Wages desk /w",
            "- Mesa /m",
            "- Casa /c",
            "# Late",
            "- Night desk /n");
  }

  @Test
  void whatCanBeFoundHereIsNamedWithoutSayingSo() {
    assertThat(
            lines(
                """
                <h2>Culture</h2><p>Notes on the old carvings can be found <a href="/a">here</a>.</p>
                <p>Un resumen de la historia puede encontrarse <a href="/b">aquí</a></p>"""))
        .containsExactly(
            "# Culture", "- Notes on the old carvings /a", "- Un resumen de la historia /b");
  }

  @Test
  void aRecordOfFieldsBelongsToTheEntryAboveIt() {
    assertThat(
            lines(
                """
                <h2>Hotlines</h2>
                <article><h3>River clinic</h3><dl><div><dt>Services</dt><dd>Care for all</dd></div>
                <div><dt>Phone</dt><dd><a href="tel:5550101">555-0101</a></dd></div>
                <div><dt>Hours</dt><dd>24/7</dd></div></dl></article>
                <article><h3>Night shelter</h3><dl><dt>Address</dt><dd>1 Hill Street</dd>
                <dt>Phone</dt><dd><a href="tel:5550102">555-0102</a></dd>
                <dt>Website</dt><dd><a href="https://n.example/">n.example</a></dd></dl></article>"""))
        .containsExactly(
            "# Hotlines",
            "- River clinic tel:5550101",
            "- Night shelter tel:5550102",
            "  + n.example https://n.example/");
  }

  @Test
  void aDefinitionListOfNamesStaysOne() {
    assertThat(
            lines(
                """
                <dl><dt>Food</dt><dd><a href="/a">Bread table</a></dd>
                <dt>Phone</dt><dd><a href="/b">The line</a></dd></dl>"""))
        .containsExactly("# Food", "- Bread table /a", "# Phone", "- The line /b");
  }

  @Test
  void theFirstColumnOfATableMayNameGroupsOfRows() {
    for (String rows :
        List.of(
            """
            <tr><th><b>Food</b></th><td>Bread table</td><td><a href="/a">Website</a></td></tr>
            <tr><th></th><td>Soup kitchen</td><td><a href="/b">Website</a></td></tr>
            <tr><th>Health</th><td>River clinic</td><td><a href="/c">Website</a></td></tr>""",
            """
            <tr><td rowspan="2">Food</td><td>Bread table</td><td><a href="/a">Website</a></td></tr>
            <tr><td>Soup kitchen</td><td><a href="/b">Website</a></td></tr>
            <tr><td>Health</td><td>River clinic</td><td><a href="/c">Website</a></td></tr>""")) {
      assertThat(
              lines(
                  "<h2>Help</h2><table><tr><th>Topic</th><th>Who</th><th>Where</th></tr>"
                      + rows
                      + "</table>"))
          .containsExactly(
              "# Food", "- Bread table /a", "- Soup kitchen /b", "# Health", "- River clinic /c");
    }
  }

  @Test
  void theFirstColumnOfATableThatNamesEachRowNamesNoGroups() {
    assertThat(
            lines(
                """
                <h2>Help</h2><table><tr><th>Bread table</th><td><a href="/a">Website</a></td></tr>
                <tr><th>River clinic</th><td><a href="/b">Website</a></td></tr></table>"""))
        .containsExactly("# Help", "- Bread table /a", "- River clinic /b");
  }

  @Test
  void aNameBesideSentencesNamesTheAddressBelowThem() {
    assertThat(
            lines(
                """
                <h1>Links</h1><div class="t">Housing court</div><div><p>It hears cases about rent.</p>
                <a href="https://a.example/">https://a.example/</a></div>
                <div class="t">Rent board</div><div><p>It says how much rents may rise.</p>
                <a href="https://b.example/">https://b.example/</a></div>"""))
        .containsExactly(
            "# Links", "- Housing court https://a.example/", "- Rent board https://b.example/");
  }

  @Test
  void aCardsNameInBoldIsNotRunIntoTheWordsAfterIt() {
    assertThat(
            lines(
                """
                <h2>Partners</h2><a class="card" href="/a"><b>UFX</b><span>University of X</span>
                <span>Acessar →</span></a>"""))
        .containsExactly("# Partners", "- UFX /a");
  }

  @Test
  void aParagraphThatItsClassCallsASectionsTitleIsAHeading() {
    assertThat(lines("<p class=\"section-title\">Forms</p><div><a href=\"/a\">To enrol</a></div>"))
        .containsExactly("# Forms", "- To enrol /a");
  }

  @Test
  void paragraphsAboveListsSideBySideAreTheirHeadings() {
    assertThat(
            lines(
                """
                <h2>Help</h2><p>Rent</p><ul><li><a href="/a">Housing court</a></li></ul>
                <p>Food<br>Bring a bag</p><ul><li><a href="/b">Bread table</a></li>
                <li><a href="/c">Soup kitchen</a></li></ul>"""))
        .containsExactly(
            "# Rent", "- Housing court /a", "# Food", "- Bread table /b", "- Soup kitchen /c");
  }

  @Test
  void aParagraphAboveTheOnlyListOrBelowAHeadingIsNone() {
    assertThat(
            lines(
                """
                <h2>Rent</h2><p>Where to go</p><ul><li><a href="/a">Housing court</a></li></ul>
                <h2>Food</h2><p>Where to go</p><ul><li><a href="/b">Bread table</a></li></ul>"""))
        .containsExactly("# Rent", "- Housing court /a", "# Food", "- Bread table /b");
  }

  @Test
  void aNameInQuotesAtItsEndKeepsBoth() {
    assertThat(lines("<h2>Beds</h2><p><a href=\"/a\">Albergue «Las Moreras»</a></p>"))
        .containsExactly("# Beds", "- Albergue «Las Moreras» /a");
  }
}
