package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.lines;

import org.junit.jupiter.api.Test;

/** Pages as page builders write them. */
class PageBuildersTest {

  @Test
  void aHeadingByItsClassNamesTheSectionBelow() {
    assertThat(
            lines(
                """
                <section><div class="elementor-widget-heading"><div class="elementor-heading-title">Housing</div></div></section>
                <section><ul class="elementor-icon-list-items"><li><a href="/h"><span class="elementor-icon-list-icon"></span>
                <span class="elementor-icon-list-text">Rent desk</span></a></li></ul></section>"""))
        .containsExactly("# Housing", "- Rent desk /h");
  }

  @Test
  void tabsWithoutTargetsNameTheirPanelsInOrder() {
    assertThat(
            lines(
                """
                <div class="et_pb_tabs"><ul class="et_pb_tabs_controls"><li class="et_pb_tab_0"><a href="#">Films</a></li>
                <li class="et_pb_tab_1"><a href="#">Books</a></li></ul><div class="et_pb_all_tabs">
                <div class="et_pb_tab"><p><a href="/f">Court film</a></p></div>
                <div class="et_pb_tab"><p><a href="/b">Rent book</a></p></div></div></div>"""))
        .containsExactly("# Films", "- Court film /f", "# Books", "- Rent book /b");
  }

  @Test
  void whatUnfoldsInTheContentIsNoMenuButWhatUnfoldsInAMenuIs() {
    String dropdown =
        """
        <div class="w-dropdown"><div class="w-dropdown-toggle"><div>%s</div></div>
        <nav class="w-dropdown-list"><p><a href="/%s">%s</a></p></nav></div>""";
    assertThat(
            lines(
                "<div role='banner'><nav>"
                    + dropdown.formatted("About", "a", "Our board")
                    + "</nav></div><div>"
                    + dropdown.formatted("Work", "w", "Wages desk")
                    + dropdown.formatted("Health", "c", "Clinic")
                    + "</div>"))
        .containsExactly("# Work", "- Wages desk /w", "# Health", "- Clinic /c");
  }

  @Test
  void aLinkThatAnEditorCutInTwoIsOne() {
    assertThat(
            lines(
                """
                <h2 class="c5"><span class="c7">Food</span></h2><ul><li class="c1"><span class="c4">
                <a href="https://www.google.com/url?q=https://p.example/&amp;sa=D&amp;ust=1">Pan</a></span><span class="c2">\
                <a href="https://www.google.com/url?q=https://p.example/&amp;sa=D&amp;ust=2">try</a></span></li></ul>
                <p><a href="/k">Kitchen</a><a href="/k">Read more</a></p>"""))
        .containsExactly("# Food", "- Pantry https://p.example/", "- Kitchen /k");
  }

  @Test
  void anEmbeddedVideoIsAnEntryThatLeadsToWhereItIsWatched() {
    assertThat(
            lines(
                """
                <h2>Films</h2><h3>Your day in court</h3>
                <iframe src="https://www.youtube.com/embed/abcDEF12345?rel=0"></iframe>
                <h3>At the border</h3>
                <iframe title="YouTube video player" data-src="//player.vimeo.com/video/123?h=9a9"></iframe>
                <figure><lite-youtube videoid="xyzXYZ_-123"></lite-youtube>
                <figcaption>Find a lawyer</figcaption></figure>
                <iframe title="Bail" src="https://www.youtube-nocookie.com/embed/videoseries?list=PL1"></iframe>
                """))
        .containsExactly(
            "# Films",
            "- Your day in court https://www.youtube.com/watch?v=abcDEF12345",
            "# At the border",
            "- At the border https://vimeo.com/123/9a9",
            "- Find a lawyer https://www.youtube.com/watch?v=xyzXYZ_-123",
            "- Bail https://www.youtube.com/playlist?list=PL1");
  }

  @Test
  void aFilmInTheBackgroundAndOtherFramesAreNoEntries() {
    assertThat(
            lines(
                """
                <iframe src="https://player.vimeo.com/video/123?background=1"></iframe>
                <iframe src="https://www.youtube.com/embed/abcDEF12345?autoplay=1&mute=1&loop=1"></iframe>
                <iframe src="https://maps.example/embed"></iframe><p><a href="/a">Desk A</a></p>"""))
        .containsExactly("# ", "- Desk A /a");
  }

  @Test
  void aButtonRightAboveWhatUnfoldsIsItsHeadingAndAnotherIsNone() {
    assertThat(
            lines(
                """
                <h2>Help</h2><div class="card"><div class="card-header"><button class="btn">Money</button></div>
                <div class="collapse"><p><a href="/a">Grants</a></p></div></div>
                <button class="btn">Print</button><p><a href="/b">Loans</a></p>"""))
        .containsExactly("# Money", "- Grants /a", "# Help", "- Loans /b");
  }

  @Test
  void labelsAboveColumnsAreNoHeadings() {
    assertThat(
            lines(
                """
                <h2>Help</h2><div><div class="wp-block-column"><p><b>Who</b></p></div>
                <div class="wp-block-column"><p><b>What</b></p></div></div>
                <p><a href="/a">Desk A</a></p>"""))
        .containsExactly("# Help", "- Desk A /a");
  }

  @Test
  void tabsThatAreOnlyLinksNameWhatTheyLeadTo() {
    assertThat(
            lines(
                """
                <h2>Reading</h2><ul class="nav nav-tabs"><li><a href="#a">Articles</a></li><li><a href="#b">Books</a></li></ul>
                <div class="tab-content"><div id="a" class="tab-pane"><ul><li><a href="/1">A short walk</a></li></ul></div>
                <div id="b" class="tab-pane"><ul><li><a href="/2">A long walk</a></li></ul></div></div>"""))
        .containsExactly("# Articles", "- A short walk /1", "# Books", "- A long walk /2");
  }

  @Test
  void cardsOfAKindAreNamedByTheirOnlyLineAboveAList() {
    String card =
        """
        <div class="rounded p-6"><div class="p-2"><div class="text-2xl">%s</div></div>
        <div class="p-6"><ul><li><a href="/%2$s1">First %2$s</a></li><li><a href="/%2$s2">Second %2$s</a></li></ul></div></div>""";
    assertThat(
            lines("<main>" + card.formatted("Food", "f") + card.formatted("Rent", "r") + "</main>"))
        .containsExactly(
            "# Food",
            "- First f /f1",
            "- Second f /f2",
            "# Rent",
            "- First r /r1",
            "- Second r /r2");
    assertThat(lines("<main>" + card.formatted("We are open.", "f") + "</main>"))
        .containsExactly("# ", "- First f /f1", "- Second f /f2");
  }

  @Test
  void aMenuMarkedAsTheMainPartIsNotTheContent() {
    assertThat(
            lines(
                """
                <main><nav><a href="/home">Home</a></nav></main>
                <section><h2>Guides</h2><p><a href="/a">Rent guide</a></p></section>"""))
        .containsExactly("# Guides", "- Rent guide /a");
  }

  @Test
  void aPlayerThatAScriptFillsInIsAVideoToo() {
    assertThat(
            lines(
                """
                <h2>Films</h2><p><a href="/f">All films</a></p>
                <h3>Your day in court</h3><div class="widget" data-settings='{"url":"https:\\/\\/youtu.be\\/abcDEF12345"}'>
                <div></div></div>
                <h3>At the border</h3><div data-html="&lt;iframe src=&quot;https://player.vimeo.com/video/1234567&quot;&gt;"></div>
                <section data-settings='{"background_video_link":"https://youtu.be/abcDEF12345"}'></section>"""))
        .containsExactly(
            "# Films",
            "- All films /f",
            "- Your day in court https://www.youtube.com/watch?v=abcDEF12345",
            "- At the border https://vimeo.com/1234567");
  }

  @Test
  void severalVideosBelowOneHeadingAreEntriesOfItsGroup() {
    String frame =
        "<div><iframe src='https://www.youtube.com/embed/abcDEF1234%s'></iframe>%s</div>";
    assertThat(
            lines(
                "<h2>Videos</h2>"
                    + frame.formatted("1", "")
                    + frame.formatted("2", "")
                    + "<h2>Talks</h2>"
                    + frame.formatted("3", "<p>On rent</p>")
                    + frame.formatted("4", "<p>On heat</p>")))
        .containsExactly(
            "# Videos",
            "- Videos 1 https://www.youtube.com/watch?v=abcDEF12341",
            "- Videos 2 https://www.youtube.com/watch?v=abcDEF12342",
            "# Talks",
            "- On rent https://www.youtube.com/watch?v=abcDEF12343",
            "- On heat https://www.youtube.com/watch?v=abcDEF12344");
  }

  @Test
  void anExportedDocumentHasItsHeadingsInBoldByItsOwnStyleSheet() {
    assertThat(
            lines(
                """
                <html><head><style>.c1{color:#000}.c2{color:#111;font-weight:700;font-size:11pt}</style></head><body>
                <p class="c5"><span class="c2">Where to eat</span></p><p><span class="c1"><a href="/a">Soup Hall</a></span></p>
                <p class="c5"><span class="c2">Where to sleep</span></p><p><span class="c1"><a href="/b">Night House</a></span></p>
                <p class="c5"><span class="c1">Ask first</span></p><p><span><a href="/c">Day House</a></span></p></body></html>"""))
        .containsExactly(
            "# Where to eat",
            "- Soup Hall /a",
            "# Where to sleep",
            "- Night House /b",
            "- Day House /c");
  }

  @Test
  void headingsInARowOfTheirOwnStandAboveTheColumnsOfTheNext() {
    for (String column : new String[] {"div", "td"}) {
      String row = column.equals("td") ? "tr" : "section";
      String html =
          """
          <h1>Papers</h1><ROW><COL><h2>Soil</h2></COL><COL><h2>Water</h2></COL></ROW>
          <ROW><COL><p><a href="/a">On soil</a></p><p><a href="/b">More on soil</a></p></COL>
          <COL><p><a href="/c">On water</a></p></COL></ROW>"""
              .replace("ROW", row)
              .replace("COL", column);
      assertThat(lines(column.equals("td") ? "<table>" + html + "</table>" : html))
          .containsExactly(
              "# Soil", "- On soil /a", "- More on soil /b", "# Water", "- On water /c");
    }
  }

  @Test
  void cardsOfOneLevelWithTheirSectionAreEntriesOfIt() {
    assertThat(
            lines(
                """
                <h1>Directory</h1><h2>Emergencies</h2>
                <div class="card"><h2>Fire brigade</h2><div>Fires and rescues.</div>
                <a class="btn" href="tel:5550101">Call</a><a class="btn" href="/map/a">Location</a></div>
                <div class="card"><h2>Police</h2><div>Public order.</div>
                <a class="btn" href="tel:5550102">Call</a><a class="btn" href="/map/b">Cómo llegar</a></div>
                <div class="card"><h2>Power</h2><a class="btn" href="tel:5550103">Call</a></div>"""))
        .containsExactly(
            "# Emergencies",
            "- Fire brigade /map/a",
            "  + Call tel:5550101",
            "- Police /map/b",
            "  + Call tel:5550102",
            "- Power tel:5550103");
  }

  @Test
  void whoWroteAWorkIsNoPartOfAHeading() {
    assertThat(
            lines(
                """
                <h3>Books</h3><h4><a href="/a">The urns</a>. By the keeper of the museum in the valley, 1952.</h4>
                <p><a href="/b">The treasure</a> By the same, 1969.</p>"""))
        .containsExactly("# Books", "- The urns /a", "- The treasure /b");
  }

  @Test
  void aSidebarByATagOfTheSitesOwnIsNoContent() {
    assertThat(
            lines(
                """
                <site-header><a href="/start">Where to start</a></site-header>
                <h2>Papers</h2><p><a href="/a">The guide</a></p>
                <page-sidebar><a href="/b">Something else</a></page-sidebar>"""))
        .containsExactly("# Papers", "- The guide /a");
  }

  @Test
  void aPartThatOnlyBeginsThePageIsNotItsContentWhateverItsNameSays() {
    assertThat(
            lines(
                """
                <section id="main-content"><div><a href="/">Home</a> / <a href="/help">Get help</a></div>
                <h1>Resources</h1></section>
                <section><h2>Crisis</h2>
                <div><h4>Night line</h4><p>Open all night.</p><a href="tel:5550101">Call</a></div>
                <div><h4>Warm room</h4><a href="https://w.example/">w.example</a></div>
                <div><h4>Bread table</h4><a href="https://b.example/">b.example</a></div></section>"""))
        .containsExactly(
            "# Crisis",
            "- Night line tel:5550101",
            "- Warm room https://w.example/",
            "- Bread table https://b.example/");
  }

  @Test
  void partsOfAKindAreNamedByTheLineThatTheirClassCallsATitle() {
    assertThat(
            lines(
                """
                <h4>Links</h4><ul><li class="item"><i>book</i><span class="title">Dictionaries</span>
                <p><a href="/a">The long one</a></p><p><a href="/b">The short one</a></p></li></ul>
                <ul><li class="item"><i>ear</i><span class="title">Listening</span>
                <p><a href="/c">Songs</a></p><p><a href="/d">Talks</a></p></li></ul>"""))
        .containsExactly(
            "# Dictionaries",
            "- The long one /a",
            "- The short one /b",
            "# Listening",
            "- Songs /c",
            "- Talks /d");
  }

  @Test
  void aListWithinTheFormThatFiltersItIsRead() {
    assertThat(
            lines(
                """
                <h1>Links</h1><form name="adminForm" action="/links" method="post"><input type="text" name="filter">
                <ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li><li><a href="/c">C</a></li><li><a href="/d">D</a></li>
                <li><a href="/e">E</a></li></ul></form>
                <form><input type="password"><ul><li><a href="/1">Forgot?</a></li><li><a href="/2">New?</a></li>
                <li><a href="/3">Help</a></li><li><a href="/4">Rules</a></li><li><a href="/5">Aid</a></li></ul></form>"""))
        .containsExactly("# Links", "- A /a", "- B /b", "- C /c", "- D /d", "- E /e");
  }

  @Test
  void theAddressBelowALinkedHeadingBelongsToIt() {
    assertThat(
            lines(
                """
                <h1>Resources</h1><article><h2><a href="/205">Report of August</a></h2><p>On gaps.</p>
                <ul><li><a href="https://city.example/205.pdf">https://city.example/205.pdf</a></li></ul></article>
                <article><h2><a href="/204">Report of July</a></h2>
                <ul><li><a href="https://city.example/204.pdf">https://city.example/204.pdf</a></li></ul></article>"""))
        .containsExactly(
            "# Resources",
            "- Report of August /205",
            "  + https://city.example/205.pdf https://city.example/205.pdf",
            "- Report of July /204",
            "  + https://city.example/204.pdf https://city.example/204.pdf");
  }

  @Test
  void ofSeveralTitlesTheLastAboveTheContentNamesIt() {
    assertThat(
            lines(
                """
                <div><h1>Culture Club</h1></div><div><h1>Links</h1><div><article><ul><li><a href="/a">A</a></li>
                <li><a href="/b">B</a></li></ul></article></div></div><div><h1>Join</h1></div>"""))
        .containsExactly("# Links", "- A /a", "- B /b");
  }

  @Test
  void aSentenceThatIsAHeadingAgainAndAgainIsTextBelowTheNamesOfEntries() {
    String widget = "<div class=w><div><h2 class='w-title'>%s</h2></div></div>";
    String card =
        "<div class=card>"
            + widget
            + widget.formatted("You can download all of the report here.")
            + "<div><a class=btn href='%s'>Download</a></div></div>";
    assertThat(
            lines(
                "<main><h2>All reports</h2>"
                    + card.formatted("Report 2023", "/a.pdf")
                    + card.formatted("Report 2024", "/b.pdf")
                    + "</main>"))
        .containsExactly("# All reports", "- Report 2023 /a.pdf", "- Report 2024 /b.pdf");
  }

  @Test
  void aHeadingKeepsNoCountOfItsEntries() {
    assertThat(
            lines(
                """
                <main><h2>North <span class="zone-count">2 places</span></h2><ul><li><a href=/a>Library</a></li>
                <li><a href=/b>Pantry</a></li></ul><details><summary>South <span class="badge">(1)</span></summary>
                <p><a href=/c>Clinic</a></p></details><h2>Year <span class="count-of-year">one</span></h2>
                <p><a href=/d>Review</a></p></main>"""))
        .containsExactly(
            "# North",
            "- Library /a",
            "- Pantry /b",
            "# South",
            "- Clinic /c",
            "# Year one",
            "- Review /d");
  }
}
