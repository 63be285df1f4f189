package org.handbill.widget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTyposTest {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  @ParameterizedTest
  @CsvSource({
    "gmial.com, gmail.com", // swapped
    "gmal.com, gmail.com", // left out
    "gmaill.com, gmail.com", // doubled
    "gnail.com, gmail.com", // another
    "gmail.con, gmail.com",
    "gmail.cmo, gmail.com",
    "gmail.co, gmail.com",
    "gmail.cm, gmail.com",
    "gmail.om, gmail.com",
    "hotmial.com, hotmail.com",
    "hotmail.comm, hotmail.com",
    "homail.co.uk, hotmail.co.uk",
    "yaho.com, yahoo.com",
    "yahooo.com, yahoo.com",
    "yahoo.con, yahoo.com",
    "yahoo.co.ku, yahoo.co.uk",
    "outlok.com, outlook.com",
    "icloud.vom, icloud.com",
    "protonmial.com, protonmail.com",
    "comcast.ent, comcast.net",
    "example.con, example.com",
    "example.ocm, example.com",
    "example.ogr, example.org",
    "news.example.nte, news.example.net",
  })
  void a_likely_slip_is_corrected(String typed, String meant) {
    assertThat(MailTypos.correction("ana@" + typed)).contains("ana@" + meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gmail.com",
        "mail.com",
        "email.com",
        "ymail.com",
        "gmx.de",
        "gmx.at",
        "gmx.ch",
        "gmx.net",
        "me.com",
        "mac.com",
        "hotmail.co.uk",
        "hotmail.be",
        "hotmail.cl",
        "hotmail.fr",
        "yahoo.com.ar",
        "yahoo.com.au",
        "yahoo.ca",
        "outlook.es",
        "live.nl",
        "example.co",
        "example.cm",
        "example.ne",
        "example.cam",
        "example.ong",
        "example.coop",
        "example.community",
        "example.bet",
        "wmail.example",
        "mail.gmail.example",
        "xn--bcher-kva.example",
        "example.xn--p1ai",
        "1.2.3.4",
      })
  void a_domain_that_may_well_be_meant_is_left_alone(String domain) {
    assertThat(MailTypos.correction("ana@" + domain)).isEmpty();
  }

  @Test
  void an_address_without_a_domain_is_left_alone() {
    assertThat(MailTypos.correction("")).isEmpty();
    assertThat(MailTypos.correction("ana")).isEmpty();
    assertThat(MailTypos.correction("ana@localhost")).isEmpty();
  }

  /** Held against the public list of suffixes, which widget-core's HTTP client carries. */
  @ParameterizedTest
  @ValueSource(strings = {"com", "org", "net"})
  void a_top_level_domain_that_exists_is_never_corrected(String known) throws IOException {
    Set<String> real = topLevelDomains();
    assertThat(real).hasSizeGreaterThan(1_000).contains("com", "ong", "cam", "pet");
    assertThat(slips(known))
        .filteredOn(real::contains)
        .isNotEmpty()
        .allSatisfy(last -> assertThat(MailTypos.correction("ana@example." + last)).isEmpty());
  }

  private static Set<String> topLevelDomains() throws IOException {
    try (InputStream list =
        MailTyposTest.class.getResourceAsStream("/org/publicsuffix/list/effective_tld_names.dat")) {
      return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("//"))
          .map(line -> line.substring(line.lastIndexOf('.') + 1).strip())
          .collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @MethodSource("slipsOfGmail")
  void every_single_slip_is_seen(String name) {
    assertThat(MailTypos.isOneSlip(name, "gmail")).isTrue();
  }

  static Stream<String> slipsOfGmail() {
    return slips("gmail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gmail", "gmaiilll", "gmlia", "gm", "", "mgali", "aaaaa", "liamg"})
  void what_is_no_slip_or_more_than_one_is_not(String name) {
    assertThat(MailTypos.isOneSlip(name, "gmail")).isFalse();
  }

  private static Stream<String> slips(String word) {
    Stream.Builder<String> slips = Stream.builder();
    for (int i = 0; i <= word.length(); i++) {
      String before = word.substring(0, i);
      String after = word.substring(i);
      for (char letter : LETTERS.toCharArray()) {
        slips.add(before + letter + after);
        if (!after.isEmpty()) {
          slips.add(before + letter + after.substring(1));
        }
      }
      if (!after.isEmpty()) {
        slips.add(before + after.substring(1));
      }
      if (after.length() > 1) {
        slips.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
      }
    }
    return slips.build().filter(slip -> !slip.equals(word)).distinct();
  }
}
