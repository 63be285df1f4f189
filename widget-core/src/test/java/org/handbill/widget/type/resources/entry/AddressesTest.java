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
        "https://x.example/y? | https://x.example/y?"
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
}
