package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.item;
import static org.handbill.widget.type.resources.page.Reading.lines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links that show nothing but a picture. */
class LogoNamesTest {

  @Test
  void theNameBesideALogoIsTheTitleWhereColumnsHaveLabels() {
    assertThat(
            lines(
                """
                <h1>Partners</h1>
                <section><div><div class="col-4"></div><div class="col-4"><b>Who</b></div>
                <div class="col-4"><b>What they do</b></div></div></section>
                <section><div><div class="col-4"><a href="https://b.example/"><img src="blue-logo-2.png" alt="blue-logo"></a></div>
                <div class="col-4"><p>Blue House</p></div><div class="col-4"><p>Beds for the night</p></div></div></section>
                <section><div><div class="col-4"><a href="https://r.example/"><img src="x.png"></a></div>
                <div class="col-4"><p>Red House</p></div><div class="col-4"><p>Meals</p></div></div></section>"""))
        .containsExactly(
            "# Partners", "- Blue House https://b.example/", "- Red House https://r.example/");
  }

  @Test
  void theButtonThatUnfoldsWhatIsSaidOfALogoIsItsTitle() {
    assertThat(
            lines(
                """
                <h2>Help</h2><div class="card"><div class="card-header"><button class="btn">Money</button></div>
                <div class="collapse">
                <article><a href="/g"><img alt="Grants Logo" src="g.png"></a><div><div><button class="btn">Grants for rent</button>
                <div class="collapse"><p>Up to a month.</p></div></div></div></article>
                <article><a href="/l"><img alt="Loans Logo" src="l.png"></a><div><div><button class="btn">Small loans</button>
                <div class="collapse"><p>Up to a year.</p></div></div></div></article></div></div>"""))
        .containsExactly("# Money", "- Grants for rent /g", "- Small loans /l");
  }

  @Test
  void aPictureThatIsDescribedKeepsItsWordsBesideALine() {
    assertThat(
            lines(
                """
                <ul><li><a href="/a"><img alt="Plan of the shelters" src="p7.png"></a> Spring 2024</li>
                <li><a href="/b"><img src="p8.png" alt=""></a> Plan of the kitchens</li></ul>"""))
        .containsExactly("# ", "- Plan of the shelters /a", "- Plan of the kitchens /b");
  }

  @Test
  void aSentenceBesideALogoIsNoName() {
    assertThat(
            lines(
                """
                <table><tr><td><a href="https://c.example/in"><img src="i/kitchen_network.jpg"></a></td>
                <td>The network cooks for whoever comes, every day of the year, and asks for nothing at all.</td></tr>
                <tr><td><a href="/b">B</a></td><td>Second</td></tr></table>"""))
        .containsExactly("# ", "- kitchen network https://c.example/in", "- B /b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Blue House Logo | bh.png | Blue House",
        "Logo of the Blue House | bh.png | Blue House",
        "blue_house_logo_300x80 | x.png | blue house",
        "GreenHarbour | GreenHarbour-300x80.png | Green Harbour",
        "GitHub | GitHub.png | GitHub",
        "e-Libro | e-Libro.png | e-Libro",
        "Blue-House | blue-house.svg | Blue House"
      })
  void theWordsOfALogoAreMadeFitToRead(String alt, String file, String expected) {
    assertThat(item("<p><a href='/a'><img alt='" + alt + "' src='" + file + "'></a></p>").title())
        .isEqualTo(expected);
  }

  @Test
  void headingsAboveRowsOfPicturesNameTheRows() {
    assertThat(
            lines(
                """
                <p><strong>PORTUGAL</strong></p><p><a href="https://a.example/"><img alt="" src="https://x.example/1.gif"></a></p>
                <p><strong>CHILE</strong></p><p><a href="https://b.example/"><img alt="" src="https://x.example/2.gif"></a></p>
                <p><strong>CUBA</strong></p><p><a href="https://c.example/"><img alt="" src="https://x.example/3.gif"></a></p>
                <p><a href="https://d.example/"><img alt="" src="https://x.example/4.gif"></a></p>"""))
        .contains("# PORTUGAL", "# CHILE", "# CUBA")
        .doesNotContain("- CHILE https://a.example/", "- CUBA https://b.example/");
  }
}
