package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code render} says, and what it leaves alone. */
class RenderCommandTest {

  private static final String URL = "https://widgets.example.org";

  @TempDir Path folder;

  private MainTest.Result render(Path network, String... more) {
    String[] words = {
      "render", network.toString(), "--out", folder.resolve("out").toString(), "--public-url", URL
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return MainTest.run(all);
  }

  private Path file(String path) {
    return folder.resolve("out/site").resolve(path);
  }

  @Test
  void a_change_replaces_all_that_was_there() throws IOException {
    Path network = Networks.minimal(folder.resolve("network"), "type: signup\ntitle: News\n");
    assertThat(render(network).code()).isZero();
    String page = Files.readString(file("w/en/-/auto/news"));
    assertThat(page).contains("<title>News");
    Files.writeString(network.resolve("widgets/other.yaml"), "type: signup\ntitle: Other\n");
    Files.delete(network.resolve("widgets/news.yaml"));
    assertThat(render(network).out()).contains("files stand in");
    assertThat(file("w/en/-/auto/news")).doesNotExist();
    assertThat(file("w/en/-/auto/other")).exists();
    assertThat(folder.resolve("out/site.old")).doesNotExist();
  }

  @Test
  void a_folder_with_a_mistake_changes_nothing() throws IOException {
    Path network = Networks.minimal(folder.resolve("network"), "type: signup\ntitle: News\n");
    assertThat(render(network).code()).isZero();
    Files.writeString(network.resolve("widgets/news.yaml"), "type: signup\ntitel: News\n");
    MainTest.Result result = render(network);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("widgets/news.yaml:2:1: error: 'titel'")
        .contains("Nothing was written");
    assertThat(file("w/en/-/auto/news")).exists();
  }

  @Test
  void a_source_that_cannot_be_read_changes_nothing() throws IOException {
    Path network =
        Networks.minimal(
            folder.resolve("network"),
            """
            type: resources
            title: Help
            sources: [{page: "http://127.0.0.1:9/", allow-private: true}]
            """);
    MainTest.Result result = render(network);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("http://127.0.0.1:9/: ", "Nothing was written");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void a_source_that_holds_nothing_changes_nothing() throws IOException {
    Path network =
        Networks.minimal(
            folder.resolve("network"),
            "type: resources\ntitle: Help\nsources: [{page: pages/a.html}]\n");
    Path page = network.resolve("pages/a.html");
    Files.createDirectories(network.resolve("pages"));
    Files.writeString(page, "<h2>Shelter</h2><a href=https://a.example/1>Place</a>");
    assertThat(render(network).code()).isZero();
    for (String emptied : new String[] {"", "<p>We are moving house."}) {
      Files.writeString(page, emptied);
      MainTest.Result result = render(network);
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err()).contains("widgets/news.yaml:3:", "Nothing was written");
      assertThat(Files.readString(file("w/en/-/auto/news"))).contains("https://a.example/1");
    }
  }

  @Test
  void forms_that_nobody_would_take_are_told() throws IOException {
    Path network = Networks.minimal(folder.resolve("network"), "type: signup\ntitle: News\n");
    assertThat(render(network).err()).contains("--submit-url");
    assertThat(render(network, "--submit-url", "https://forms.example.org").err()).isEmpty();
    assertThat(Files.readString(file("w/en/-/auto/news.html")))
        .contains("action=\"https://forms.example.org/w/news?lang=en\"");
  }

  @ParameterizedTest
  @CsvSource({
    "--public-url, widgets, is not an address",
    "--public-url, https://example.org/widgets, has a path",
    "--submit-url, ftp://example.org, is not an address",
  })
  void an_address_that_cannot_serve_is_named(String option, String value, String words)
      throws IOException {
    Path network = Networks.minimal(folder.resolve("network"), "type: signup\ntitle: News\n");
    MainTest.Result result =
        option.equals("--public-url")
            ? MainTest.run("render", network.toString(), "--out", "x", option, value)
            : render(network, option, value);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains(option, value, words);
  }
}
