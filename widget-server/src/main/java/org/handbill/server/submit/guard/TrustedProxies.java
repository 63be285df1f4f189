package org.handbill.server.submit.guard;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proxies whose word is taken on where a request comes from. Anybody can write {@code
 * X-Forwarded-For}, so it counts only as far as listed proxies have written it. Immutable.
 */
public final class TrustedProxies {

  /** No proxy: a request comes from where its connection comes from. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  private static final Pattern WITH_PORT =
      Pattern.compile("(?:\\[(?<six>[^]]*)]|(?<four>[0-9.]+))(?::[0-9]{1,5})?");

  private final List<AddressBlock> blocks;

  private TrustedProxies(List<AddressBlock> blocks) {
    this.blocks = List.copyOf(blocks);
  }

  /**
   * Reads a list.
   *
   * @param list addresses and blocks such as {@code 10.0.0.0/8}, with commas between; may be empty
   * @throws IllegalArgumentException for anything else; the message names it
   */
  public static TrustedProxies of(String list) {
    List<AddressBlock> blocks = new ArrayList<>();
    for (String entry : list.split(",", -1)) {
      String one = entry.strip();
      if (!one.isEmpty()) {
        blocks.add(
            AddressBlock.parse(one)
                .orElseThrow(
                    () -> new IllegalArgumentException("'" + one + "' is no address or block")));
      }
    }
    return new TrustedProxies(blocks);
  }

  /**
   * Where a request comes from: the last address that is no listed proxy, from the connection back
   * along the field. What stands before something that is no address was written by nobody we know.
   *
   * @param connection the connection's own address, as the server has it
   * @param forwardedFor the values of {@code X-Forwarded-For}, in their order
   */
  public InetAddress client(String connection, List<String> forwardedFor) {
    InetAddress client = remote(connection);
    List<String> hops = List.of(String.join(",", forwardedFor).split(",", -1));
    for (int last = hops.size() - 1; last >= 0 && lists(client); last--) {
      Optional<InetAddress> before = hop(hops.get(last).strip());
      if (before.isEmpty()) {
        return client;
      }
      client = before.get();
    }
    return client;
  }

  private boolean lists(InetAddress address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }

  private static InetAddress remote(String connection) {
    return AddressBlock.address(connection.replaceFirst("%[^]]*", "")) // a zone of this machine
        .orElseGet(InetAddress::getLoopbackAddress);
  }

  /** An address with or without a port; some proxies add it. */
  private static Optional<InetAddress> hop(String text) {
    Matcher withPort = WITH_PORT.matcher(text);
    if (!withPort.matches()) {
      return AddressBlock.address(text);
    }
    String six = withPort.group("six");
    return AddressBlock.address(six == null ? withPort.group("four") : six);
  }
}
