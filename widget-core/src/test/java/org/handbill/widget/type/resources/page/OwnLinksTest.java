package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.items;
import static org.handbill.widget.type.resources.page.Reading.lines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that a page has for its own sake. */
class OwnLinksTest {

  @Test
  void aCallToReadThePageInAnotherLanguageIsNoEntry() {
    assertThat(
            lines(
                """
                <main><h1>Ayuda</h1><p>Para todas</p><div><a class="button" href="/other">Read in English</a></div>
                <h2>Guías</h2><p><a href="/g">Guía de la renta</a></p></main>"""))
        .containsExactly("# Guías", "- Guía de la renta /g");
  }

  @Test
  void aLanguageBelowAHeadingIsAFormOfWhatThatNames() {
    assertThat(lines("<h1>Cards</h1><h2>Rights card</h2><p>Carry it.</p><a href='/c'>Español</a>"))
        .containsExactly("# Cards", "- Rights card /c");
    assertThat(lines("<h1>Card</h1><p><a href='/e'>English</a> | <a href='/s'>Español</a></p>"))
        .containsExactly("# ", "- Card /e", "  + Español /s");
  }

  @Test
  void whatThePageStatesAsItsTranslationIsNoEntry() {
    assertThat(
            lines(
                """
                <head><link rel="alternate" hreflang="en" href="https://help.example/resources/"></head>
                <main><p><a href="/resources">This list in English</a></p><p><a href="/g">Guía</a></p></main>"""))
        .containsExactly("# ", "- Guía /g");
  }

  @Test
  void thePagesOwnAddressIsNoEntryInAnyLanguage() {
    assertThat(
            lines(
                """
                <main><h2><a href="/list/page/">Links</a></h2><p><a href="/es/list/page">Enlaces</a></p>
                <p><a href="/list/page.html.fr">Liens</a></p><p><a href="/g">A guide</a></p></main>"""))
        .containsExactly("# Links", "- A guide /g");
  }

  @Test
  void theWayBackIsNoEntryButASchoolDriveIs() {
    assertThat(
            lines(
                """
                <main><a class="back-link" href="/r">Back to all of it</a><p>← <a href="/r">Back to Resources</a></p>
                <p><a href="/r">Volver a la lista</a></p><p><a href="/s">Back to School drive</a></p></main>"""))
        .containsExactly("# ", "- Back to School drive /s");
  }

  @Test
  void theOneCallToWriteToThePagesMakersIsNoEntry() {
    String list = "<main><h2>Help</h2><ul><li><a href='/a'>Rent desk</a></li></ul>";
    assertThat(lines(list + "<p>Is one missing? <a href='mailto:w@help.example'>Email us</a>.</p>"))
        .containsExactly("# Help", "- Rent desk /a");
    assertThat(
            lines(list + "<p>Escríbanos a <a href='mailto:w@help.example'>w@help.example</a></p>"))
        .containsExactly("# Help", "- Rent desk /a");
    assertThat(items(list + "<p>Is one missing? <a href='/contact'>Contact us</a>.</p>").get(0))
        .satisfies(item -> assertThat(item.summary().isEmpty()).isTrue());
  }

  @Test
  void whatEachEntryAsksForStaysWithIt() {
    assertThat(
            lines(
                """
                <h3>North desk</h3><p>Rent.</p><a href="mailto:n@n.example">Email us</a>
                <h3>South desk</h3><p>Wages.</p><a href="mailto:s@s.example">Email us</a>"""))
        .containsExactly(
            "# ", "- North desk mailto:n@n.example", "- South desk mailto:s@s.example");
  }

  @Test
  void theOneCallToTelephoneThePagesMakersIsNoEntry() {
    String list = "<main><h2>Ayuda</h2><ul><li><a href='/a'>Renta</a></li></ul>";
    assertThat(
            lines(
                list
                    + """
                    <p>¿Preguntas? <a href="tel:+15550100100">Llámenos</a> o escriba a
                    <a href="mailto:w@help.example">w@help.example</a></p>"""))
        .containsExactly("# Ayuda", "- Renta /a");
    assertThat(
            lines(
                """
                <h3>North desk</h3><p>Rent.</p><a href="tel:+15550100100">Call us</a>
                <h3>South desk</h3><p>Wages.</p><a href="tel:+15550100101">Call us</a>"""))
        .containsExactly("# ", "- North desk tel:+15550100100", "- South desk tel:+15550100101");
  }

  @Test
  void aPlaceOnThePageIsNoEntryHoweverItsAddressIsWritten() {
    assertThat(
            lines(
                """
                <p><a href="http://www.help.example/list/Page/#rent">The part about rent</a></p>
                <p><a href="/list/other#rent">Rent elsewhere</a></p>"""))
        .containsExactly("# ", "- Rent elsewhere /list/other");
  }

  @Test
  void theSitesFirstPageIsNoEntryWhereTheLinkSaysNoMore() {
    assertThat(
            lines(
                """
                <p><a href="index.html"><img src="house.png" alt="Home"></a></p><p><a href="/inicio.php">Inicio</a></p>
                <p><a href="/list/"><img src="l.png"></a></p><p><a href="/history/index.html">Our history</a></p>
                <p><a href="https://other.example/index.html">Home</a></p><p><a href="/r">Atrás</a></p>"""))
        .containsExactly(
            "# ", "- Our history /history/index.html", "- Home https://other.example/index.html");
  }

  @Test
  void aPlaceToLogInIsContentWhereItIsNotThisSites() {
    assertThat(
            lines(
                "<ul><li><a href='https://o.example/login'>Case file</a></li><li><a href='/login'>Desk</a></li></ul>"))
        .containsExactly("# ", "- Case file https://o.example/login");
  }

  @Test
  void anAbbreviationNamesWhoseSiteItIs() {
    assertThat(
            lines(
                "<p><a href='/p'>Our portal</a></p><p><a href='https://n.example/'>UN website</a></p>"))
        .containsExactly("# ", "- Our portal /p", "- UN website https://n.example/");
  }

  @Test
  void theSitesBannerItsBadgesAndItsSignsAreNoEntries() {
    assertThat(
            lines(
                """
                <h1 class="logo"><a href="../index.html"><span>Our School</span></a></h1>
                <a href="index.html"><img src="/b.png" alt="Banner"></a>
                <p><a href="https://www.facebook.com/ourschool"><i class="icon"></i></a></p>
                <h2>Help</h2><p><a href="/a">Homework line</a></p>
                <p><a href="https://validator.w3.org/check?uri=referer">Valid XHTML</a></p>"""))
        .containsExactly("# Help", "- Homework line /a");
  }

  @Test
  void theCallToSuggestAnEntryIsNone() {
    assertThat(
            lines(
                """
                <p><a href="/a">Desk A</a></p><p>Know another? <a href="mailto:l@help.example">Write</a> to suggest a resource.</p>
                <p>Pulse <a href="/form">aquí</a> para proponer un nuevo enlace</p>"""))
        .containsExactly("# ", "- Desk A /a");
  }

  @Test
  void theOneRowOfProfilesIsThePagesOwn() {
    String row =
        """
        <div><a href="https://www.facebook.com/%1$s">Facebook</a>
        <a href="https://www.instagram.com/%1$s">Instagram</a></div>""";
    String desks = "<h2>Desks</h2><p><a href='/a'>Desk A</a></p>%s<p><a href='/b'>Desk B</a></p>%s";
    assertThat(lines(desks.formatted("", row.formatted("us"))))
        .containsExactly("# Desks", "- Desk A /a", "- Desk B /b");
    assertThat(lines(desks.formatted(row.formatted("a"), row.formatted("b"))))
        .contains("  + Instagram https://www.instagram.com/a");
  }

  @Test
  void theSitesOwnCallIsLeftOutWithItsHeadingWhereTheHeaderHasItToo() {
    assertThat(
            lines(
                """
                <header><a class="btn" href="/start">Tell us</a> <a href="tel:5550100">555-0100</a></header>
                <main><h2>Elsewhere</h2><p><a class="btn" href="https://a.example/">Legal desk</a></p>
                <p><a href="/papers">Our papers</a></p>
                <section><h2>Is yours a case?</h2><p>Then tell us.</p>
                <a class="cta btn" href="/start">Tell us</a> <a href="tel:5550100">555-0100</a></section></main>"""))
        .containsExactly("# Elsewhere", "- Legal desk https://a.example/", "- Our papers /papers");
  }

  @Test
  void whatASiteSaysOfItselfByLawIsNoEntryButThatOfAnotherIs() {
    assertThat(
            lines(
                """
                <h2>Papers</h2><ul><li><a href="/a">The guide</a></li></ul>
                <p><a href="/terms.htm">TERMS OF USE</a> <a href="/p">Política de privacidad</a></p>
                <p><a href="https://other.example/privacy">Privacy policy</a> of the other site</p>"""))
        .contains("- The guide /a")
        .noneMatch(line -> line.endsWith("/terms.htm") || line.endsWith(" /p"))
        .anyMatch(line -> line.endsWith("https://other.example/privacy"));
  }

  @Test
  void aRowOfOwnLinksWithThePageItselfAmongThemIsAMenu() {
    assertThat(
            lines(
                """
                <div><a href="mailto:us@help.example">Mail</a> - <a href="/list/page">Links</a> -
                <a href="/form">News by mail</a></div>
                <h2>Help</h2><p><a href="/a">Bread table</a></p>"""))
        .containsExactly("# Help", "- Bread table /a");
  }

  @Test
  void theMarkOfANoteIsNoEntry() {
    assertThat(
            lines(
                """
                <h2>Help</h2><p><a href="/a">Bread table</a> <a href="/notes#L01">[L01]</a>
                <a href="/notes#L14">[L14–L22]</a></p><p>Open daily.<a href="/notes#3">[3]</a></p>"""))
        .containsExactly("# Help", "- Bread table /a");
  }

  @Test
  void whomToTellOfAMistakeIsNoEntry() {
    assertThat(
            lines(
                """
                <h2>Help</h2><p><a href="/a">Bread table</a></p>
                <div><p>If an entry is out of date, please let us know at
                <a href="mailto:us@help.example">us@help.example</a>.</p></div>"""))
        .containsExactly("# Help", "- Bread table /a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Powered by",
        "Proudly powered by",
        "Designed with Sitemaker -",
        "Theme by",
        "Site by:",
        "Diseñado por",
        "Sitio desarrollado por",
        "© 2020 | Hosted by"
      })
  void whoMadeTheSiteIsNoEntryOfIt(String credit) {
    assertThat(
            lines(
                "<h2>Help</h2><ul><li><a href='/a'>Bread table</a></li></ul><div><p>"
                    + credit
                    + " <a href='https://maker.example/'>Maker</a></p></div>"))
        .containsExactly("# Help", "- Bread table /a");
  }

  @Test
  void whoMadeWhatIsListedIsKept() {
    assertThat(
            lines(
                """
                <h2>Help</h2><p>A toolkit designed by <a href="https://city.example/">City Aid</a></p>
                <p>Guide to housing, hosted by <a href="https://b.example/">Bread House</a></p>"""))
        .containsExactly(
            "# Help", "- City Aid https://city.example/", "- Bread House https://b.example/");
  }

  @Test
  void aLinkWithNothingToPressIsNone() {
    assertThat(
            lines(
                "<h2>Help</h2><p><a href='https://x.example/'></a></p><p><a href='/a'>Bread table</a></p>"))
        .containsExactly("# Help", "- Bread table /a");
  }

  @Test
  void theFirstPageOfAnotherFolderMakesNoMenu() {
    assertThat(
            lines(
                """
                <h2>Downloads</h2><ul><li><a href="../files/slides.potx">Slides</a></li>
                <li><a href="/list/brand#print">Print kit</a></li><li><a href="../brand/index.html">The whole manual</a></li></ul>
                <p><a href="https://a.example/">Elsewhere</a></p>"""))
        .contains("- Slides /files/slides.potx", "- The whole manual /brand/index.html");
  }

  @Test
  void aMenuWithThePageItselfInItMayLeadElsewhereOnce() {
    assertThat(
            lines(
                """
                <div id="left"><ul><li><a href="/list/index.shtml">Home</a></li><li><a href="/list/times">Times</a></li>
                <li><a href="/list/map">Map</a></li><li><a href="/list/page">Links</a></li>
                <li><a href="https://school.example/">Our school</a></li></ul></div>
                <div><h1>Links</h1><p><a href="https://a.example/">Bread table</a></p><p><a href="/list/b">Tenants’ guide</a></p></div>"""))
        .containsExactly("# Links", "- Bread table https://a.example/", "- Tenants’ guide /list/b");
  }

  @Test
  void thePictureThatLeadsToTheFirstPageIsNoEntry() {
    assertThat(
            lines(
                """
                <table><tr><td><a href="/list/index.shtml"><img src="w.jpg" alt="Windows of the hall"></a></td></tr></table>
                <h3>Links</h3><p><a href="https://a.example/">Bread table</a></p>"""))
        .containsExactly("# Links", "- Bread table https://a.example/");
  }

  @Test
  void aTitleThatLeadsToThePageInAnotherSpellingStaysATitle() {
    assertThat(
            lines(
                """
                <head><title>Bread House | Outside help</title></head><div class="post">
                <h2><a href="/index.html%3Fp=26.html">Outside help</a></h2><p><a href="/a">Night shelter</a></p></div>"""))
        .containsExactly("# Outside help", "- Night shelter /a");
  }

  @Test
  void withoutAnH1TheHeadingThatSaysThePagesNameIsItsTitle() {
    assertThat(
            lines(
                """
                <head><title>Help in town - Bread House</title></head><div class="band"><h2>Help in town</h2></div>
                <main><h2><a href="/a">Night shelter</a></h2><p>Beds.</p><h2><a href="/b">Day centre</a></h2><p>Tea.</p></main>"""))
        .containsExactly("# Help in town", "- Night shelter /a", "- Day centre /b");
  }

  @Test
  void theNameOfTheSiteIsNoTitleOfThePage() {
    assertThat(
            lines(
                """
                <head><title>Where to turn - Bread House</title></head><div><h1><a href="/">Bread House</a></h1></div>
                <main><p><a href="/a">Night shelter</a></p><p><a href="/b">Day centre</a></p></main>"""))
        .containsExactly("# ", "- Night shelter /a", "- Day centre /b");
  }

  @Test
  void aPageForWritingToTheSiteIsNoEntryWhereItsMenusLeadThereToo() {
    assertThat(
            lines(
                """
                <nav><a href="/contact">Contact</a></nav><main><h2>Help</h2><p><a href="https://a.example/">Shelter</a></p>
                <h2>Missing something?</h2><p>Tell us by our <a href="/contact">contact form</a>.</p>
                <p><a href="/contact/">Members' desk</a> <a href="/contact-us">Write to us by letter</a></p></main>"""))
        .containsExactly(
            "# Help",
            "- Shelter https://a.example/",
            "# Missing something?",
            "- Members' desk /contact/",
            "- Write to us by letter /contact-us");
  }

  @Test
  void aButtonThatLeadsWhereTheMenusDoIsACallBesideOtherContent() {
    String menu = "<nav><a href='/join'>Join</a> <a href='/faq'>Questions</a></nav>";
    String list =
        "<h2>Help</h2><ul><li><a href='https://a.example/'>A</a></li><li><a href='https://b.example/'>B</a></li>"
            + "<li><a href='/faq'>Our questions</a></li><li><a href='/guide'>Our guide</a></li></ul>";
    String call =
        "<section><h2>Not a member?</h2><p>Be one.</p><a class='btn' href='/join'>Become one</a></section>";
    assertThat(lines(menu + "<main>" + list + call + "</main>"))
        .containsExactly(
            "# Help",
            "- A https://a.example/",
            "- B https://b.example/",
            "- Our questions /faq",
            "- Our guide /guide");
    assertThat(lines(menu + "<main>" + call + "</main>"))
        .containsExactly("# Not a member?", "- Become one /join");
  }

  @Test
  void aNumberBehindAnEntryIsTheEntrysOwn() {
    assertThat(
            lines(
                """
                <main><h2>Food</h2><p><a href="https://z.example/">Zed pantry</a> – free food daily,
                <a href="tel:3125550100">call us</a></p><p><a href="https://y.example/">Other</a></p></main>"""))
        .containsExactly(
            "# Food",
            "- Zed pantry https://z.example/",
            "  + call us tel:3125550100",
            "- Other https://y.example/");
  }
}
