package org.handbill.server.submit.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  private static final TrustedProxies PROXIES =
      TrustedProxies.of("10.0.0.0/8, 192.0.2.7 ,fd00::/8,");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        // nobody's word counts unless they are listed
        "198.51.100.1|203.0.113.9|198.51.100.1",
        "192.0.2.8|203.0.113.9|192.0.2.8",
        "11.0.0.1|203.0.113.9|11.0.0.1",
        // a listed proxy's does, with what it wrote last
        "192.0.2.7|203.0.113.9|203.0.113.9",
        "10.255.255.255|203.0.113.9|203.0.113.9",
        "[fd12::1]|2001:db8::5|2001:db8:0:0:0:0:0:5",
        "0:0:0:0:0:ffff:a00:1|203.0.113.9|203.0.113.9",
        "192.0.2.7|1.2.3.4, 203.0.113.9|203.0.113.9",
        // further listed ones are walked past
        "192.0.2.7|1.2.3.4, 203.0.113.9, 10.1.2.3, fd00::9|203.0.113.9",
        "192.0.2.7|10.1.2.3, 10.4.5.6|10.1.2.3",
        // ports and brackets
        "192.0.2.7|203.0.113.9:4711|203.0.113.9",
        "192.0.2.7|[2001:db8::5]:4711|2001:db8:0:0:0:0:0:5",
        "192.0.2.7|[2001:db8::5]|2001:db8:0:0:0:0:0:5",
        // garbage is nobody's address, and neither is what stands before it
        "192.0.2.7||192.0.2.7",
        "192.0.2.7|unknown|192.0.2.7",
        "192.0.2.7|1.2.3.4, localhost|192.0.2.7",
        "192.0.2.7|1.2.3.4, 0x7f.1|192.0.2.7",
        "192.0.2.7|1.2.3.4, 127.1|192.0.2.7",
        "192.0.2.7|1.2.3.4, 300.1.1.1|192.0.2.7",
        "192.0.2.7|1.2.3.4, 010.1.1.1|192.0.2.7",
        "192.0.2.7|1.2.3.4, ::g|192.0.2.7",
        "192.0.2.7|1.2.3.4, []|192.0.2.7",
        "192.0.2.7|1.2.3.4, fe80::1%eth0|192.0.2.7",
        "192.0.2.7|1.2.3.4,, 10.1.1.1|10.1.1.1"
      })
  void the_client_is_the_last_address_that_no_listed_proxy_has(
      String connection, String field, String client) {
    assertThat(
            PROXIES.client(connection, field == null ? List.of() : List.of(field)).getHostAddress())
        .isEqualTo(client);
  }

  @Test
  void several_fields_are_one_list() {
    assertThat(
            PROXIES.client("192.0.2.7", List.of("1.2.3.4, 5.6.7.8", "10.1.1.1")).getHostAddress())
        .isEqualTo("5.6.7.8");
  }

  @Test
  void without_a_list_the_field_says_nothing() {
    assertThat(TrustedProxies.of("").client("127.0.0.1", List.of("1.2.3.4")).getHostAddress())
        .isEqualTo("127.0.0.1");
  }

  @Test
  void a_zone_of_the_connection_is_left_out() {
    assertThat(TrustedProxies.NONE.client("fe80:0:0:0:0:0:0:1%2", List.of()).getHostAddress())
        .isEqualTo("fe80:0:0:0:0:0:0:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.example",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "::/129",
        "10.0.0.0/",
        "/8",
        "1.2.3"
      })
  void what_is_no_address_is_named(String entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrustedProxies.of("127.0.0.1," + entry))
        .withMessageContaining("'" + entry + "'");
  }
}
