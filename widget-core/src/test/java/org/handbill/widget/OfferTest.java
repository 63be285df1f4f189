package org.handbill.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.handbill.widget.model.Choice;
import org.handbill.widget.render.Representation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a snippet builder is told of the sample network's widgets. */
class OfferTest {

  private static Widgets widgets;

  @BeforeAll
  static void open() throws InvalidNetworkException {
    widgets =
        Widgets.of(Path.of("../examples/network"))
            .publicUrl(URI.create("https://widgets.example.org"))
            .open();
  }

  @AfterAll
  static void close() {
    widgets.close();
  }

  private static Offer offer(String id, String language, String member) {
    Map<String, String> query = Map.of("lang", language, "member", member);
    Resolution found = widgets.resolve(id, Representation.PAGE, query);
    return widgets.offer(((Resolution.Found) found).key()).orElseThrow();
  }

  @Test
  void a_list_offers_its_groups_and_not_what_only_its_script_asks_for() {
    Offer offer = offer("know-your-rights", "es", "");
    assertThat(offer.choices())
        .singleElement()
        .satisfies(
            choice -> {
              assertThat(choice.parameter()).isEqualTo("group");
              assertThat(choice.label()).isEqualTo("Parte de la lista");
              assertThat(choice.values()).contains(new Choice.Value("preparation", "Preparation"));
            });
  }

  @Test
  void every_value_that_is_offered_can_be_asked_for() {
    for (Choice.Value value : offer("know-your-rights", "en", "").choices().get(0).values()) {
      Resolution found =
          widgets.resolve("know-your-rights", Representation.PAGE, Map.of("group", value.value()));
      assertThat(((Resolution.Found) found).key().parameters())
          .containsEntry("group", value.value());
    }
  }

  @Test
  void forms_are_sent_to_us_or_to_the_donation_platform() {
    assertThat(offer("stay-informed", "en", "").formTargets())
        .extracting(URI::getHost)
        .containsExactly("widgets.example.org");
    assertThat(offer("give", "en", "").formTargets())
        .extracting(URI::getHost)
        .containsExactly("secure.actblue.com");
  }

  @Test
  void a_sign_up_s_privacy_paragraph_names_what_is_asked_and_who_gets_it() {
    assertThat(offer("stay-informed", "en", "lakeside-alliance").privacy())
        .contains("E-mail address · First name · Postal code", "to Open Doors Network")
        .contains("before a link in an e-mail has been opened")
        .endsWith("https://network.example.org/privacy");
  }

  @Test
  void a_donation_s_privacy_paragraph_names_the_platform_and_the_code_only_where_there_is_one() {
    assertThat(offer("give", "en", "lakeside-alliance").privacy())
        .contains("at secure.actblue.com", "carries a code");
    assertThat(offer("give", "es", "").privacy())
        .contains("en secure.actblue.com")
        .doesNotContain("código");
  }
}
