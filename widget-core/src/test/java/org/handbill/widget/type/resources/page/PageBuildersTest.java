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
}
