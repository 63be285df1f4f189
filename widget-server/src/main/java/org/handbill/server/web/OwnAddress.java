package org.handbill.server.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses of this server as somebody else has written them down. Immutable. */
public final class OwnAddress {

  private final URI base;

  /**
   * @param publicUrl where the server is reached; the only origin that counts as its own
   */
  public OwnAddress(URI publicUrl) {
    this.base = URI.create(publicUrl.toString().replaceFirst("/*$", "/"));
  }

  /**
   * What an address asks of this server, compared as RFC 3986, 6.2 has it: the case of scheme and
   * host, a default port and needless percent-encoding make no difference. Empty for an address of
   * another origin, and for what is no address.
   */
  public Optional<RequestTarget> target(String address) {
    try {
      URI uri = new URI(address);
      boolean ours =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && origin(uri).equals(origin(base))
              && uri.getPath().startsWith(base.getPath());
      return ours
          ? Optional.of(
              RequestTarget.of(
                  uri.getPath().substring(base.getPath().length() - 1), uri.getRawQuery()))
          : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private static String origin(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }
}
