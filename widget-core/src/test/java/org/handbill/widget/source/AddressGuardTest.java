package org.handbill.widget.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressGuardTest {

  /** Private networks and this machine: refused, unless an operator allows them. */
  private static final String PRIVATE =
      """
      127.0.0.1 127.0.0.2 127.1.2.3 127.53.0.53 127.255.255.255
      10.0.0.0 10.0.0.1 10.1.2.3 10.96.0.1 10.255.255.255
      172.16.0.0 172.16.0.1 172.17.0.1 172.20.10.2 172.31.255.255
      192.168.0.0 192.168.0.1 192.168.1.254 192.168.255.255
      100.64.0.0 100.64.0.1 100.100.100.100 100.127.255.255
      ::1 fc00:: fc00::1 fd00::1 fd12:3456:789a:1::1 fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
      ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:192.168.0.1 ::ffff:172.16.0.1 ::ffff:100.64.0.1
      ::ffff:7f00:1
      """;

  /** Refused whatever an operator allows. */
  private static final String NEVER =
      """
      0.0.0.0 0.0.0.1 0.1.2.3 0.255.255.255
      169.254.0.0 169.254.0.1 169.254.169.254 169.254.170.2 169.254.255.255
      168.63.129.16 100.100.100.200
      192.0.0.0 192.0.0.1 192.0.0.8 192.0.0.170 192.0.0.192 192.0.0.255
      192.0.2.0 192.0.2.1 192.0.2.255
      192.88.99.0 192.88.99.1 192.88.99.255
      198.18.0.0 198.18.0.1 198.19.0.1 198.19.255.255
      198.51.100.0 198.51.100.1 198.51.100.255
      203.0.113.0 203.0.113.1 203.0.113.255
      224.0.0.0 224.0.0.1 224.0.0.251 233.252.0.1 239.255.255.250 239.255.255.255
      240.0.0.0 240.0.0.1 250.1.2.3 255.0.0.1 255.255.255.254 255.255.255.255
      :: ::2 ::ffff ::1:0 ::127.0.0.1 ::10.0.0.1 ::169.254.169.254 ::192.168.0.1 ::8.8.8.8
      ::ffff:0.0.0.0 ::ffff:169.254.169.254 ::ffff:a9fe:a9fe ::ffff:224.0.0.1
      ::ffff:255.255.255.255 ::ffff:198.18.0.1 ::ffff:192.0.0.192 ::ffff:240.0.0.1
      ::ffff:0:127.0.0.1 ::ffff:0:8.8.8.8 ::fffe:127.0.0.1
      64:ff9b::127.0.0.1 64:ff9b::10.0.0.1 64:ff9b::169.254.169.254 64:ff9b::8.8.8.8 64:ff9b::
      64:ff9b:1:: 64:ff9b:1::127.0.0.1 64:ff9b:1:a00:0:100:: 64:ff9b:1:ffff:ffff:ffff:ffff:ffff
      100:: 100::1 100::ffff:ffff:ffff:ffff 100:0:0:1::1
      2001:: 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:0:7f00:1:: 2001:0:ffff::1
      2001:1::1 2001:1::2 2001:1::3 2001:2:: 2001:2:0:1::1 2001:3::1 2001:4:112::1 2001:5::1
      2001:10::1 2001:1f:ffff::1 2001:20::1 2001:2f:ffff::1 2001:30::1 2001:100::1
      2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff
      2001:db8:: 2001:db8::1 2001:db8:1234:5678::9 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff
      2002:: 2002:7f00:1:: 2002:7f00:1::1 2002:a00:1:: 2002:a9fe:a9fe::1 2002:c0a8:1::1
      2002:808:808:: 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff
      3fff:: 3fff::1 3fff:fff::1 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff
      2606:4700::5efe:127.0.0.1 2606:4700::5efe:a00:1 2606:4700::200:5efe:10.0.0.1
      2a00:1450:4001:1:0:5efe:7f00:1 2a00:1450:4001:1:200:5efe:808:808 fe80::5efe:127.0.0.1
      5f00:: 5f00::1 5f00:ffff::1
      fe80:: fe80::1 fe80::a9fe:a9fe fe90::1 febf:ffff::1
      fec0:: fec0::1 fed0::1 feff:ffff::1
      fd00:ec2::254 fd20:ce::254
      ff00:: ff01::1 ff02::1 ff02::2 ff02::fb ff05::1:3 ff0e::1 ffff::1
      ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
      1::1 400::1 1000::1 1fff:ffff::1 4000::1 4fff::1 6000::1 8000::1 a000::1 c000::1 e000::1
      f000::1 f800::1 fe00::1
      """;

  private static final String PUBLIC =
      """
      1.0.0.1 1.1.1.1 8.8.4.4 8.8.8.8 9.9.9.9 9.255.255.255 11.0.0.0 93.184.216.34
      100.63.255.255 100.128.0.0 104.16.132.229 126.255.255.255 128.0.0.1 140.82.121.4
      151.101.1.69 168.63.129.15 168.63.129.17 169.253.255.255 169.255.0.0 172.15.255.255
      172.32.0.0 172.217.16.142 185.199.108.153 191.255.255.255 192.0.1.0 192.0.3.0
      192.88.98.255 192.88.100.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0
      198.51.99.255 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255
      2000::1 2001:200::1 2001:4860:4860::8888 2001:db7::1 2001:db9::1 2001:ffff::1 2003::1
      2400:cb00:2048:1::c629:d7a2 2600:9000::1 2606:4700:4700::1111 2607:f8b0:4005:805::200e
      2620:fe::fe 2a00:1450:4001:81b::200e 2a04:4e42::81 2c0f:fb50:4002:804::200e 3ffe::1
      3fff:1000::1 2606:4700::5eff:7f00:1 2606:4700::100:5eff:1
      ::ffff:8.8.8.8 ::ffff:1.1.1.1
      """;

  private static Stream<String> words(String text) {
    return Stream.of(text.strip().split("\\s+"));
  }

  static Stream<String> privateAddresses() {
    return words(PRIVATE);
  }

  static Stream<String> neverAddresses() {
    return words(NEVER);
  }

  static Stream<String> publicAddresses() {
    return words(PUBLIC);
  }

  private static InetAddress address(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }

  @ParameterizedTest
  @MethodSource("privateAddresses")
  void aPrivateAddressIsForOperatorsToAllow(String literal) throws Exception {
    assertThat(AddressGuard.accepts(address(literal), false)).isFalse();
    assertThat(AddressGuard.accepts(address(literal), true)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("neverAddresses")
  void aSpecialAddressIsRefusedWhateverIsAllowed(String literal) throws Exception {
    assertThat(AddressGuard.accepts(address(literal), false)).isFalse();
    assertThat(AddressGuard.accepts(address(literal), true)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("publicAddresses")
  void aPublicAddressIsAccepted(String literal) throws Exception {
    assertThat(AddressGuard.accepts(address(literal), false)).isTrue();
    assertThat(AddressGuard.accepts(address(literal), true)).isTrue();
  }

  @Test
  void theTablesAreAsLongAsTheyClaim() {
    assertThat(Stream.concat(privateAddresses(), neverAddresses()).distinct())
        .hasSizeGreaterThan(150);
    assertThat(publicAddresses().distinct()).hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "0.0.0.0", "224.0.0.1"})
  void aMappedAddressThatJavaKeepsAsIpv6IsJudgedByWhatItCarries(String carried) throws Exception {
    assertThat(AddressGuard.accepts(mapped(carried), false)).isFalse();
    assertThat(AddressGuard.accepts(mapped("8.8.8.8"), false)).isTrue();
  }

  private static Inet6Address mapped(String carried) throws UnknownHostException {
    byte[] bytes = new byte[16];
    bytes[10] = (byte) 0xff;
    bytes[11] = (byte) 0xff;
    System.arraycopy(address(carried).getAddress(), 0, bytes, 12, 4);
    return Inet6Address.getByAddress(null, bytes, -1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "-",
        " ",
        "*",
        "127.1",
        "127.0.1",
        "0",
        "1",
        "2130706433",
        "017700000001",
        "0x7f000001",
        "0X7F000001",
        "0x7f.0.0.1",
        "0x7f.1",
        "0177.0.0.1",
        "0177.1",
        "00.0.0.0",
        "127.0.0.01",
        "127.0.0.001",
        "127.0.0.0x1",
        "127.0.0.1.",
        "127.0.0.1.1",
        "1.2.3",
        "256.0.0.1",
        "127.0.0.256",
        "127.0.0.-1",
        "1.2.3.4.5",
        "4294967296",
        "0x",
        "a.0x7f",
        "example.1",
        "example.0x1f",
        ".example.org",
        "example.org.",
        "example..org",
        "-a.example",
        "a-.example",
        "exa_mple.org",
        "exa mple.org",
        "example.org\n",
        "example.org\u0000",
        "127.0.0.1\n",
        "ex%61mple.org",
        "example.org:80",
        "a@b",
        "a/b",
        "a\\b",
        "münchen.example",
        "１２７.0.0.1",
        "127。0。0。1",
        "①②⑦.0.0.1",
        "localhost\u00ad",
        "::1",
        "[]",
        "[:]",
        "[:::]",
        "[::1",
        "::1]",
        "[::1]]",
        "[[::1]]",
        "[::1%lo]",
        "[::1%251]",
        "[fe80::1%25eth0]",
        "[127.0.0.1]",
        "[::127.1]",
        "[::ffff:0177.0.0.1]",
        "[::ffff:0x7f.0.0.1]",
        "[::ffff:127.1]",
        "[::12345]",
        "[1:2:3:4:5:6:7:8:9]",
        "[1:2:3]",
        "[g::1]",
        "[v1.x]",
        "[example.org]",
        "[::1.2.3.4.5]"
      })
  void aHostThatIsReadDifferentlyByDifferentSoftwareIsNone(String host) {
    assertThat(AddressGuard.isHost(host)).isFalse();
  }

  @Test
  void aNameLongerThanDnsAllowsIsNoHost() {
    assertThat(AddressGuard.isHost("a".repeat(63) + ".example")).isTrue();
    assertThat(AddressGuard.isHost("a".repeat(64) + ".example")).isFalse();
    assertThat(AddressGuard.isHost("a.".repeat(123) + "example")).isTrue();
    assertThat(AddressGuard.isHost("a.".repeat(124) + "example")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "EXAMPLE.org",
        "www.example.co.uk",
        "a.b.c.d.e",
        "intranet",
        "localhost",
        "db1",
        "1password.com",
        "123.example",
        "0x7f.example",
        "3com.com",
        "xn--mnchen-3ya.example",
        "a--b.example",
        "host-1.k8s",
        "x.5g",
        "1.2.3.4",
        "0.0.0.0",
        "8.8.8.8",
        "255.255.255.255",
        "100.200.30.4",
        "[::1]",
        "[::]",
        "[2001:4860:4860::8888]",
        "[2001:DB8::A]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::8.8.8.8]",
        "[1:2:3:4:5:6:7:8]"
      })
  void aHostInItsOnePlainFormIsOne(String host) {
    assertThat(AddressGuard.isHost(host)).isTrue();
  }
}
