package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.items;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The picture that a page has of an entry. */
class CoversTest {

  private static List<String> covers(String html) {
    return items("<main><h2>Reports</h2>" + html + "</main>").stream()
        .map(item -> item.facts().picture().map(URI::toString).orElse(""))
        .toList();
  }

  @Test
  void aPictureAboveTheTitleOfACardIsItsCover() {
    assertThat(
            covers(
                """
                <article><a href="/one"><img src="/img/one.jpg" alt=""></a><h3><a href="/one">One
                winter</a></h3><p>Words.</p><a href="/one/es">Español</a></article>
                <article><img src="two.png"><h3><a href="/two">Two winters</a></h3></article>
                <article><h3><a href="/three">Three winters</a></h3></article>
                """))
        .containsExactly(
            "https://help.example/img/one.jpg", "https://help.example/list/two.png", "");
  }

  @Test
  void aPictureWithinALinkIsItsOwn() {
    assertThat(
            covers(
                "<ul><li><a href='/a'><img src='a.jpg' alt=''> Rent guide</a></li>"
                    + "<li><a href='/b'>Court guide</a></li></ul>"))
        .containsExactly("https://help.example/list/a.jpg", "");
  }

  @Test
  void aPictureOfAWholePartIsNobodysCover() {
    assertThat(
            covers(
                "<div><img src='hero.jpg'>"
                    + "<h3>Rent</h3><p><a href='/a'>Rent guide</a></p>"
                    + "<h3>Court</h3><p><a href='/b'>Court guide</a></p></div>"))
        .containsExactly("", "");
  }

  @ParameterizedTest
  @CsvSource({
    "src=/icons/pdf-icon.png",
    "src=/a.jpg width=24 height=24",
    "src=/logo.svg",
    "'src=\"data:image/gif;base64,R0lGODlh\"'",
    "src=''",
  })
  void anIconIsNoCover(String attributes) {
    assertThat(covers("<ul><li><img " + attributes + "><a href='/a'>Rent guide</a></li></ul>"))
        .containsExactly("");
  }

  @ParameterizedTest
  @CsvSource({
    "'src=\"data:image/gif;base64,R0lGODlh\" data-src=/late.jpg'",
    "'src=/spot.gif data-lazy-src=/late.jpg'",
    "'srcset=\"/late.jpg 400w, /large.jpg 800w\"'",
  })
  void aPictureThatComesLateIsFound(String attributes) {
    assertThat(covers("<ul><li><img " + attributes + "><a href='/a'>Rent guide</a></li></ul>"))
        .containsExactly("https://help.example/late.jpg");
  }
}
