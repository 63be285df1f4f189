package org.handbill.widget.type.donate;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters in web addresses. */
final class Query {

  private Query() {}

  /** True for an http or https address with a host and without credentials. */
  static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text).parseServerAuthority();
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  /**
   * Adds parameters behind those that are there already, before a fragment; empty values are left
   * out.
   */
  static URI add(String address, Map<String, String> parameters) {
    int hash = address.indexOf('#');
    String fragment = hash < 0 ? "" : address.substring(hash);
    String rest = hash < 0 ? address : address.substring(0, hash);
    String added =
        parameters.entrySet().stream()
            .filter(parameter -> !parameter.getValue().isEmpty())
            .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
            .collect(Collectors.joining("&"));
    String separator = added.isEmpty() ? "" : rest.contains("?") ? "&" : "?";
    return URI.create(rest + separator + added + fragment);
  }

  /** Percent-encodes all but letters, digits and {@code -._~} (RFC 3986, 2.3). */
  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
