package org.handbill.widget.source;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decides which hosts and addresses a fetch may go to, so that content on the web cannot make this
 * server call its own neighbours.
 *
 * <p>An IPv4 address is public unless it is in a block that the IANA registry sets aside. An IPv6
 * address is public only inside {@code 2000::/3}, the one block that is handed out, less what is
 * set aside there. Forms of IPv6 that carry an IPv4 address for a translator or a tunnel (NAT64,
 * 6to4, Teredo, ISATAP) are never public, whatever they carry; only the IPv4-mapped form is judged
 * by what it carries, since the system connects to exactly that.
 */
final class AddressGuard {

  private static final List<Block> SET_ASIDE_V4 =
      blocks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // carrier-grade NAT
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // the host agent of machines on Azure
          "169.254.0.0/16", // link-local, cloud metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  private static final List<Block> HANDED_OUT_V6 = blocks("2000::/3");

  private static final List<Block> SET_ASIDE_V6 =
      blocks(
          "2001::/23", // protocol assignments, Teredo among them
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  /** Private networks and this machine: what an operator can allow. */
  private static final List<Block> PRIVATE =
      blocks(
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "::1/128",
          "fc00::/7");

  /** Metadata services of clouds inside private blocks: they hand out credentials. */
  private static final List<Block> METADATA =
      blocks("100.100.100.200/32", "fd00:ec2::254/128", "fd20:ce::254/128");

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern DOTTED_QUAD = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:]*:([0-9a-fA-F.]*)]");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
  private static final int LABEL_LENGTH = 63;
  private static final int NAME_LENGTH = 253;

  private AddressGuard() {}

  /** True for an address that anybody can reach; for private ones too where those are allowed. */
  static boolean accepts(InetAddress address, boolean allowPrivate) {
    InetAddress real = unmapped(address);
    return isPublic(real)
        || (allowPrivate && isIn(PRIVATE, real.getAddress()) && !isIn(METADATA, real.getAddress()));
  }

  private static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet6Address) {
      return isIn(HANDED_OUT_V6, bytes) && !isIn(SET_ASIDE_V6, bytes) && !isIsatap(bytes);
    }
    return !isIn(SET_ASIDE_V4, bytes);
  }

  /** ISATAP (RFC 5214): an interface identifier of 0000:5efe or 0200:5efe and an IPv4 address. */
  private static boolean isIsatap(byte[] bytes) {
    return (bytes[8] & 0xfc) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
  }

  /** An IPv4-mapped address as the IPv4 address that it is; {@code getByAddress} does that. */
  private static InetAddress unmapped(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address has 4 or 16 bytes: " + address, e);
    }
  }

  /**
   * True for a host in the one form that everybody reads alike: a DNS name, four decimal numbers,
   * or IPv6 in brackets. Octal, hexadecimal and short numbers are read differently by different
   * software, so they are no hosts; nor are names that end in a dot, or addresses with a zone.
   *
   * @param host as {@link java.net.URI#getHost()} gives it
   */
  static boolean isHost(String host) {
    return DOTTED_QUAD.matcher(host).matches() || isIpv6(host) || isName(host);
  }

  private static boolean isIpv6(String host) {
    var matcher = IPV6.matcher(host);
    if (!matcher.matches()) {
      return false;
    }
    String tail = matcher.group(1);
    if (tail.contains(".") && !DOTTED_QUAD.matcher(tail).matches()) {
      return false;
    }
    try {
      InetAddress.getByName(host); // in brackets: parsed, never looked up
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isName(String host) {
    if (host.length() > NAME_LENGTH) {
      return false;
    }
    String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", -1);
    for (String label : labels) {
      if (label.length() > LABEL_LENGTH || !LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return !NUMBER.matcher(labels[labels.length - 1]).matches();
  }

  private static boolean isIn(List<Block> blocks, byte[] address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }

  private static List<Block> blocks(String... written) {
    return Arrays.stream(written).map(Block::of).toList();
  }

  /** All addresses that begin with the same bits. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Block(byte[] prefix, int bits) {

    static Block of(String written) {
      int slash = written.indexOf('/');
      try {
        byte[] prefix = InetAddress.getByName(written.substring(0, slash)).getAddress();
        return new Block(prefix, Integer.parseInt(written.substring(slash + 1)));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("Not a block of addresses: " + written, e);
      }
    }

    boolean contains(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
