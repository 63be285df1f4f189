package org.handbill.widget.type.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Delivery;
import org.handbill.widget.model.FormContent;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Languages;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Localized;
import org.handbill.widget.model.Material;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.RichText;
import org.handbill.widget.model.Scheme;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Whom a form names as receiving the data: the network, and the member with a delivery. */
class ControllersTest {

  private static final Place PLACE = new Place("widgets/join.yaml", 1, 1);
  private static final Member LAKE =
      member("lake", "Lakeside", new Delivery("lake/webhook", "webhook", node("{}")));
  private static final Member RIVER = member("river", "Riverbend");

  private static Node node(String json) {
    return new Node(JsonMapper.shared().readTree(json), Map.of(), PLACE);
  }

  private static Member member(String id, String name, Delivery... deliveries) {
    return new Member(
        id, name, List.of(), "", Member.Look.PLAIN, Optional.empty(), List.of(deliveries));
  }

  /** Where everything is at one address. */
  private record Nowhere(URI base, URI page, URI submit) implements Links {
    @Override
    public URI form(String ending) {
      return page;
    }
  }

  private static SignupView view(String controllers, String language, Optional<Member> member) {
    Language first = Language.ENGLISH;
    Network network =
        new Network(
            "Open Doors",
            URI.create("https://network.example.org"),
            Optional.empty(),
            Optional.empty(),
            new Languages(List.of(first, new Language("es"), new Language("ar"))),
            Network.Embedding.ANYONE,
            Optional.empty(),
            List.of(LAKE, RIVER),
            List.of(),
            List.of());
    WidgetFile file =
        new WidgetFile(
            new WidgetId("join"),
            Localized.same(first, "Join us"),
            Localized.same(first, RichText.EMPTY),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            false,
            node("{\"consent\": {\"controllers\": " + controllers + "}}"));
    Problems problems = new Problems();
    FormContent content =
        (FormContent)
            new SignupType()
                .define(file, network, problems)
                .content(new Material(Map.of(), Map.of(), LocalDate.EPOCH), new Problems());
    assertThat(problems.list()).isEmpty();
    URI here = URI.create("https://widgets.example.org/w/join");
    Audience audience = new Audience(new Language(language), Scheme.AUTO, member, Map.of());
    return (SignupView)
        content.view(audience, new Nowhere(here, here, here)).model().getOrDefault("view", "");
  }

  private static String controllers(String listed, Optional<Member> member) {
    return view(listed, "en", member).controllers();
  }

  @Test
  void the_network_alone_is_named_on_its_own_pages() {
    assertThat(controllers("[\"network\", \"member\"]", Optional.empty()))
        .isEqualTo("Your details are received by Open Doors.");
  }

  @Test
  void a_member_with_a_delivery_is_named_on_its_pages() {
    assertThat(controllers("[\"network\", \"member\"]", Optional.of(LAKE)))
        .isEqualTo("Your details are received by Open Doors and Lakeside.");
  }

  @Test
  void a_member_without_a_delivery_receives_nothing_and_is_not_named() {
    assertThat(controllers("[\"network\", \"member\"]", Optional.of(RIVER)))
        .isEqualTo("Your details are received by Open Doors.");
  }

  @Test
  void a_member_is_not_named_where_the_editor_lists_the_network_alone() {
    assertThat(controllers("[\"network\"]", Optional.of(LAKE)))
        .isEqualTo("Your details are received by Open Doors.");
  }

  @Test
  void the_form_carries_the_version_of_the_member_s_wording() {
    assertThat(view("[\"network\", \"member\"]", "en", Optional.of(LAKE)).consentVersion())
        .isNotEqualTo(view("[\"network\", \"member\"]", "en", Optional.empty()).consentVersion());
  }

  @ParameterizedTest
  @CsvSource({
    "es, Tus datos los reciben Open Doors y Lakeside.",
    "ar, الجهتان اللتان تتلقيان بياناتك: Open Doors وLakeside.",
  })
  void receivers_are_named_in_the_visitor_s_language(String language, String sentence) {
    assertThat(view("[\"network\", \"member\"]", language, Optional.of(LAKE)).controllers())
        .isEqualTo(sentence);
  }
}
