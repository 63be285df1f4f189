package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.lines;

import java.util.List;
import org.handbill.widget.type.resources.entry.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards, and what in them is the name. */
class CardsTest {

  @Test
  void aLineThatItsClassCallsANameNamesTheNumbersAndButtonsBelow() {
    assertThat(
            lines(
                """
                <h2>Help</h2>
                <div class="card"><i></i><div><div class="help-name">Family Line</div>
                <div class="row"><a href="tel:8005550101">1-800-555-0101</a><span>24/7</span></div>
                <p>Guidance in a crisis.</p><a href="https://f.example/">Learn more</a></div></div>
                <div class="card"><i></i><div><div class="help-name">Night Bus</div>
                <div class="row"><a href="tel:8005550102">1-800-555-0102</a><span>Press 1</span></div>
                <a href="https://n.example/">n.example</a></div></div>"""))
        .containsExactly(
            "# Help",
            "- Family Line tel:8005550101",
            "  + Learn more https://f.example/",
            "- Night Bus tel:8005550102",
            "  + n.example https://n.example/");
  }

  @Test
  void aNameAboveLinksThatSayWhatTheyAreIsNoTitle() {
    assertThat(
            lines(
                """
                <h2>Help</h2>
                <div class="card"><div class="file-name">a.pdf</div><a href="/a">Rent guide</a><a href="/b">Work guide</a></div>
                <div class="card"><div class="file-name">b.pdf</div><a href="/c">School guide</a></div>"""))
        .contains("- Rent guide /a", "- Work guide /b", "- School guide /c");
  }

  @Test
  void aCardThatIsALinkToCallIsCalledByItsFirstWords() {
    assertThat(
            lines(
                """
                <h1>Emergencies</h1><section><h2>Safety</h2>
                <a href="tel:091" class="e"><strong>National Police</strong> <span>091</span> <span>In towns</span></a>
                <a href="tel:080" class="e"><strong>Fire brigade</strong> <span>080</span></a></section>
                <section><h2>Health</h2>
                <a href="tel:061" class="e"><strong>Ambulance</strong> <span>061</span></a></section>"""))
        .containsExactly(
            "# Safety",
            "- National Police tel:091",
            "- Fire brigade tel:080",
            "# Health",
            "- Ambulance tel:061");
  }

  @Test
  void theNumberMayStandAboveTheNameInSuchCards() {
    assertThat(
            lines(
                """
                <h2>Call</h2><a class="c" href="tel:091"><b>091</b><span>Police</span></a>
                <a class="c" href="tel:080"><b>080</b><span>Fire brigade</span></a>"""))
        .containsExactly("# Call", "- Police tel:091", "- Fire brigade tel:080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Leer artículo",
        "Read the article",
        "View profile",
        "Ver ficha",
        "Ver noticia",
        "Abrir",
        "Explore",
        "Continue reading",
        "Seguir leyendo",
        "Sitio web oficial",
        "Ir al sitio",
        "Lire l’article",
        "Mehr erfahren",
        "Saiba mais"
      })
  void aButtonThatOnlyAsksToGoOnLeavesTheNameToTheHeading(String call) {
    assertThat(
            lines(
                "<h1>Water</h1><div><h3>Hard water</h3><p>What it does.</p><a href='/a'>"
                    + call
                    + " →</a></div><div><h3>Soft water</h3><p>Why not.</p><a href='/b'>"
                    + call
                    + " →</a></div>"))
        .containsExactly("# Water", "- Hard water /a", "- Soft water /b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='%s' class='resource-link'>Browse homes <svg width='14'><line x1='5'/></svg></a>",
        "<div class='card-link'><a href='%s'>Rail: the stop</a></div>",
        "<p><a href='%s'>See the plan →</a></p>"
      })
  void theOneLinkBelowACardsWordsLeavesTheNameToItsHeading(String link) {
    String card = "<div class='card'><span>Tag</span><h3>%s</h3><p>What it is.</p>%s</div>";
    assertThat(
            lines(
                "<h2>Start here</h2><div>"
                    + card.formatted("Homes", link.formatted("/a"))
                    + card.formatted("Rights", link.formatted("/b"))
                    + "</div>"))
        .containsExactly("# Start here", "- Homes /a", "- Rights /b");
  }

  @Test
  void linesThatTakeTurnsWithPartsHeadThem() {
    assertThat(
            lines(
                """
                <h1>Useful links</h1><main><div class="seclabel">Emergency &amp; Crisis</div>
                <div class="grid"><a class="tile" href="/a">Manual</a><a class="tile" href="/b">Hotline desk</a></div>
                <div class="seclabel">Documents</div>
                <div class="grid"><a class="tile" href="/c">Guidelines</a><a class="tile" href="/d">Rota</a></div></main>"""))
        .containsExactly(
            "# Emergency & Crisis",
            "- Manual /a",
            "- Hotline desk /b",
            "# Documents",
            "- Guidelines /c",
            "- Rota /d");
  }

  /** In a frame of its own, among plain tags, above links that stand apart. */
  @Test
  void linesOfOneShapeHeadWhatStandsBelowThem() {
    String part =
        """
        <div class="box"><div><div><span>%s</span></div></div>
        <div><div><a href="%s">%s</a></div><div><a href="%s">%s</a></div></div></div>""";
    assertThat(
            lines(
                "<h1>Links</h1><main>"
                    + part.formatted("Homes", "/a", "Rents", "/b", "Shelters")
                    + part.formatted("Work", "/c", "Wages", "/d", "Unions")
                    + "</main>"))
        .containsExactly(
            "# Homes", "- Rents /a", "- Shelters /b", "# Work", "- Wages /c", "- Unions /d");
  }

  @Test
  void linesAboveNumbersOnlyAreNamesAndHeadNothing() {
    String card =
        """
        <div class="card"><div class="who">%s</div>
        <div class="links"><a href="tel:%s">%s</a><a href="%s">Website</a></div></div>""";
    assertThat(
            lines(
                "<main><h2>Help</h2>"
                    + card.formatted("Family Line", "5550101", "555-0101", "/f")
                    + card.formatted("Night Bus", "5550102", "555-0102", "/n")
                    + "</main>"))
        .startsWith("# Help")
        .filteredOn(line -> line.startsWith("#"))
        .hasSize(1);
  }

  @Test
  void wordsThatManyCardsPutOnTheirLinksNameNoneOfThem() {
    String card =
        """
        <div class="card"><p class="text">%1$s</p><div>
        <a href="/%2$s">Visualize it</a> <a href="/%2$s?save">Take along</a></div></div>""";
    assertThat(
            lines(
                "<main><h2>Forms</h2>"
                    + card.formatted("Joining", "a")
                    + card.formatted("Leaving", "b")
                    + card.formatted("Paying", "c")
                    + "</main>"))
        .containsExactly(
            "# Forms",
            "- Joining /a",
            "  + Take along /a",
            "- Leaving /b",
            "  + Take along /b",
            "- Paying /c",
            "  + Take along /c");
  }

  @Test
  void aNameThatSeveralEntriesShareBeforeOtherWordsStaysTheirName() {
    assertThat(
            lines(
                """
                <h2>Shops</h2><p><a href="/a">Grocers</a> - a.example</p>
                <p><a href="/b">Grocers</a> - b.example</p><p><a href="/c">Grocers</a> - c.example</p>"""))
        .containsExactly("# Shops", "- Grocers /a", "- Grocers /b", "- Grocers /c");
  }

  @Test
  void theAddressAndTheHoursOfACardAreNoHeadings() {
    String card =
        """
        <div class="col"><h4>%s</h4><div class="body"><h5>%s</h5><h5>Weekdays from 8 to 20</h5></div>
        <a href="%s">Web</a></div>""";
    assertThat(
            lines(
                "<main><h4>Where to ask</h4>"
                    + card.formatted("Women’s office", "May Street 28", "/a")
                    + card.formatted("Ombudsman", "Mill Lane 4", "/b")
                    + "</main>"))
        .containsExactly("# Where to ask", "- Women’s office /a", "- Ombudsman /b");
  }

  @Test
  void headingsWithoutWordsMakeNoRun() {
    String part = "<h4><img src='tick.png'>&nbsp;</h4><h4>%s</h4><p><a href='%s'>%s</a></p>";
    assertThat(
            lines(
                "<main>"
                    + part.formatted("Rights", "/a", "Rent guide")
                    + part.formatted("Work", "/b", "Pay guide")
                    + "</main>"))
        .containsExactly("# Rights", "- Rent guide /a", "# Work", "- Pay guide /b");
  }

  @Test
  void aSignSetAsALetterBelongsToTheNameAboveIt() {
    String card =
        """
        <div class="col"><div class="m"><img src="folder.png"><h3>%s</h3><span>%s</span>
        <ul><li><a href="/%s"><i class="sign-text"></i></a></li></ul></div></div>""";
    assertThat(
            lines(
                "<main><h1>Rules</h1>"
                    + card.formatted("Statutes", "How we are made", "a")
                    + card.formatted("Law of 1984", "What it grants", "b")
                    + "</main>"))
        .containsExactly("# Rules", "- Statutes /a", "- Law of 1984 /b");
  }

  @Test
  void aSentenceBelowAHeadingIsNoHeading() {
    assertThat(
            lines(
                """
                <main><h1>Parents</h1><h4>We are proud to help you and your children!</h4>
                <p><a href="/a">Camps</a></p></main>"""))
        .containsExactly("# Parents", "- Camps /a");
  }

  @Test
  void wordsOfASentenceAreNoCallThoughTheyComeAgain() {
    assertThat(
            lines(
                """
                <main><h2>Help</h2><p>About bread, ask <a href="/a">the city office</a>.</p>
                <p>About rent, ask <a href="/b">the city office</a>.</p></main>"""))
        .containsExactly("# Help", "- the city office /a", "- the city office /b");
  }

  @Test
  void whatAGroupIsAboutIsNoHeadingOfItsEntries() {
    assertThat(
            lines(
                """
                <main><div id="kids"><h3>For children</h3></div><h4>Games, stories, things to make.</h4>
                <h5>Paper house</h5><p>How to fold one.</p><p><a href="https://p.example/">p.example</a></p></main>"""))
        .containsExactly("# For children", "- Paper house https://p.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<i>%s<br>and more</i>",
        "<!-- a remark that nobody sees, of any length -->%s",
        "%s<br>and more"
      })
  void aLabelMayHaveLinesAndRemarksInIt(String label) {
    String part =
        "<div class='l'>"
            + label
            + "</div><div class='p'><a href='%s'>%s</a><a href='%s'>%s</a></div>";
    assertThat(
            lines(
                "<main>"
                    + part.formatted("Homes", "/a", "Rents", "/b", "Shelters")
                    + part.formatted("Work", "/c", "Wages", "/d", "Unions")
                    + "</main>"))
        .hasSize(6)
        .satisfies(lines -> assertThat(lines.get(0)).startsWith("# Homes"))
        .satisfies(lines -> assertThat(lines.get(3)).startsWith("# Work"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<span>%s<small>%s</small></span>",
        "<span class=icon></span><span><strong>%s</strong><span>%s</span></span>",
        "<span class='tile-title'>%s</span><span class='tile-date'>%s</span>",
      })
  void whatATileSaysBelowItsTitleIsItsSummary(String words) {
    Item item =
        Reading.item(
            "<main><h2>Soon</h2><ul><li><a href='/a'>"
                + words.formatted("Evening for families", "Friday at six")
                + "</a></li></ul></main>");
    assertThat(item.title()).isEqualTo("Evening for families");
    assertThat(item.summary().text()).isEqualTo("Friday at six");
  }

  @Test
  void partsOfTheSameClassesTellTheTitlesOfTilesAndASortBeforeThemDoesNot() {
    String tile =
        "<a href='%s'><span class=i>\ud83c\udfe0</span><span class=w><span class=s>%s</span>"
            + "<span class=t>%s</span><span class=d>%s</span></span></a>";
    List<Item> items =
        Reading.items(
            "<main><h2>Guides</h2>"
                + tile.formatted("/a", "Rent", "Your deposit", "How to have it back.")
                + tile.formatted("/b", "Rent", "Your lease", "What it may say.")
                + tile.formatted("/c", "Work", "Your wages", "Who has to pay them.")
                + "</main>");
    assertThat(items)
        .extracting(Item::title)
        .containsExactly("Your deposit", "Your lease", "Your wages");
    assertThat(items.get(2).summary().text()).contains("Work", "Who has to pay them.");
  }

  @Test
  void whatIsShownAsALineIsOneWhateverItsTag() {
    Item item =
        Reading.item(
            "<main><h2>Today</h2><a href=/a><span>\ud83d\udcc5</span><span><span style='display: block'>"
                + "The day's news</span><span style='display:block;color:red'>Each morning.</span></span></a></main>");
    assertThat(item.title()).isEqualTo("The day's news");
  }

  @Test
  void aLabelAboveOneTileIsAHeadingAsThoseAboveSeveralAre() {
    assertThat(
            lines(
                """
                <main><h1>Tools</h1><div class="eyebrow">Rents</div>
                <a class=c href=/a>By street</a><a class=c href=/b>By year</a>
                <div class="eyebrow">Homes</div><a class="c key" href=/c>New ones</a><a class="c key" href=/d>Old ones</a>
                <div class="eyebrow">Reports</div><a class="r" href=/e>All in one</a></main>"""))
        .containsExactly(
            "# Rents",
            "- By street /a",
            "- By year /b",
            "# Homes",
            "- New ones /c",
            "- Old ones /d",
            "# Reports",
            "- All in one /e");
  }

  @Test
  void buttonsOfArticlesSideBySideAreNamedByTheirHeadings() {
    String card = "<article><h2>%s</h2><p>%s</p><a class='button' href='%s'>Open %s</a></article>";
    assertThat(
            lines(
                "<main><h1>Help nearby</h1>"
                    + card.formatted("County guide", "All of it.", "/a", "county guide")
                    + card.formatted("School help", "For families.", "/b", "the help")
                    + "</main>"))
        .containsExactly("# Help nearby", "- County guide /a", "- School help /b");
  }

  @Test
  void callsThatDifferInASizeAreTheSame() {
    String card =
        "<div class=card><h4>%s</h4><p>%s</p><a href='%s'>Install it now</a><a href='%s'>Package (%s)</a></div>";
    assertThat(
            lines(
                "<main><h2>General</h2>"
                    + card.formatted(
                        "The statute", "In force, as of this very year.", "/a", "/b.apk", "1 MB")
                    + card.formatted(
                        "The book", "With all of its lessons in it.", "/c", "/d.apk", "0,6 MB")
                    + "</main>"))
        .containsExactly(
            "# General",
            "- The statute /a",
            "  + Package (1 MB) /b.apk",
            "- The book /c",
            "  + Package (0,6 MB) /d.apk");
  }

  @Test
  void aCardWithANumberAndAButtonIsOneEntryWhateverTheButtonSays() {
    String card =
        "<div class=card><h3>%s</h3><p>About it.</p><p><a href='tel:%s'>(602) 555-%s</a></p>"
            + "<a class=btn href='%s'>%s</a></div>";
    assertThat(
            lines(
                "<main><h2>Legal help</h2>"
                    + card.formatted("Key Services", "6025550101", "0101", "/a", "Visit the campus")
                    + card.formatted("Papers", "6025550102", "0102", "/b", "Have an ID")
                    + "</main>"))
        .containsExactly(
            "# Legal help",
            "- Key Services tel:6025550101",
            "  + Visit the campus /a",
            "- Papers tel:6025550102",
            "  + Have an ID /b");
  }

  @Test
  void aLinkThatWasClosedTooEarlyHoldsTheHeadingBehindIt() {
    assertThat(
            lines(
                """
                <main><h2>Find help</h2><div><a href="/a"><h3>One</h3></a><p>First.</p></div>
                <div><a href="/b"></a><h3>Two</h3></a><p>Second.</p></div>
                <div><a href="/c"><h3>Three</h3></a><p>Third.</p></div></main>"""))
        .containsExactly("# Find help", "- One /a", "- Two /b", "- Three /c");
  }
}
