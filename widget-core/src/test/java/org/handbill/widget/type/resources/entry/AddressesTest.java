package org.handbill.widget.type.resources.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  private final Addresses addresses = new Addresses(URI.create("https://a.example/b/c?d#e"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://x.example/y | https://x.example/y",
        "HTTPS://X.Example/Y | https://x.example/Y",
        "f.pdf | https://a.example/b/f.pdf",
        "/f | https://a.example/f",
        "../f | https://a.example/f",
        "../../../f | https://a.example/f",
        "?q=1 | https://a.example/b/c?q=1",
        "//x.example/y | https://x.example/y",
        "www.x.example/y | https://www.x.example/y",
        "x-y.org/z | https://x-y.org/z",
        "http:/x.example/y | http://x.example/y",
        "http:x.example/y | http://x.example/y",
        "http//x.example/y | http://x.example/y",
        "http¦www.x.example/y | http://www.x.example/y",
        "http/www.x.example/y | http://www.x.example/y",
        "http://https://x.example/y | https://x.example/y",
        "https:\\\\x.example\\y | https://x.example/y",
        "https://x.example/a b.pdf | https://x.example/a%20b.pdf",
        "https://x.example/100%.pdf | https://x.example/100%25.pdf",
        "https://x.example/?a[]=1|https://x.example/?a%5B%5D=1",
        "https://x.example/ñ | https://x.example/%C3%B1",
        "https://bücher.example/ | https://xn--bcher-kva.example/",
        "https://x.example:8080/y | https://x.example:8080/y",
        "mailto:a@b.example | mailto:a@b.example",
        "mailto: a@b.example?subject=Hi there | mailto:a@b.example?subject=Hi%20there",
        "tel:+1 (555) 0100 | tel:+1(555)0100"
      })
  void anAddressIsMadeAbsoluteAndRepaired(String href, String expected) {
    assertThat(addresses.resolve(href)).map(URI::toString).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "#",
        "#top",
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://x.example/",
        "blob:https://x.example/1",
        "https://user@x.example/",
        "https://user:word@x.example/",
        "https://bank.example@evil.example/",
        "https://",
        "http://[::1",
        "https://x..example/",
        "https://x.example:99999x/",
        "https://x.example/\u0000y",
        "https://x.example/\u0007y",
        "mailto:nobody",
        "mailto:",
        "tel:",
        "tel:abc",
        "sms:5550100"
      })
  void whatLeadsNowhereSafeIsDropped(String href) {
    assertThat(addresses.resolve(href)).isEmpty();
  }

  @Test
  void lineBreaksWithinAnAddressAreIgnored() {
    assertThat(addresses.resolve("https://x.exa\nmple/y"))
        .map(URI::toString)
        .contains("https://x.example/y");
  }

  @Test
  void redirectsOfOfficeSuitesAreUnwrapped() {
    assertThat(
            addresses.resolve(
                "https://eu1.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example%2Fy&data=1"))
        .map(URI::toString)
        .contains("https://x.example/y");
  }

  @Test
  void anOverlongAddressIsDropped() {
    assertThat(addresses.resolve("https://x.example/" + "y".repeat(9000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://x.example/?utm_source=mail&utm_medium=e | https://x.example/",
        "https://x.example/y?id=7&fbclid=Iw&page=2#top | https://x.example/y?id=7&page=2#top",
        "https://x.example/y?GCLID=1 | https://x.example/y",
        "https://x.example/y?utm%5Fcampaign=a&b=%C3%B1 | https://x.example/y?b=%C3%B1",
        "https://x.example/give?source=lakeside&mc_eid=1 | https://x.example/give?source=lakeside",
        "https://x.example/y?ref=member&_hsenc=1&mc_cid=2 | https://x.example/y?ref=member",
        "https://x.example/y?a=1&&b | https://x.example/y?a=1&&b",
        "https://x.example/y?pk_id=3&pk_campaign=4 | https://x.example/y?pk_id=3",
        "https://x.example/y?next=/z?utm_source=1 | https://x.example/y?next=/z?utm_source=1",
        "https://x.example/y? | https://x.example/y?",
        "https://youtu.be/abc?si=Q1&t=30 | https://youtu.be/abc?t=30",
        "https://www.youtube.com/watch?v=abc&feature=shared&si=Q1 | https://www.youtube.com/watch?v=abc",
        "https://open.spotify.com/episode/1?si=Q1 | https://open.spotify.com/episode/1",
        "https://x.com/help/status/1?s=20&t=Q1 | https://x.com/help/status/1",
        "https://mobile.twitter.com/help/status/1?s=20 | https://mobile.twitter.com/help/status/1",
        "https://x.com/search?s=20&q=a | https://x.com/search?s=20&q=a",
        "https://shop.example/?s=law&t=2&si=3&feature=4 | https://shop.example/?s=law&t=2&si=3&feature=4",
        "https://x.example/?spUserID=1&spMailingID=2&spJobID=3&spReportId=4 | https://x.example/",
        "https://x.example/?ck_subscriber_id=1&sfmc_id=2&akid=3&bsft_uid=4 | https://x.example/",
        "https://x.example/?elqTrackId=1&elq=2&elqaid=3&id=4 | https://x.example/?id=4"
      })
  void whatOnlyTellsWhoClickedIsTakenOut(String href, String expected) {
    assertThat(addresses.resolve(href)).map(URI::toString).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ayuda.org.mx/guia | https://ayuda.org.mx/guia",
        "www.ayuda.es | https://www.ayuda.es",
        "tenants.health | https://tenants.health",
        "help.gob.mx | https://help.gob.mx",
        "guide.html.es | https://a.example/b/guide.html.es",
        "list.es | https://a.example/b/list.es",
        "report.pdf | https://a.example/b/report.pdf"
      })
  void anAddressWithoutASchemeIsToldFromAFileInAnotherLanguage(String href, String expected) {
    assertThat(addresses.resolve(href)).map(URI::toString).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://x.example:443/y | https://x.example/y",
        "http://x.example:80 | http://x.example",
        "http://x.example:443/y | http://x.example:443/y",
        "https://x.example:8443/y | https://x.example:8443/y"
      })
  void thePortThatASchemeHasAnywayIsLeftOut(String href, String expected) {
    assertThat(addresses.resolve(href)).map(URI::toString).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://urldefense.proofpoint.com/v1/url?u=http://x.example/y%3Fa%3D1&k=abc | http://x.example/y?a=1",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__x.example_a-5Fb-3Fc-3D1&d=DwMF&c=2"
            + " | https://x.example/a_b?c=1",
        "https://urldefense.com/v3/__https://x.example:443/s?q=a*test&gs=ps__;Kw!-612Fl!Ue6t$"
            + " | https://x.example/s?q=a+test&gs=ps",
        "https://urldefense.com/v3/__https://x.example/y?utm_source=m__;!!Nq!Ue6t$ | https://x.example/y",
        "https://urldefense.com/v3/__https:/x.example/a**Bb__;ISEh!!Nq!x$ | https://x.example/a!!!b",
        "https://urldefense.com/v3/__javascript:alert(1)__;!!Nq!x$"
            + " | https://urldefense.com/v3/__javascript:alert(1)__;!!Nq!x$",
        "https://urldefense.com/v3/__https://x.example/a*b*c__;Kw!!Nq!x$"
            + " | https://urldefense.com/v3/__https://x.example/a*b*c__;Kw!!Nq!x$"
      })
  void redirectsOfUrlDefenseAreUnwrapped(String href, String expected) {
    assertThat(addresses.resolve(href)).map(URI::toString).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "help@mail.example | mailto:help@mail.example",
        "help@mail.example?subject=Hi there | mailto:help@mail.example?subject=Hi%20there",
        "/a@b.example | https://a.example/a@b.example",
        "312-867-5309 | tel:3128675309",
        "+1 (312) 867.5309 | tel:+13128675309",
        "(312) 867-5309 x4 | tel:3128675309;ext=4",
        "2026-11-03 | https://a.example/b/2026-11-03",
        "2023-2024 | https://a.example/b/2023-2024",
        "03.11.2026 | https://a.example/b/03.11.2026",
        "12345678 | https://a.example/b/12345678",
        "192.168.100.200 | https://a.example/b/192.168.100.200",
        "312-867-5309.html | https://a.example/b/312-867-5309.html"
      })
  void aMailboxOrNumberWithoutASchemeGetsIt(String href, String expected) {
    assertThat(addresses.resolve(href)).map(URI::toString).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tel: (312) 555-0199 ext. 4",
        "tel:(312)%20555-0199%20ext%204",
        "tel:312-555-0199x4",
        "tel:312.555.0199, extension 4",
        "tel:312-555-0199 #4",
        "tel:312 555 0199 int. 4",
        "tel:312 555 0199 Anexo 4",
        "tel:312 555 0199 extensión 4"
      })
  void anExtensionIsWrittenAsTheStandardHasIt(String href) {
    assertThat(addresses.resolve(href)).map(URI::toString).contains("tel:3125550199;ext=4");
  }

  @Test
  void anExtensionThatIsWrittenSoAlreadyStays() {
    assertThat(addresses.resolve("tel:+1-312-555-0199;ext=4"))
        .map(URI::toString)
        .contains("tel:+1-312-555-0199;ext=4");
  }
}
