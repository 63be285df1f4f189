package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.widget.model.Field.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

  private static final Localized<String> LABEL = Localized.same(Language.ENGLISH, "Label");
  private static final Field EMAIL = new Field.Email(LABEL, Optional.empty());
  private static final Field CODE = new Field.PostalCode(true, LABEL, Optional.empty());
  private static final Field NAME = new Field.Name("given-name", true, LABEL, Optional.empty());
  private static final Checked MALFORMED = new Checked.Wrong("malformed");

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
        "ü@example.org",
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
}
