package org.handbill.server.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handbill.server.Networks;
import org.handbill.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs that others have written, from npm, say of the forms of a list for machines. */
class FeedValidatorsTest {

  private static final Path VALIDATORS =
      Path.of("src/test/java/org/handbill/server/hosts/validators");

  private static final String LIST =
      """
      type: resources
      title: Help & <more>
      text: All of "it"
      sources: [csv: sheets/help.csv]
      items:
        - {title: Thẻ, url: "https://a.example/card.pdf?a=1&b=2", lang: vi, summary: A <b>b</b> & c,
           expires: 2099-01-02, verified: 2026-01-01, updated: 2026-02-02, organization: Org & Co}
      """;

  private static final String SHEET =
      """
      Category,Title,URL,Description,Language,Phone
      Food,"=1+1, ""q""\",https://b.example/1,"One
      two",Traditional Chinese,555-010-2233
      Legal,Day & <24h> night,,,Spanish,555-010-4455
      ,Plain,https://b.example/ü?q=[a],,,
      """;

  @TempDir Path folder;

  private JsonNode checked(String list) throws Exception {
    Path network = Networks.minimal(folder.resolve("network"), list);
    Files.createDirectories(network.resolve("sheets"));
    Files.writeString(network.resolve("sheets/help.csv"), SHEET);
    Path programs = Files.createDirectories(folder.resolve("programs"));
    for (String name : List.of("package.json", "package-lock.json", ".npmrc", "check.js")) {
      Files.copy(VALIDATORS.resolve(name), programs.resolve(name));
    }
    Command.of("npm", "npm", programs).run("ci", "--no-audit", "--no-fund", "--ignore-scripts");
    try (TestServer server = TestServer.of(network, folder.resolve("data"))) {
      String said =
          Command.of("node", "nodejs", programs).run("check.js", server.url() + "/w/news");
      return JsonMapper.shared().readTree(said);
    }
  }

  private static List<String> texts(JsonNode nodes, String name) {
    return nodes.valueStream().map(node -> node.path(name).asString()).toList();
  }

  @Test
  void each_form_is_what_it_says_it_is() throws Exception {
    JsonNode said = checked(LIST);
    JsonNode atom = said.path("atom");
    assertThat(atom.path("language").asString()).isEqualTo("en");
    assertThat(atom.path("self").asString()).endsWith("/w/news.atom?lang=en");
    assertThat(atom.path("authors").path(0).asString()).isEqualTo("Test Network");
    assertThat(texts(atom.path("items"), "title"))
        .containsExactly("=1+1, \"q\"", "Day & <24h> night", "Plain", "Thẻ");
    assertThat(texts(atom.path("items"), "id")).doesNotHaveDuplicates().doesNotContain("");
    assertThat(texts(atom.path("items"), "updated")).doesNotContain("");
    assertThat(said.path("jsonFeed").valueStream().map(JsonNode::asString)).isEmpty();
    assertThat(texts(said.path("csv"), "title"))
        .containsExactly("'=1+1, \"q\"", "Day & <24h> night", "Plain", "Thẻ");
    assertThat(said.path("itemList").path("passed").asInt()).isPositive();
    assertThat(said.path("itemList").path("failed")).isEmpty();
    assertThat(said.path("itemList").path("warnings")).isEmpty();
  }
}
