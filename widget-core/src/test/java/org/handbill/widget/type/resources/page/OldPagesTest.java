package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.lines;

import org.junit.jupiter.api.Test;

/** What pages laid out by tables and by pictures mean. */
class OldPagesTest {

  @Test
  void cellsWithNothingButLinksBeforeTheTitleAreAMenuAndPicturesAfterItAreNone() {
    assertThat(
            lines(
                """
                <table><tr><td><a href="/where"><img src="b.png" alt="Where we are"></a><br>
                <a href="https://lodge.example/"><img src="l.png" alt="The lodge"></a></td>
                <td><h1>Meetings</h1><p><a href="/june">June</a></p>
                <table><tr><td><a href="/may">May</a></td><td>at noon</td></tr></table></td></tr>
                <tr><td colspan="2"><a href="https://s.example/"><img src="s.png" alt="Sponsor"></a>
                </td></tr></table>"""))
        .containsExactly("# Meetings", "- June /june", "- May /may");
  }

  @Test
  void logosInARowLeadToAnEntryEach() {
    assertThat(
            lines(
                """
                <h2>Partners</h2><table>
                <tr><td><a href="https://a.example/"><img src="/north_harbour.jpg"></a></td>
                <td><a href="https://b.example/"><img src="/south-harbour.jpg"></a></td></tr></table>"""))
        .containsExactly(
            "# Partners",
            "- north harbour https://a.example/",
            "- south harbour https://b.example/");
  }

  @Test
  void aPictureAboveAHeadingWithoutLinksLeadsToWhatTheHeadingNames() {
    assertThat(
            lines(
                """
                <h2>Events</h2><div><a href="/a"><img src="1.png" alt="Cover22.png"></a></div>
                <div><h5>League night</h5><p>Mondays at half past seven.</p></div>
                <div><a href="/b"><img src="2.png" alt="IMG4X6.jpg"></a></div>
                <div><h5>Open house</h5><p>On Sunday.</p></div>"""))
        .containsExactly("# Events", "- League night /a", "- Open house /b");
  }

  @Test
  void aPictureThatLeadsToItselfIsNoEntry() {
    assertThat(
            lines(
                """
                <h2>Papers</h2><p><a href="/big.jpg"><img src="/big.jpg" alt=""></a></p>
                <p><a href="/guide.pdf">The guide</a></p>"""))
        .containsExactly("# Papers", "- The guide /guide.pdf");
  }

  @Test
  void thoseToWriteToInAListAreEntriesOfTheirOwn() {
    assertThat(
            lines(
                """
                <h4>Families</h4><ul><li><a href="mailto:a@help.example">Robin Ash</a></li>
                <li><a href="mailto:b@help.example">Kim Birch</a></li></ul>
                <h4>Night shelter</h4><ul><li><a href="mailto:c@help.example">Email</a></li></ul>"""))
        .containsExactly(
            "# Families",
            "- Robin Ash mailto:a@help.example",
            "- Kim Birch mailto:b@help.example",
            "# ",
            "- Night shelter mailto:c@help.example");
  }

  @Test
  void aCellThatLeadsToTheSiteItselfIsAMenuBesideOneThatLeadsElsewhere() {
    assertThat(
            lines(
                """
                <table><tr><td><table><tr><td><b>Who we are</b></td></tr>
                <tr><td><a href="/who">Us</a></td></tr><tr><td><a href="/what">Our work</a></td></tr>
                <tr><td><a href="/news">News</a></td></tr></table></td>
                <td><h3>Forests</h3><p><a href="https://a.example/">Oak</a></p>
                <p><a href="https://b.example/">Ash</a></p><p><a href="https://c.example/">Elm</a></p>
                <h3>Rivers</h3><p><a href="https://d.example/">North</a></p>
                <p><a href="https://e.example/">South</a></p><p><a href="https://f.example/">East</a></p>
                </td></tr></table>"""))
        .containsExactly(
            "# Forests",
            "- Oak https://a.example/",
            "- Ash https://b.example/",
            "- Elm https://c.example/",
            "# Rivers",
            "- North https://d.example/",
            "- South https://e.example/",
            "- East https://f.example/");
  }

  @Test
  void aLineInLargerLettersIsAHeading() {
    assertThat(
            lines(
                """
                <table><tr><td><a href="/news.htm"><img src="n.gif"></a><br></td><td><font face="Arial">
                <img src="dot.gif" width="50" height="1"><font size="+2">General links</font><br><img src="dot.gif"><br>
                <font size="-2">Looked through in March</font><br><p></p>
                <a href="https://a.example/">Archive of the city</a><br>All that is kept.<br><br>
                <a href="https://b.example/">Books of the city</a><br>What was written, and by whom, in all the years before.</font></td></tr></table>"""))
        .contains("# General links", "- Archive of the city https://a.example/");
  }

  @Test
  void aLineIsLargeByItsStyleToo() {
    assertThat(
            lines(
                """
                <p style="font-size:22px">Food</p><p><a href="/a">Bread table</a>, open to all who come, every day of the week.</p>
                <p style="font-weight:bold">Work</p><p><a href="/b">Day jobs</a>, for whoever looks for some, from six o’clock on.</p>"""))
        .containsExactly("# Food", "- Bread table /a", "# Work", "- Day jobs /b");
  }

  @Test
  void wherePartsOfEveryLineAreLargeNothingIsAHeadingForThat() {
    assertThat(
            lines(
                """
                <h2>Help</h2><p><font size="4">Bread for all</font></p><p><font size="4"><a href="/a">Bread table</a></font></p>
                <p><font size="4">Work for all</font></p><p><font size="4"><a href="/b">Day jobs</a></font></p>"""))
        .containsExactly("# Help", "- Bread table /a", "- Day jobs /b");
  }

  @Test
  void aLargeLineMayEndWithinItsTag() {
    assertThat(
            lines(
                """
                <h2>Links</h2><table><tr><td><font size="4">General<br></font>
                <a href="/a">Ministry of the schools</a><br><a href="/b">Ministry of the arts</a><br><br>
                <font size="4">Papers<br></font><a href="/c">The Morning</a><font size="4"><br></font>
                <a href="/d">The Evening, of all of the town</a></td></tr></table>"""))
        .containsExactly(
            "# General",
            "- Ministry of the schools /a",
            "- Ministry of the arts /b",
            "# Papers",
            "- The Morning /c",
            "- The Evening, of all of the town /d");
  }

  @Test
  void aLinkAcrossAllColumnsHeadsTheRowsBelow() {
    String row = "<tr><td>&nbsp;</td><td><a href='/%s'>%s</a></td></tr>";
    assertThat(
            lines(
                "<h2>Help</h2><table><tr><td colspan='2'><a href='/students'>For students</a></td></tr>"
                    + row.formatted("a", "Aptitude")
                    + row.formatted("b", "Self esteem")
                    + row.formatted("c", "Examinations")
                    + "</table>"))
        .containsExactly(
            "# For students",
            "- For students /students",
            "- Aptitude /a",
            "- Self esteem /b",
            "- Examinations /c");
  }

  @Test
  void aTableMayBeginWithWhatSortEachRowIs() {
    String row = "<tr><td>%s</td><td>%s</td><td>%s</td><td><a href='/%s'>Link</a></td></tr>";
    assertThat(
            lines(
                "<h2>Library</h2><table><tr><th>Sort</th><th>Title</th><th>By</th><th>Link</th></tr>"
                    + row.formatted("Book", "On rent", "A. Writer", "a")
                    + row.formatted("Book", "On work", "B. Writer", "b")
                    + row.formatted("Film", "On bread", "A. Writer", "c")
                    + row.formatted("Film", "On roses", "B. Writer", "d")
                    + "</table>"))
        .containsExactly(
            "# Library", "- On rent /a", "- On work /b", "- On bread /c", "- On roses /d");
  }

  @Test
  void aLargeLineThatIsNeverClosedMakesOnlyItselfLarge() {
    assertThat(
            lines(
                """
                <div><p><font size="+4" color="#990000">Links</p>
                <p><font size="3"><a href="/a">Society of the north</a></font></p>
                <p><font size="3"><a href="/b">Society of the south</a></font></p></div>"""))
        .containsExactly("# Links", "- Society of the north /a", "- Society of the south /b");
  }

  @Test
  void cellsSideBySideThatBeginWithANameAreAnEntryEach() {
    assertThat(
            lines(
                """
                <table><tr><td colspan=2><b>Local</b></td></tr>
                <tr><td><strong>City of Elm</strong><br><a href="http://elm.example/">www.elm.example</a></td>
                <td><strong>Elm College</strong><br><a href="http://college.example/">www.college.example</a></td></tr>
                </table>"""))
        .containsExactly(
            "# Local",
            "- City of Elm http://elm.example/",
            "- Elm College http://college.example/");
  }
}
