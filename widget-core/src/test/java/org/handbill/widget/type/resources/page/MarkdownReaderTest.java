package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.widget.type.resources.page.Reading.bytes;
import static org.handbill.widget.type.resources.page.Reading.lines;

import java.util.List;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.page.steer.PageParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {

  private static List<Group> read(String text) throws UnreadableSourceException {
    return MarkdownReader.read(bytes(text), PageParts.FOUND);
  }

  @Test
  void listsAndParagraphsStandUnderTheirHeadings() throws UnreadableSourceException {
    List<Group> groups =
        read(
            """
            ---
            title: Help
            ---
            {% include toc.html %}

            # Help
            ## Housing
            - [Rent guide](/rent) pays *one* month.
              - [Annex](/annex)

            [Night line](/night) answers.

            ## Work
            1. [Wages](wages.pdf)
            """);
    assertThat(lines(groups))
        .containsExactly(
            "# Housing",
            "- Rent guide /rent",
            "- Annex /annex",
            "- Night line /night",
            "# Work",
            "- Wages /list/wages.pdf");
    assertThat(groups.get(0).items().get(0).summary().html()).isEqualTo("pays <em>one</em> month.");
  }

  @Test
  void tablesAreRead() throws UnreadableSourceException {
    assertThat(lines(read("| Name | Link |\n|---|---|\n| Clinic A | [PDF](/a.pdf) |\n")))
        .containsExactly("# ", "- Clinic A /a.pdf");
  }

  @Test
  void htmlWithinMarkdownIsCleanedLikeAnyOther() throws UnreadableSourceException {
    List<Group> groups =
        read(
            "<div onclick='x()'><a href='javascript:x()'>Run</a></div>\n\n[Guide](/a) <b onclick=x()>b</b><script>x()</script>\n");
    assertThat(lines(groups)).containsExactly("# ", "- Guide /a");
    assertThat(groups.get(0).items().get(0).summary().html()).isEqualTo("<b>b</b>");
  }

  @Test
  void aTableOfContentsIsLeftOut() throws UnreadableSourceException {
    assertThat(
            lines(
                read(
                    "## Contents\n- [Food](#food)\n- [Beds](#beds)\n\n## Food\n- [Bank of food](/f)\n")))
        .containsExactly("# Food", "- Bank of food /f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"**x ", "[", "![", "> ", "- ", "*a **b ", "<div>", "`", "&#x"})
  void deepNestingIsHarmless(String part) throws UnreadableSourceException {
    assertThat(read("[Guide](/a)\n\n" + part.repeat(20_000))).isNotEmpty();
    assertThat(read("[Guide](/a)\n\n" + part.repeat(5_000) + "x" + "**".repeat(5_000)))
        .isNotEmpty();
  }
}
