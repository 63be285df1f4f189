package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.lines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {

  private static final String CONTENT =
      "<h2>Help</h2><p><a href='/a'>Rent guide</a> pays rent.</p>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<nav><a href='/x'>Our work</a></nav>",
        "<header><a href='/x'>Site name</a></header>",
        "<footer><h2>Stay informed</h2><a href='/x'>Sign up now</a></footer>",
        "<aside><h2>More</h2><a href='/x'>Other page</a></aside>",
        "<div role='navigation'><a href='/x'>Our work</a></div>",
        "<div class='breadcrumb'><a href='/x'>Programs</a> › Help</div>",
        "<div id='footer'><a href='/x'>Our office</a></div>",
        "<div class='region-sidebar'><a href='/x'>Our office</a></div>",
        "<div id='SITE_FOOTER'><a href='/x'>Our office</a></div>",
        "<ul class='main-menu'><li><a href='/x'>Our work</a></li></ul>",
        "<ul><li><a href='/x'>Home</a></li><li><a href='/y'>About us</a></li><li><a href='/z'>Our work</a></li></ul>",
        "<form action='/s'><a href='/x'>Forgot password</a></form>",
        "<div class='cookie-banner'><a href='/x'>Our cookies</a></div>",
        "<div class='sharedaddy'><a href='https://social.example/s'>Share it</a></div>",
        "<p><a href='https://www.facebook.com/sharer/sharer.php?u=x'>Facebook</a></p>",
        "<p><a href='mailto:?subject=Look'>Send this page</a></p>",
        "<div class='pagination'><a href='/x'>2</a></div>",
        "<p><a rel='next' href='/x'>Older entries</a></p>",
        "<p>Filed under <a rel='tag' href='/x'>housing</a></p>",
        "<ul><li><a href='#h'>Help</a></li></ul>",
        "<p><a href='https://help.example/list/page#top'>Back to top</a></p>",
        "<div hidden><a href='/x'>Secret</a></div>",
        "<div aria-hidden='true'><a href='/x'>Secret</a></div>",
        "<div style='display:none'><a href='/x'>Secret</a></div>",
        "<template><a href='/x'>Later</a></template>",
        "<noscript><a href='/x'>Turn it on</a></noscript>",
        "<script>document.write(\"<a href='/x'>Script</a>\")</script>",
        "<p><a href='/x'></a></p>",
        "<div class='navbar2_bar'><a href='/x'>Our challenge</a></div>",
        "<p><a href='/m'>Site map</a></p>",
        "<table><tr><td>[ <a href='index.htm'>Our house</a> ] [ <a href='walls.htm'>Walls</a> ]"
            + " [ Links ]</td></tr></table>",
        "<table><tr><td><font><a href='home.htm'><img alt='Our house' src='h.gif'></a><br>"
            + "<a href='walls.htm'><img alt='Walls' src='w.gif'></a><br><img alt='Links' src='l.gif'>"
            + "</font></td></tr></table>",
        "<p><a href='/list/'>All of it</a> » <a href='/list/law.php'>Law</a> » Rent</p>",
        "<div><h3>I am looking for…</h3><div><form><input name='q'></form></div></div>"
      })
  void whatIsNotContentIsLeftOutBeforeAndAfterIt(String part) {
    String[] expected = {"# Help", "- Rent guide /a"};
    assertThat(lines("<body>" + part + CONTENT + "</body>")).containsExactly(expected);
    assertThat(lines("<body>" + CONTENT + part + "</body>")).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='social-services-list'>%s</div>",
        "<body class='menu-open sidebar-left'>%s</body>",
        "<div id='page' class='has-sidebar'>%s</div>",
        "<form id='aspnetForm'>%s</form>",
        "<section><header><a href='/h'>Header guide</a></header>%s</section>",
        "<div class='menu'>%s</div>"
      })
  void contentStaysWhateverItsWrapperIsCalled(String wrapper) {
    assertThat(lines(wrapper.formatted(CONTENT))).contains("# Help", "- Rent guide /a");
  }

  @Test
  void theMainPartIsReadWhereThePageNamesIt() {
    assertThat(lines("<div><a href='/x'>Unmarked menu</a></div><main>" + CONTENT + "</main>"))
        .containsExactly("# Help", "- Rent guide /a");
  }

  @Test
  void linksWithinThePageLeaveTheWordsOfAHeading() {
    assertThat(lines("<h2><a href='#help'>Help</a></h2><p><a href='/a'>Rent guide</a></p>"))
        .containsExactly("# Help", "- Rent guide /a");
  }

  @Test
  void aListOfTheSitesOwnPagesWithoutItsFirstIsContent() {
    assertThat(lines("<p><a href='rent.htm'>Rent</a> | <a href='heat.htm'>Heat</a></p>"))
        .containsExactly("# ", "- Rent /list/rent.htm", "- Heat /list/heat.htm");
  }

  @Test
  void theHeadingOfAListStaysAboveTheFormThatFiltersIt() {
    assertThat(
            lines(
                """
                <div><h2>Shelters</h2><form><input name="q"></form></div><p><a href="/a">Blue House</a></p>"""))
        .containsExactly("# Shelters", "- Blue House /a");
  }

  @Test
  void aListOfManySitesUnderHeadingsIsNoMenuThoughItIsMarkedAsOne() {
    assertThat(
            lines(
                """
                <nav><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></nav>
                <nav id="resource-links"><h3>Money</h3><li><a href="https://a.example/">Budget desk</a></li>
                <li><a href="https://b.example/">Debt line</a></li><li><a href="https://c.example/">Credit union</a></li>
                <h3>Family</h3><li><a href="https://d.example/">Play group</a></li><li><a href="https://e.example/">Parent line</a></li></nav>"""))
        .containsExactly(
            "# Money",
            "- Budget desk https://a.example/",
            "- Debt line https://b.example/",
            "- Credit union https://c.example/",
            "# Family",
            "- Play group https://d.example/",
            "- Parent line https://e.example/");
  }

  @Test
  void aMenuInTheContentThatLeadsElsewhereBelowAHeadingIsAList() {
    assertThat(
            lines(
                """
                <nav><a href="/">Home</a><a href="https://shop.example/">Shop</a></nav><main>
                <h2>School and district</h2>
                <nav><a href="https://a.example/">Parents’ portal</a><a href="/forms">Forms</a></nav>
                <h2>In this part</h2><nav><a href="/x">Other page</a><a href="/y">Third page</a></nav></main>"""))
        .containsExactly(
            "# School and district", "- Parents’ portal https://a.example/", "- Forms /forms");
  }

  @Test
  void aMenuWithMoreWordsThanLinksIsAList() {
    assertThat(
            lines(
                """
                <main><h1>Guide</h1><p>All there is.</p><nav><ul>
                <li><a href="/a"><h2>For teachers</h2></a><p>Lessons to take to class, and how to talk of doubt.</p></li>
                <li><a href="/b"><h2>For reporters</h2></a><p>Whom to ask, what to read, and where to look first.</p></li></ul></nav></main>"""))
        .containsExactly("# Guide", "- For teachers /a", "- For reporters /b");
  }

  @Test
  void aHeaderWithAHeadingAndManyLinksElsewhereIsAPart() {
    String part =
        """
        <header><h2>%1$s</h2><ul><li><a href="https://a.example/%1$s">Bulletin of May</a></li>
        <li><a href="https://b.example/%1$s">Bulletin of June</a></li><li><a href="https://c.example/%1$s">Bulletin of July</a></li>
        <li><a href="https://d.example/%1$s">Bulletin of March</a></li><li><a href="https://e.example/%1$s">Bulletin of April</a></li></ul></header>""";
    assertThat(lines("<div>" + part.formatted("2024") + part.formatted("2023") + "</div>"))
        .hasSize(12)
        .startsWith("# 2024", "- Bulletin of May https://a.example/2024")
        .contains("# 2023");
  }

  @Test
  void whatAButtonInTheContentUnfoldsIsAList() {
    assertThat(
            lines(
                """
                <div><a class="dropdown-toggle" href="#">Us</a><div class="dropdown-menu"><a href="/us">Our team</a></div></div>
                <main><h3>Dogs and books</h3><div><a class="btn dropdown-toggle" href="#">Calendar</a>
                <div class="dropdown-menu"><ul><li><a href="/n">North branch</a></li><li><a href="/s">South branch</a></li></ul></div></div></main>"""))
        .containsExactly("# Dogs and books", "- North branch /n", "- South branch /s");
  }
}
