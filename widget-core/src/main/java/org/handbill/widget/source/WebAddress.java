package org.handbill.widget.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An address that a fetch was asked for or redirected to; nothing is known of it yet.
 *
 * @param uri as it was written
 */
record WebAddress(URI uri) {

  private static final Set<Integer> USUAL_PORTS = Set.of(80, 443);
  private static final int MAX_PORT = 65_535;
  private static final String NOT_IN_A_URI = "\"<>\\^`{|}";

  /** Why it may not be fetched, as far as can be said without resolving its host. */
  Optional<Fetched.Refused> refusal(Set<Integer> extraPorts, boolean allowPrivate) {
    if (!isHttps() && !isHttp()) {
      String scheme = uri.getScheme() == null ? "" : uri.getScheme();
      return Optional.of(Fetched.refused("fetch.scheme", scheme));
    }
    if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
      return Optional.of(Fetched.refused("fetch.credentials", name()));
    }
    if (uri.getHost() == null || !AddressGuard.isHost(uri.getHost())) {
      return Optional.of(Fetched.refused("fetch.host", name()));
    }
    int port = uri.getPort();
    boolean usual = port == -1 || USUAL_PORTS.contains(port) || extraPorts.contains(port);
    if (!usual && !(allowPrivate && port > 0 && port <= MAX_PORT)) {
      return Optional.of(Fetched.refused("fetch.port", name(), Integer.toString(port)));
    }
    return Optional.empty();
  }

  boolean isHttp() {
    return "http".equalsIgnoreCase(uri.getScheme());
  }

  boolean isHttps() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /** What to call it in a message: its host and port, or what stands in their place. */
  String name() {
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /** What to ask for: with a path, and without a fragment. */
  URI target() {
    return withPath(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(), uri.getRawQuery());
  }

  private URI withPath(String path, String query) {
    String end = query == null ? "" : "?" + query;
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path + end);
  }

  /**
   * Where a {@code Location} header of this address leads (RFC 9110, section 10.2.2); nothing when
   * it is not an address at all.
   */
  Optional<WebAddress> redirectedTo(String location) {
    try {
      URI reference = new URI(escaped(location.strip()));
      boolean queryOnly =
          !reference.isAbsolute()
              && reference.getRawAuthority() == null
              && reference.getRawPath().isEmpty();
      // Java resolves a lone query by RFC 2396, which drops the last part of the path.
      URI to =
          queryOnly
              ? withPath(target().getRawPath(), reference.getRawQuery())
              : target().resolve(reference);
      return Optional.of(new WebAddress(to));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Servers write spaces and any letters into Location; a URI has them escaped. */
  private static String escaped(String location) {
    StringBuilder escaped = new StringBuilder();
    // The header's bytes arrive as one character each.
    for (byte octet : location.getBytes(StandardCharsets.ISO_8859_1)) {
      char letter = (char) (octet & 0xff);
      if (letter <= ' ' || letter > '~' || NOT_IN_A_URI.indexOf(letter) >= 0) {
        escaped.append(String.format(Locale.ROOT, "%%%02X", (int) letter));
      } else {
        escaped.append(letter);
      }
    }
    return escaped.toString();
  }
}
