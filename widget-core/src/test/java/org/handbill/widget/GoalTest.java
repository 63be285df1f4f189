package org.handbill.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.handbill.widget.render.Representation;
import org.handbill.widget.source.SourceStatus.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A goal's meter shows what is known to have come in, and says when it is reached or over. */
class GoalTest {

  @TempDir Path folder;

  private final SetClock clock = new SetClock();
  private Site site;

  @BeforeEach
  void begin() throws Exception {
    site = new Site();
    site.page = "{\"data\":{\"raised\":31250.75,\"people\":412}}";
  }

  @AfterEach
  void end() {
    site.close();
  }

  private Widgets open(String goal) throws InvalidNetworkException {
    TestNetwork.in(folder)
        .with("handbill.yaml", TestNetwork.NETWORK.replace("[en]", "[en, es, ar]"))
        .with(
            "widgets/give.yaml",
            """
            type: donate
            title: {en: Give, es: Donar, ar: تبرع}
            platform: actblue
            form: https://secure.actblue.com/donate/open-doors
            goal:
              amount: 50000
            """
                + goal.indent(2));
    return Widgets.of(folder).publicUrl(TestNetwork.PUBLIC_URL).clock(clock).watch().open();
  }

  private String source() {
    return """
        source:
          url: %s
          pointer: /data/raised
          donors-pointer: /data/people
          every: 1h
          allow-private: true
        """
        .formatted(site.address());
  }

  private static String shown(Widgets widgets, Representation as, String language) {
    SnippetKey key =
        ((Resolution.Found) widgets.resolve("give", as, Map.of("lang", language))).key();
    return Objects.requireNonNull(widgets.snippet(key)).text();
  }

  private static String html(Widgets widgets) {
    return shown(widgets, Representation.HTML, "en");
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(10);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("still waiting").isBefore(end);
      Thread.sleep(20);
    }
  }

  private void anHourLater(Widgets widgets, State state) throws InterruptedException {
    clock.advance(Duration.ofMinutes(61));
    await(() -> widgets.sources().get(0).state() == state);
  }

  @Test
  void figures_are_read_from_json() throws Exception {
    try (Widgets widgets = open(source())) {
      assertThat(html(widgets))
          .contains("$31,250.75 raised of $50,000", "412 donors")
          .containsPattern(
              "<meter part=\"meter\" aria-labelledby=\"hb-m\" value=\"31250.75\" max=\"50000\">");
      assertThat(shown(widgets, Representation.JSON, "en"))
          .contains("\"raised\":31250.75,\"donors\":412,\"state\":\"open\"");
      site.page = "{\"data\":{\"raised\":\"40000\",\"people\":500}}";
      clock.advance(Duration.ofMinutes(61));
      await(() -> html(widgets).contains("$40,000 raised"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>We are moving house.</html>",
        "{}",
        "[]",
        "",
        "{\"data\":{\"raised\":null,\"people\":5}}",
        "{\"data\":{\"raised\":\"soon\",\"people\":5}}",
        "{\"data\":{\"raised\":-1,\"people\":5}}",
        "{\"data\":{\"raised\":1e999999999,\"people\":5}}",
        "{\"data\":{\"raised\":1e-999999999,\"people\":5}}",
        "{\"data\":{\"raised\":1000000000001,\"people\":5}}",
        "{\"data\":{\"raised\":5,\"people\":{}}}",
        "{\"data\":{\"raised\":5,\"people\":5}} {}",
      })
  void what_holds_no_figures_never_replaces_what_held_some(String broken) throws Exception {
    try (Widgets widgets = open(source())) {
      site.page = broken;
      anHourLater(widgets, State.BROKEN);
      assertThat(html(widgets)).contains("$31,250.75 raised of $50,000", "412 donors");
    }
  }

  @Test
  void a_goal_without_figures_yet_is_not_shown_as_nothing() throws Exception {
    site.status = 503;
    try (Widgets widgets = open(source())) {
      assertThat(html(widgets)).doesNotContain("<meter", "raised of");
      assertThat(shown(widgets, Representation.JSON, "en")).doesNotContain("\"goal\"");
    }
    try (Widgets widgets = open("raised: 100\n" + source())) {
      assertThat(html(widgets)).contains("$100 raised of $50,000");
    }
  }

  @Test
  void the_last_day_is_still_a_day_and_the_next_changes_the_text() throws Exception {
    try (Widgets widgets =
        open(
            """
            raised: 100
            until: 2026-11-22
            ended-text: {en: We close the book., es: Cerramos., ar: انتهى}
            """)) {
      assertThat(html(widgets)).contains("until November 22, 2026").doesNotContain("We close");
      assertThat(shown(widgets, Representation.HTML, "es")).contains("hasta el 22 de noviembre");
      assertThat(shown(widgets, Representation.HTML, "ar")).contains("حتى ٢٢ نوفمبر ٢٠٢٦");
      clock.advance(Duration.ofHours(12));
      await(() -> html(widgets).contains("We close the book."));
      assertThat(html(widgets)).doesNotContain("until November");
      await(() -> shown(widgets, Representation.HTML, "es").contains("Cerramos."));
    }
  }

  @Test
  void a_goal_that_is_reached_says_so_and_its_meter_is_full() throws Exception {
    try (Widgets widgets = open("raised: 60000\nuntil: 2026-01-01\n")) {
      assertThat(html(widgets))
          .contains("$60,000 raised of $50,000", "value=\"50000\" max=\"50000\"")
          .contains("The goal is reached. Thank you!");
      assertThat(shown(widgets, Representation.HTML, "es")).contains("Se alcanzó la meta");
    }
  }
}
