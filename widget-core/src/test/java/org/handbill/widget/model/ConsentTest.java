package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsentTest {

  private static final Language SPANISH = new Language("es");
  private static final Optional<Member> NOBODY = Optional.empty();
  private static final Member LAKE = member("lake", "Lakeside");
  private static final Member RIVER = member("river", "Riverbend");

  private static Member member(String id, String name) {
    return new Member(id, name, List.of(), "", Member.Look.PLAIN, Optional.empty(), List.of());
  }

  private static Consent consent(String english, String spanish, Member... members) {
    return by("Open Doors", english, spanish, members);
  }

  private static Consent by(String network, String english, String spanish, Member... members) {
    Map<Language, RichText> texts = new LinkedHashMap<>();
    texts.put(Language.ENGLISH, RichText.plain(english));
    texts.put(SPANISH, RichText.plain(spanish));
    return new Consent(new Localized<>(texts), network, List.of(members));
  }

  private static String version(Consent consent) {
    return consent.wording(Language.ENGLISH, NOBODY).version();
  }

  @Test
  void the_same_words_have_the_same_version() {
    assertThat(version(consent("Yes.", "Sí."))).isEqualTo(version(consent("Yes.", "Sí.")));
  }

  @Test
  void another_word_makes_another_version() {
    assertThat(version(consent("Yes!", "Sí."))).isNotEqualTo(version(consent("Yes.", "Sí.")));
  }

  @Test
  void another_word_in_another_language_keeps_the_version() {
    assertThat(version(consent("Yes.", "Sí!"))).isEqualTo(version(consent("Yes.", "Sí.")));
  }

  @Test
  void another_network_makes_another_version() {
    assertThat(version(by("Closed Doors", "Yes.", "Sí.")))
        .isNotEqualTo(version(consent("Yes.", "Sí.")));
  }

  @Test
  void words_do_not_run_into_a_name() {
    assertThat(version(by("B", "A B", "Sí."))).isNotEqualTo(version(by("B B", "A", "Sí.")));
  }

  @Test
  void a_member_that_receives_the_data_makes_another_version_on_its_own_pages_only() {
    Consent consent = consent("Yes.", "Sí.", LAKE);
    String own = consent.wording(Language.ENGLISH, Optional.of(LAKE)).version();
    assertThat(own).isNotEqualTo(version(consent));
    assertThat(consent.wording(Language.ENGLISH, Optional.of(RIVER)).version())
        .isEqualTo(version(consent));
  }

  @Test
  void a_wording_names_who_receives_the_data_the_network_first() {
    Consent consent = consent("Yes.", "Sí.", LAKE);
    assertThat(consent.wording(SPANISH, Optional.of(LAKE)).controllers())
        .containsExactly("Open Doors", "Lakeside");
    assertThat(consent.wording(SPANISH, Optional.of(RIVER)).controllers())
        .containsExactly("Open Doors");
    assertThat(consent.wording(SPANISH, NOBODY).controllers()).containsExactly("Open Doors");
  }

  @Test
  void each_language_has_a_version_of_its_own() {
    Consent consent = consent("Yes.", "Sí.");
    assertThat(consent.wording(SPANISH, NOBODY).version()).isNotEqualTo(version(consent));
  }

  @Test
  void a_version_is_a_hash_that_fits_a_form() {
    assertThat(version(consent("Yes.", "Sí."))).matches("[0-9a-f]{24}");
  }

  @Test
  void a_wording_keeps_the_very_words_and_their_language() {
    Consent.Wording wording = consent("Yes.", "Sí & más.").wording(new Language("es-MX"), NOBODY);
    assertThat(wording.text().html()).isEqualTo("Sí &amp; más.");
    assertThat(wording.language()).isEqualTo(SPANISH);
  }

  @Test
  void a_language_without_words_of_its_own_is_asked_in_the_default() {
    assertThat(consent("Yes.", "Sí.").wording(new Language("vi"), NOBODY).language())
        .isEqualTo(Language.ENGLISH);
  }

  @Test
  void every_wording_that_can_be_agreed_to_is_listed() {
    Consent consent = consent("Yes.", "Sí.", LAKE, RIVER);
    assertThat(consent.wordings())
        .containsExactly(
            consent.wording(Language.ENGLISH, NOBODY),
            consent.wording(SPANISH, NOBODY),
            consent.wording(Language.ENGLISH, Optional.of(LAKE)),
            consent.wording(SPANISH, Optional.of(LAKE)),
            consent.wording(Language.ENGLISH, Optional.of(RIVER)),
            consent.wording(SPANISH, Optional.of(RIVER)));
  }
}
