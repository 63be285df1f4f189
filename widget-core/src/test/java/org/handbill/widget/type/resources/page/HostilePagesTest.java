package org.handbill.widget.type.resources.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handbill.widget.type.resources.page.Reading.bytes;
import static org.handbill.widget.type.resources.page.Reading.items;
import static org.handbill.widget.type.resources.page.Reading.lines;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.page.steer.PageParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePagesTest {

  @Test
  void nothingThatRunsComesThrough() {
    assertThat(
            items(
                """
                <ul><li><a href="/a" onclick="x()">A guide <b onmouseover=x()>two</b></a>
                <img src=x onerror=x()> text <i onclick=x() style=x>more</i> &lt;script&gt;
                <svg><script>x()</script></svg><a href="javascript:x()">Run</a></li></ul>"""))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.title()).isEqualTo("A guide two");
              assertThat(item.links()).isEmpty();
              assertThat(item.summary().html()).isEqualTo("text <i>more</i> &lt;script&gt; Run");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ul><li><a href=/a>One guide<li><a href=/b>Two guide<li><a href=/c>Three guide",
        "<form><form><ul><li><a href=/a>One guide</form><h2>x</h2><a href=/b>Two guide</a></form><a href=/c>Three guide",
        "<table><a href=/a>One guide</a><tr><td><a href=/b>Two guide<td><a href=/c>Three guide</table>",
        "<p><b><a href=/a>One guide</p><p><a href=/b>Two guide</b></p><i><a href=/c>Three guide",
        "<h2><a href=/a>One guide<h2><a href=/b>Two guide</h1><a href=/c>Three guide"
      })
  void brokenMarkupLosesNoLink(String html) {
    assertThat(lines("<body><main>" + html))
        .filteredOn(line -> !line.startsWith("#"))
        .extracting(line -> line.replaceFirst(".*/", ""))
        .containsExactly("a", "b", "c");
  }

  @Test
  void aPageWithTooManyElementsIsRefused() {
    assertThatThrownBy(() -> PageReader.read(bytes("<div>".repeat(1_000_000)), PageParts.FOUND))
        .asInstanceOf(InstanceOfAssertFactories.type(UnreadableSourceException.class))
        .satisfies(
            e -> {
              assertThat(e.key()).isEqualTo("resources.source.too-many-elements");
              assertThat(e.values()).containsExactly(PageParser.MOST_ELEMENTS);
            });
  }

  @Test
  void formattingThatMultipliesIsRefusedBeforeItFillsTheMemory() {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      html.append("<b id=").append(i).append("><p>");
    }
    assertThatThrownBy(() -> PageReader.read(bytes(html.toString()), PageParts.FOUND))
        .isInstanceOf(UnreadableSourceException.class);
  }

  @Test
  void aScopeAroundAllLinksIsLookedAtOnce() {
    StringBuilder html = new StringBuilder("<body itemscope><main>");
    for (int i = 0; i < 20_000; i++) {
      html.append("<p><a href='/").append(i).append("'>Guide</a></p>");
    }
    assertThat(Reading.addresses(Reading.groups(html.toString()))).hasSize(20_000);
  }

  @Test
  void nestingBeyondAnyUseIsReadFlat() {
    String html = "<div>".repeat(50_000) + "<p><a href='/a'>Deep guide</a></p>";
    assertThat(lines(html)).contains("- Deep guide /a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='/%d'>PDF</a> ",
        "<a href='/%d'>Guide</a>, ",
        "<a href='/%d'>Guide</a> text ",
        "<a href='#%d'>x</a> ",
        "<a href='/%d'>Guide</a><br>",
        "<p><a href='/%d'>Guide</a>",
        "<li><a href='/%d'>Guide</a>",
        "<h2>x<p><a href='/%d'>PDF</a>",
        "<h4>Word <b>word </b><a href='/%d'>Guide</a>, ",
        "<a class='btn' href='/%d'>Guide →</a> ",
        "<span><a class='btn' href='/%d'>Guide →</a></span>",
        "<div><p>Name</p><a href='/%d'>Visualize</a></div>",
        "<div>Label</div><div><a href='/%d'>Guide</a></div><div><a href='/%d'>Guide</a></div>",
        "<div class='tabtabtab'><strong>x</strong>",
        "<p>Last updated May 2, 2024</p><p><a href='/%d'>Guide</a></p>",
        "<div><ul><li>Topic<li><a href='/%d'>Guide</a></ul></div>",
        "<button data-target='#p%d'>Tab</button><div id='p%d'><a href='/%d'>Guide</a></div>"
      })
  void longPagesAreReadWhole(String part) {
    StringBuilder html = new StringBuilder("<main>");
    for (int i = 0; i < 30_000; i++) {
      html.append(part.replace("%d", Integer.toString(i)));
    }
    int links = part.contains("'/%d'") ? 30_000 : 0;
    assertThat(Reading.addresses(Reading.groups(html.toString()))).hasSize(links);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "(pdf ",
        "a.",
        " ",
        "tab",
        "&",
        "1",
        ": ",
        "simplified chinese, ",
        "\u0301",
        "["
      })
  void longRunsOfOneWordAreHarmless(String run) {
    String text = run.repeat(300_000 / run.length());
    String html =
        "<main><div class='%1$s'><p><a href='/a' title='%1$s'>Guide %1$s</a> %1$s</p><h2>%1$s</h2><p>%1$s</p>"
            + "<p>%1$s <a href='/b' class='%1$s'>PDF</a> %1$s</p></div></main>";
    assertThat(Reading.addresses(Reading.groups(html.formatted(text))))
        .containsExactly("https://help.example/a", "https://help.example/b");
  }

  @Test
  void noBytesMakeItFail() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      String html =
          new String(noise, StandardCharsets.ISO_8859_1) + "<a href='" + round + "\u0000%'>";
      assertThat(Reading.groups(html)).isNotNull();
    }
  }

  @Test
  void invisibleControlsDoNotReachTitles() {
    assertThat(items("<p><a href='/a'>Safe\u202E guide\u0007</a></p>"))
        .singleElement()
        .satisfies(item -> assertThat(item.title()).isEqualTo("Safe guide"));
  }

  @Test
  void aSelectorThatFindsNothingOrIsNoneIsReported() {
    assertThatThrownBy(() -> PageReader.read(bytes("<p>x</p>"), PageParts.within("#gone")))
        .hasMessage("resources.selector.absent");
    assertThatThrownBy(() -> PageReader.read(bytes("<p>x</p>"), PageParts.within("a[[")))
        .hasMessage("resources.selector.malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "UTF-16", "Shift_JIS", "ISO-8859-1"})
  void theDeclaredCharsetIsUsed(String name) throws UnreadableSourceException {
    String word = name.equals("Shift_JIS") ? "権利の案内" : "Guía";
    byte[] page =
        ("<meta charset='" + name + "'><p><a href='/a'>" + word + "</a></p>")
            .getBytes(Charset.forName(name));
    SourceBytes source =
        new SourceBytes(page, Optional.of("text/html"), Reading.BASE, Optional.empty());
    assertThat(lines(PageReader.read(source, PageParts.FOUND))).contains("- " + word + " /a");
  }

  @Test
  void validUtf8IsReadAsSuchWhateverIsDeclared() throws UnreadableSourceException {
    SourceBytes source =
        new SourceBytes(
            "<p><a href='/a'>Guía</a></p>".getBytes(StandardCharsets.UTF_8),
            Optional.of("text/html; charset=iso-8859-1"),
            Reading.BASE,
            Optional.empty());
    assertThat(lines(PageReader.read(source, PageParts.FOUND))).contains("- Guía /a");
  }
}
