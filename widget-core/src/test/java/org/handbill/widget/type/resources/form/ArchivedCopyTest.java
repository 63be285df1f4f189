package org.handbill.widget.type.resources.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handbill.widget.Resolution;
import org.handbill.widget.TestNetwork;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.render.Representation;
import org.handbill.widget.source.LinkChecks;
import org.handbill.widget.source.NoMemory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Machines are told of the archived copy that readers are led to. */
class ArchivedCopyTest {

  private static final URI GONE = URI.create("http://127.0.0.1:9/gone");
  private static final String COPY = "https://archive.example/gone";

  @TempDir Path folder;

  private static String text(Widgets widgets, Representation as) {
    Resolution found = widgets.resolve("help", as, Map.of());
    return Objects.requireNonNull(widgets.snippet(((Resolution.Found) found).key())).text();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void each_form_has_the_copy_beside_the_address_that_is_gone() throws Exception {
    String list =
        """
        type: resources
        title: Help
        dead-links: archive
        items:
          - {title: Gone, url: "http://127.0.0.1:9/gone", archive: "https://archive.example/gone"}
        """;
    TestNetwork.in(folder).with("widgets/help.yaml", list);
    try (Widgets widgets =
        Widgets.of(folder)
            .publicUrl(TestNetwork.PUBLIC_URL)
            .memory(new OneIsGone())
            .followLinks(new LinkChecks.Pace(Duration.ZERO))
            .watch()
            .open()) {
      Instant end = Instant.now().plusSeconds(20);
      while (!text(widgets, Representation.JSON).contains("\"dead\"")) {
        assertThat(Instant.now()).as("still waiting").isBefore(end);
        Thread.sleep(100);
      }
      JsonNode item = json(text(widgets, Representation.JSON)).at("/groups/0/items/0");
      assertThat(item.path("url").asString()).isEqualTo(GONE.toString());
      assertThat(item.path("archive").asString()).isEqualTo(COPY);
      JsonNode entry = json(text(widgets, Representation.JSON_FEED)).at("/items/0");
      assertThat(entry.path("url").asString()).isEqualTo(GONE.toString());
      assertThat(entry.at("/_handbill/archive").asString()).isEqualTo(COPY);
      String data =
          Objects.requireNonNull(
                  Jsoup.parse(text(widgets, Representation.PAGE))
                      .select("script[type=application/ld+json]")
                      .first())
              .data();
      assertThat(json(data).findValue("archivedAt").asString()).isEqualTo(COPY);
    }
  }

  /** Knows of that link, as of just now. */
  private static final class OneIsGone extends NoMemory {
    @Override
    public Map<URI, LinkHealth> health(Collection<URI> links) {
      Instant now = Instant.now();
      return Map.of(
          GONE, new LinkHealth(LinkHealth.State.DEAD, Optional.empty(), now, now.minusSeconds(9)));
    }
  }
}
