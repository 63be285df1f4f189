package org.handbill.server.submit.guard;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All addresses that begin with the same bits.
 *
 * @param width 32 for IPv4, 128 for IPv6
 * @param bits how many of them are the same
 * @param prefix those bits
 */
record AddressBlock(int width, int bits, BigInteger prefix) {

  private static final int IPV4 = 32;
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern DOTTED_QUAD = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern COLONS = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** The block of an address's first bits. */
  static AddressBlock around(InetAddress address, int bits) {
    byte[] bytes = address.getAddress();
    int width = bytes.length * Byte.SIZE;
    return new AddressBlock(width, bits, new BigInteger(1, bytes).shiftRight(width - bits));
  }

  /** One of two numbers of bits, by the kind of address. */
  static AddressBlock around(InetAddress address, int bitsOfIpv4, int bitsOfIpv6) {
    return around(
        address, address.getAddress().length * Byte.SIZE == IPV4 ? bitsOfIpv4 : bitsOfIpv6);
  }

  /** Reads an address, or a block as {@code 10.0.0.0/8}; empty for anything else. */
  static Optional<AddressBlock> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
    int width = address.map(found -> found.getAddress().length * Byte.SIZE).orElse(0);
    int bits = slash < 0 ? width : number(text.substring(slash + 1));
    return address.filter(found -> bits >= 0 && bits <= width).map(found -> around(found, bits));
  }

  /** Reads an address that is written out; nothing is ever looked up. */
  static Optional<InetAddress> address(String text) {
    String bare = text.startsWith("[") && text.endsWith("]") ? inner(text) : text;
    if (!DOTTED_QUAD.matcher(bare).matches() && !COLONS.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException malformed) {
      return Optional.empty();
    }
  }

  private static String inner(String bracketed) {
    return bracketed.substring(1, bracketed.length() - 1);
  }

  private static int number(String digits) {
    return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
  }

  boolean contains(InetAddress address) {
    return address.getAddress().length * Byte.SIZE == width && around(address, bits).equals(this);
  }
}
