package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handbill.widget.model.Field.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

  private static final Localized<String> LABEL = Localized.same(Language.ENGLISH, "Label");
  private static final Field EMAIL = new EmailField(LABEL, Optional.empty());
  private static final Field CODE = new PostalCodeField(question("postal-code"), Optional.empty());
  private static final Field NAME = new NameField(question("given-name"));
  private static final List<ChoiceField.Choice> TOPICS =
      List.of(
          new ChoiceField.Choice("housing", LABEL),
          new ChoiceField.Choice("work", LABEL),
          new ChoiceField.Choice("school", LABEL));
  private static final Checked MALFORMED = new Checked.Wrong("malformed");

  private static Field.Question question(String name) {
    return new Field.Question(name, true, LABEL, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name@example.org",
        "a@b.example",
        "first.last@example.org",
        "first+tag@example.org",
        "o'neil@example.org",
        "!#$%&'*+/=?^_`{|}~-@example.org",
        "a..b@example.org", // the WHATWG's rule lets dots stand anywhere
        ".a@example.org",
        "a.@example.org",
        "123@example.org",
        "a@sub.sub.example.org",
        "a@1.2.3.4",
        "a@xn--bcher-kva.example",
      })
  void an_address_by_the_whatwg_s_rule_is_kept_as_it_is(String address) {
    assertThat(EMAIL.check(address)).isEqualTo(new Checked.Sound(address));
  }

  @ParameterizedTest
  @CsvSource({
    "Name@Example.ORG, Name@example.org",
    "a@bücher.example, a@xn--bcher-kva.example",
    "a@BÜCHER.example, a@xn--bcher-kva.example",
    "a@例え.テスト, a@xn--r8jz45g.xn--zckzah",
    "a@مثال.إختبار, a@xn--mgbh0fb.xn--kgbechtv",
    "a@b。example, a@b.example",
  })
  void a_domain_is_kept_as_mail_servers_need_it(String typed, String kept) {
    assertThat(EMAIL.check(typed)).isEqualTo(new Checked.Sound(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "a",
        "a@",
        "@example.org",
        "example.org",
        "a@b", // nobody's newsletter goes to a host of the own network
        "a@localhost",
        "a@@example.org",
        "a@b@example.org",
        "a b@example.org",
        "a@exa mple.org",
        "a@example..org",
        "a@.example.org",
        "a@example.org.",
        "a@-example.org",
        "a@example-.org",
        "a@exa_mple.org",
        "a@[127.0.0.1]",
        "\"a b\"@example.org",
        "Name <a@example.org>",
        "a@example.org,b@example.org",
        "a@example.org;b@example.org",
        "a@example.org?bcc=b@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "a%0d%0abcc:b@exa%mple.org",
        "mailto:a@example.org",
        "a＠example.org",
        "a@exam\0ple.org",
        "a@xn--.example",
      })
  void what_is_no_address_is_malformed(String typed) {
    assertThat(EMAIL.check(typed)).isEqualTo(MALFORMED);
  }

  /** IDNA 2003 would write to fass.de, which belongs to somebody else. */
  @ParameterizedTest
  @ValueSource(strings = {"a@faß.de", "a@βόλος.com", "a@b\u200d.example", "a@b\u200c.example"})
  void an_address_is_never_led_to_another_domain(String typed) {
    assertThat(EMAIL.check(typed)).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @MethodSource("addressesAtTheLimits")
  void an_address_at_the_limits_of_rfc_5321_is_sound(String address) {
    assertThat(EMAIL.check(address)).isEqualTo(new Checked.Sound(address));
  }

  static Stream<String> addressesAtTheLimits() {
    return Stream.of(
        "x".repeat(64) + "@example.org",
        "a@" + "x".repeat(63) + ".example",
        "x".repeat(64) + "@" + ("y".repeat(61) + ".").repeat(3) + "abc");
  }

  @ParameterizedTest
  @MethodSource("addressesBeyondTheLimits")
  void an_address_beyond_the_limits_of_rfc_5321_is_malformed(String address) {
    assertThat(EMAIL.check(address)).isEqualTo(MALFORMED);
  }

  static Stream<String> addressesBeyondTheLimits() {
    return Stream.of(
        "x".repeat(65) + "@example.org",
        "a@" + "x".repeat(64) + ".example",
        "x".repeat(64) + "@" + ("y".repeat(61) + ".").repeat(3) + "abcde",
        // short as it is typed, too long as mail servers need it
        "a@" + "一丁万丘両並乞乳了亀.".repeat(11) + "example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ü@example.org",
        "δοκιμή@example.org",
        "用户@example.org",
        "उपयोगकर्ता@example.org",
        "محمد٢@example.org",
        "josé+boletín@example.org",
      })
  void a_local_part_in_any_script_is_sound(String address) {
    assertThat(EMAIL.check(address)).isEqualTo(new Checked.Sound(address));
  }

  @Test
  void a_local_part_is_kept_composed() {
    assertThat(EMAIL.check("jose\u0301@example.org"))
        .isEqualTo(new Checked.Sound("jos\u00e9@example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u200bb@example.org", // zero-width space
        "a\u200db@example.org", // zero-width joiner
        "a\u2060b@example.org", // word joiner
        "a\u202eb@example.org", // right-to-left override
        "a\u200fb@example.org", // right-to-left mark
        "a\u00a0b@example.org",
        "a\u3000b@example.org",
        "a\u2028b@example.org",
        "a\u0085b@example.org",
        "\u0301a@example.org", // a mark on nothing
        "ａｎａ@example.org", // full width: a keyboard's slip
        "ﬁ@example.org",
        "“a”@example.org",
        "a\uD83D\uDE00@example.org",
        "a\uD83D@example.org",
        "ü@example.org\r\nRCPT TO:<b@example.org>",
      })
  void what_cannot_be_told_from_another_address_is_malformed(String typed) {
    assertThat(EMAIL.check(typed)).isEqualTo(MALFORMED);
  }

  @Test
  void a_local_part_is_measured_in_octets() {
    assertThat(EMAIL.check("é".repeat(32) + "@example.org")).isInstanceOf(Checked.Sound.class);
    assertThat(EMAIL.check("é".repeat(33) + "@example.org")).isEqualTo(MALFORMED);
  }

  @Test
  void marks_that_were_copied_along_with_an_address_are_dropped() {
    assertThat(EMAIL.tidy("\u200f a@example.org\u200b\ufeff ")).isEqualTo("a@example.org");
  }

  @Test
  void an_address_of_a_hundred_thousand_signs_is_malformed() {
    assertThat(EMAIL.check("a@" + "b.".repeat(50_000) + "c")).isEqualTo(MALFORMED);
  }

  @Test
  void an_address_is_always_asked_for() {
    assertThat(EMAIL.required()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "60614, 60614",
    "60614-1234, 60614-1234",
    "sw1a 1aa, SW1A 1AA",
    "K1A 0B1, K1A 0B1",
    "1010, 1010",
    "110001, 110001",
    "AD100, AD100",
    "D02 AF30, D02 AF30",
    "100-0001, 100-0001",
    "101, 101",
    "٦٠٦١٤, 60614",
    "۱۲۳۴۵-۶۷۸۹۰, 12345-67890",
  })
  void a_postal_code_of_any_country_is_sound(String typed, String kept) {
    assertThat(CODE.check(typed)).isEqualTo(new Checked.Sound(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABCDE",
        "1",
        "-60614",
        "60614-",
        "60614;",
        "=60614",
        "60614\n60615",
        "1234567890123",
        "60614 Chicago IL",
        "<60614>",
      })
  void what_is_no_postal_code_is_malformed(String typed) {
    assertThat(CODE.check(typed)).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ana", "O", "María José", "Nguyễn Thị Lệ", "李", "d'Arc", "عائشة", "X Æ A-12"})
  void any_name_is_a_name(String typed) {
    assertThat(NAME.check(typed)).isEqualTo(new Checked.Sound(typed));
  }

  @Test
  void an_address_of_a_site_is_no_name() {
    assertThat(NAME.check("Win http://evil.example now")).isEqualTo(MALFORMED);
  }

  private static Field postalCode(String country) {
    return new PostalCodeField(question("postal-code"), Optional.of(country));
  }

  private static Field phone(String country) {
    return new PhoneField(
        question("phone"), Optional.of(country).filter(known -> !known.isEmpty()));
  }

  @ParameterizedTest
  @CsvSource({
    "US, 60614, 60614",
    "US, 606141234, 60614-1234",
    "US, 60614 1234, 60614-1234",
    "US, ٦٠٦١٤, 60614",
    "GB, sw1a1aa, SW1A 1AA",
    "GB, m1 1ae, M1 1AE",
    "GB, CR2 6XH, CR2 6XH",
    "CA, k1a0b1, K1A 0B1",
    "MX, 06600, 06600",
    "ES, 28013, 28013",
    "DE, D-10115, 10115",
    "FR, fr 75001, 75001",
    "IT, 00118, 00118",
    "NL, 1012ab, 1012 AB",
    "BR, 01310100, 01310-100",
    "AU, 2000, 2000",
    "IN, 110 001, 110001",
    "PL, 00950, 00-950",
    "IE, d02af30, D02 AF30",
    "IE, D6W XY00, D6W XY00",
    "JP, 1000001, 100-0001",
    "SE, 11455, 114 55",
    "PT, 1000205, 1000-205",
    "AD, AD100, AD100",
    "BS, N-4865, N-4865", // a country without a shape
  })
  void a_postal_code_is_kept_as_its_country_writes_it(String country, String typed, String kept) {
    assertThat(postalCode(country).check(typed)).isEqualTo(new Checked.Sound(kept));
  }

  @ParameterizedTest
  @CsvSource({
    "US, 6061",
    "US, 606144",
    "US, K1A 0B1",
    "US, 60614-12",
    "GB, 60614",
    "GB, SW1A 1A",
    "CA, 12345",
    "DE, 1011",
    "NL, 1012",
    "PL, 00-95",
    "AD, 100A0",
  })
  void a_postal_code_of_another_shape_is_malformed(String country, String typed) {
    assertThat(postalCode(country).check(typed)).isEqualTo(MALFORMED);
  }

  @Test
  void a_postal_code_is_held_to_the_country_that_the_form_was_answered_with() {
    assertThat(CODE.check("sw1a1aa", "GB")).isEqualTo(new Checked.Sound("SW1A 1AA"));
    assertThat(CODE.check("60614", "GB")).isEqualTo(MALFORMED);
  }

  @Test
  void a_country_of_the_editor_s_goes_before_the_visitor_s() {
    assertThat(postalCode("US").check("60614", "GB")).isEqualTo(new Checked.Sound("60614"));
  }

  @Test
  void a_keyboard_of_digits_is_offered_where_no_letter_can_be_needed() {
    assertThat(postalCode("MX").inputMode()).isEqualTo("numeric");
    assertThat(postalCode("US").inputMode()).isEmpty(); // the hyphen of 60614-1234
    assertThat(postalCode("GB").inputMode()).isEmpty();
    assertThat(CODE.inputMode()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', +52 55 5555 0100, +525555550100",
    "'', +44 (0)20 7946 0958, +442079460958",
    "'', 0044 20 7946 0958, +442079460958",
    "'', 312.555.0100, 3125550100",
    "'', ٣١٢٥٥٥٠١٠٠, 3125550100",
    "'', ＋１ ３１２ ５５５ ０１００, +13125550100",
    "US, (312) 555-0100, +13125550100",
    "US, 1-312-555-0100, +13125550100",
    "US, +34 912 345 678, +34912345678",
    "GB, 020 7946 0958, +442079460958",
    "DE, 030/123456, +4930123456",
    "IT, 06 1234 5678, +390612345678",
    "MX, 55 5555 0100, +525555550100",
    "HU, 06 1 234 5678, +3612345678",
    "BS, 242 555 0100, 2425550100", // a country without a calling code in the table
  })
  void a_phone_number_is_kept_as_it_is_dialled_from_abroad(
      String country, String typed, String kept) {
    assertThat(phone(country).check(typed)).isEqualTo(new Checked.Sound(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345",
        "123456",
        "+123456",
        "+0 312 555 0100",
        "++13125550100",
        "312 555 0100 x12",
        "call me",
        "+1234567890123456",
        "1234567890123456",
        "312,555,0100",
        "=3125550100",
        "tel:3125550100",
        "555-CALL-NOW",
      })
  void what_is_no_phone_number_is_malformed(String typed) {
    assertThat(phone("").check(typed)).isEqualTo(MALFORMED);
    assertThat(phone("US").check(typed)).isEqualTo(MALFORMED);
  }

  @Test
  void a_national_number_is_of_the_country_that_the_form_was_answered_with() {
    assertThat(phone("").check("912 345 678", "ES")).isEqualTo(new Checked.Sound("+34912345678"));
  }

  @Test
  void countries_are_named_and_ordered_in_the_visitor_s_language() {
    Field field = new CountryField(question("country"));
    List<Field.Option> spanish = field.options(new Language("es"));
    assertThat(spanish).extracting(Field.Option::label).contains("Alemania", "México", "España");
    assertThat(spanish)
        .extracting(Field.Option::value)
        .containsSubsequence("AF", "DE", "ES", "MX", "ZW"); // Alemania, España
    assertThat(field.options(Language.ENGLISH))
        .extracting(Field.Option::label)
        .containsSubsequence("Åland Islands", "Albania", "Zimbabwe"); // not behind the Z
  }

  @ParameterizedTest
  @CsvSource({"US, US", "us, US", "mx, MX"})
  void a_country_is_kept_as_its_code(String typed, String kept) {
    assertThat(new CountryField(question("country")).check(typed))
        .isEqualTo(new Checked.Sound(kept));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UK", "XX", "Mexico", "U", "USA", "<b>"})
  void what_is_no_country_is_malformed(String typed) {
    assertThat(new CountryField(question("country")).check(typed)).isEqualTo(MALFORMED);
  }

  @Test
  void a_language_is_one_of_the_network_s_by_its_own_name() {
    Field field =
        new LanguageField(
            question("language"), new Languages(List.of(Language.ENGLISH, new Language("es"))));
    assertThat(field.options(Language.ENGLISH))
        .containsExactly(
            new Field.Option("en", "English", Language.ENGLISH),
            new Field.Option("es", "español", new Language("es")));
    assertThat(field.check("ES")).isEqualTo(new Checked.Sound("es"));
    assertThat(field.check("fr")).isEqualTo(MALFORMED);
  }

  @Test
  void one_of_a_list_is_kept_and_nothing_else() {
    Field field = new ChoiceField(question("topic"), TOPICS);
    assertThat(field.check("work")).isEqualTo(new Checked.Sound("work"));
    assertThat(field.check("Work")).isEqualTo(MALFORMED);
    assertThat(field.check("work, school")).isEqualTo(MALFORMED);
  }

  @Test
  void a_short_list_stands_in_sight_unless_it_may_be_left_alone() {
    Field.Question optional = new Field.Question("topic", false, LABEL, Optional.empty());
    List<ChoiceField.Choice> seven =
        IntStream.range(0, 7).mapToObj(i -> new ChoiceField.Choice("v" + i, LABEL)).toList();
    assertThat(new ChoiceField(question("topic"), TOPICS).control()).isEqualTo(Field.Control.RADIO);
    assertThat(new ChoiceField(optional, TOPICS).control()).isEqualTo(Field.Control.SELECT);
    assertThat(new ChoiceField(question("topic"), seven).control()).isEqualTo(Field.Control.SELECT);
  }

  @Test
  void several_of_a_list_are_kept_in_the_editor_s_order_and_once() {
    Field field = new ChoicesField(question("topics"), TOPICS, 2);
    assertThat(field.check(field.tidy("school\n\nhousing\nschool")))
        .isEqualTo(new Checked.Sound("housing, school"));
  }

  @Test
  void more_than_may_be_chosen_are_too_many() {
    Field field = new ChoicesField(question("topics"), TOPICS, 2);
    assertThat(field.check("housing\nwork\nschool")).isEqualTo(new Checked.Wrong("too-many"));
  }

  @Test
  void a_choice_that_there_is_not_is_malformed_among_others_too() {
    Field field = new ChoicesField(question("topics"), TOPICS, 3);
    assertThat(field.check("housing\nnone")).isEqualTo(MALFORMED);
    assertThat(field.check("housing, work")).isEqualTo(MALFORMED);
  }

  @Test
  void a_longer_text_keeps_its_line_breaks_and_loses_what_cannot_be_seen() {
    Field story = new TextField(question("story"), 500, "off", "");
    assertThat(story.control()).isEqualTo(Field.Control.TEXTAREA);
    assertThat(story.tidy(" One\r\ntwo\0\u202e\rthree \n")).isEqualTo("One\ntwo\nthree");
  }

  @Test
  void a_short_text_is_on_one_line() {
    Field job = new TextField(question("job"), 100, "off", "");
    assertThat(job.control()).isEqualTo(Field.Control.TEXT);
    assertThat(job.tidy("One\r\ntwo")).isEqualTo("One two");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "on, true", "1, true", "yes, true", "false, ''", "0, ''", "'', ''"})
  void a_box_is_ticked_or_it_is_no_answer(String typed, String kept) {
    assertThat(new CheckboxField(question("volunteer")).tidy(typed)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spring", "", "<b>"})
  void a_hidden_value_of_the_editor_s_cannot_be_changed(String typed) {
    assertThat(new HiddenField("campaign", Optional.of("autumn")).tidy(typed)).isEqualTo("autumn");
  }

  @ParameterizedTest
  @CsvSource({
    "spring-2026_a.b, spring-2026_a.b",
    "two words, ''",
    "=1+1, ''",
    "<b>, ''",
    "a\u202eb, ''"
  })
  void a_hidden_value_of_a_page_s_is_plain_or_none(String typed, String kept) {
    assertThat(new HiddenField("campaign", Optional.empty()).tidy(typed)).isEqualTo(kept);
  }

  @Test
  void a_hidden_value_of_a_page_s_is_short() {
    Field field = new HiddenField("campaign", Optional.empty());
    assertThat(field.tidy("x".repeat(64))).hasSize(64);
    assertThat(field.tidy("x".repeat(65))).isEmpty();
  }
}
