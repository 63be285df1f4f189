package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.lines;

import org.junit.jupiter.api.Test;

/** Lists whose levels are not where HTML wants them. */
class ListLevelsTest {

  @Test
  void levelsPublishedOneAfterAnotherAreNested() {
    assertThat(
            lines(
                """
                <h2>Night</h2>
                <ul class="c1 lst-kix_ab12-0 start"><li><a href="/line">Night line</a></li></ul>
                <ul class="c1 lst-kix_ab12-1 start"><li><a href="tel:5550101">555-0101</a></li></ul>
                <ul class="c1 lst-kix_ab12-0"><li>Beds</li></ul>
                <ul class="c1 lst-kix_ab12-1"><li>North</li></ul>
                <ul class="c1 lst-kix_ab12-2"><li><a href="https://b.example/">b.example</a></li></ul>"""))
        .containsExactly(
            "# Night",
            "- Night line /line",
            "  + 555-0101 tel:5550101",
            "- Beds https://b.example/");
  }

  @Test
  void aListBetweenItemsBelongsToTheOneBefore() {
    assertThat(
            lines(
                """
                <ul><li>Food</li><ul><li><a href="/p">Pantry</a></li></ul>
                <li>Work</li><ul><li><a href="/w">Wages desk</a></li></ul></ul>"""))
        .containsExactly("# Food", "- Pantry /p", "# Work", "- Wages desk /w");
  }
}
