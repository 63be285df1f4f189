package org.handbill.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.handbill.widget.render.Representation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public URL decides what is ours. */
class OwnAddressTest {

  private final OwnAddress own = new OwnAddress(URI.create("https://widgets.example.org/handbill"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://widgets.example.org/handbill/w/give?lang=es",
        "https://widgets.example.org:443/handbill/w/give?lang=es",
        "HTTPS://Widgets.Example.ORG/handbill/w/%67ive?lang=%65s#top",
      })
  void one_address_has_many_spellings(String address) {
    assertThat(own.target(address))
        .contains(new RequestTarget.Widget("give", Representation.PAGE, Map.of("lang", "es")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://widgets.example.org/handbill/w/give",
        "https://widgets.example.org:8443/handbill/w/give",
        "https://widgets.example.org/w/give",
        "https://widgets.example.org.evil.example/handbill/w/give",
        "https://evil.example/?https://widgets.example.org/handbill/w/give",
        "https://widgets.example.org@evil.example/handbill/w/give",
        "https://evil.example\\@widgets.example.org/handbill/w/give",
        "https://someone@widgets.example.org/handbill/w/give",
        "https:/handbill/w/give",
        "mailto:widgets.example.org",
        "/handbill/w/give",
        ""
      })
  void another_origin_is_not_ours(String address) {
    assertThat(own.target(address)).isEmpty();
  }
}
