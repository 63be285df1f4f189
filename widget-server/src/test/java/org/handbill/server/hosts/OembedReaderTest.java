package org.handbill.server.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.handbill.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers that others have written, from npm, make of a widget's address. */
class OembedReaderTest {

  @Test
  void two_readers_find_the_card_and_the_frame_from_the_address_alone(@TempDir Path folder) {
    try (TestServer server = TestServer.sample(folder.resolve("data"))) {
      Path site = Site.copied("oembed-reader", folder.resolve("reader"), server.url());
      Command.of("npm", "npm", site).run("ci", "--no-audit", "--no-fund");
      String page = server.url() + "/w/give?lang=es&member=lakeside-alliance";
      JsonNode read =
          JsonMapper.shared()
              .readTree(Command.of("node", "nodejs", site).run("read.js", page, "320"));
      JsonNode card = read.get("card");
      assertThat(card.at("/open_graph/title").asString())
          .isEqualTo("Ayuda a que alguien vuelva a casa");
      assertThat(card.at("/open_graph/images/0/url").asString())
          .isEqualTo("https://network.example.org/card.png");
      assertThat(card.at("/oEmbed/html").asString()).contains("<iframe src=");
      assertThat(card.get("description").asString()).startsWith("Tu donativo paga");
      JsonNode embed = read.get("embed");
      assertThat(embed.get("method").asString()).isEqualTo("auto-discovery");
      assertThat(embed.get("type").asString()).isEqualTo("rich");
      assertThat(embed.get("provider_name").asString()).isEqualTo("Open Doors Network");
      assertThat(embed.get("width").asInt()).isEqualTo(320);
      assertThat(embed.get("html").asString())
          .contains(page.replace("&", "&amp;"), "width=\"320\"");
    }
  }
}
