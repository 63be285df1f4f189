package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handbill.widget.type.resources.page.Reading.bytes;
import static org.handbill.widget.type.resources.page.Reading.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.page.steer.PageParts;
import org.junit.jupiter.api.Test;

/** What an editor points at on a page. */
class PagePartsTest {

  private static final String PAGE =
      """
      <main><h2>Help</h2><p><a href="/start">Start with this guide</a></p>
      <p class="band">Food</p>
      <div class="one"><h3>Soup kitchen</h3><p>Noon. <a href="/map">Map of it</a> and
      <a href="/menu">menu of it</a></p></div>
      <div class="one related-posts"><a href="/p">Pantry</a> <b>Open</b></div>
      <p class="band">Law</p><div class="news"><a href="/n">News of the day</a></div>
      <ul><li class="one"><a href="/d">Night desk</a></li></ul></main>""";

  private static List<String> read(String without, String groups, String items)
      throws UnreadableSourceException {
    return lines(PageReader.read(bytes(PAGE), parts(without, groups, items)));
  }

  private static PageParts parts(String without, String groups, String items) {
    return new PageParts(Optional.empty(), given(without), given(groups), given(items));
  }

  private static Optional<String> given(String selector) {
    return Optional.of(selector).filter(text -> !text.isEmpty());
  }

  @Test
  void whatIsToBeLeftOutIsLeftOut() throws UnreadableSourceException {
    assertThat(read(".news, .one", "", ""))
        .containsExactly("# Help", "- Start with this guide /start");
  }

  @Test
  void chosenHeadingsMakeTheGroupsAndNoOthersDo() throws UnreadableSourceException {
    assertThat(read("", ".band", ""))
        .containsExactly(
            "# ",
            "- Start with this guide /start",
            "# Food",
            "- Map of it /map",
            "- menu of it /menu",
            "# Law",
            "- News of the day /n",
            "- Night desk /d");
  }

  @Test
  void chosenElementsAreOneEntryEachAndNothingElseIs() throws UnreadableSourceException {
    assertThat(read("", "", ".one"))
        .containsExactly(
            "# Help",
            "- Soup kitchen /map",
            "  + menu of it /menu",
            "- Pantry /p",
            "- Night desk /d");
  }

  @Test
  void groupsAndItemsCanBothBeChosen() throws UnreadableSourceException {
    assertThat(read(".related-posts", ".band", ".one"))
        .containsExactly(
            "# Food", "- Soup kitchen /map", "  + menu of it /menu", "# Law", "- Night desk /d");
  }

  @Test
  void aChosenCellNamesTheRowsBelowIt() throws UnreadableSourceException {
    String table =
        """
        <table><tr><td class="g">North</td><td></td></tr><tr><td><a href="/a">Desk A</a></td><td>x</td></tr>
        <tr><td class="g">South</td><td></td></tr><tr><td><a href="/b">Desk B</a></td><td>y</td></tr></table>""";
    assertThat(lines(PageReader.read(bytes(table), parts("", ".g", ""))))
        .containsExactly("# North", "- Desk A /a", "# South", "- Desk B /b");
  }

  @Test
  void markdownIsReadBySelectorsToo() throws UnreadableSourceException {
    assertThat(
            lines(
                MarkdownReader.read(
                    bytes("# List\n\n## A\n\n- [One guide](/1)\n\n### B\n\n- [Two guides](/2)\n"),
                    parts("", "h2", ""))))
        .containsExactly("# A", "- One guide /1", "- Two guides /2");
  }

  @Test
  void chosenPartsThatAreGoneMakeThePageUnreadable() {
    assertThatThrownBy(() -> read("", ".gone", ""))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage("resources.selector.absent");
    assertThatThrownBy(() -> read("", "", ".gone"))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessage("resources.selector.absent");
  }

  @Test
  void aPartToLeaveOutThatIsGoneIsRemarkedOn() throws UnreadableSourceException {
    assertThat(remarks(".gone")).containsExactly("resources.selector.absent: without .gone");
    assertThat(remarks(".news")).isEmpty();
  }

  private static List<String> remarks(String without) throws UnreadableSourceException {
    List<String> remarks = new ArrayList<>();
    PageReader.of(parts(without, "", ""))
        .read(bytes(PAGE), (key, values) -> remarks.add(key + ": " + values[0] + " " + values[1]));
    return remarks;
  }
}
