package org.handbill.widget.type.donate;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * Adds parameters behind those that are there already, before a fragment. One of the same name is
   * replaced, since nobody knows which of two a platform would take; empty values are left out.
   */
  static URI add(String address, Map<String, String> parameters) {
    int hash = address.indexOf('#');
    String fragment = hash < 0 ? "" : address.substring(hash);
    String rest = hash < 0 ? address : address.substring(0, hash);
    int mark = rest.indexOf('?');
    Map<String, String> added = new LinkedHashMap<>(parameters);
    added.values().removeIf(String::isEmpty);
    List<String> query = new ArrayList<>();
    if (mark >= 0) {
      query.addAll(List.of(rest.substring(mark + 1).split("&")));
      query.removeIf(pair -> pair.isEmpty() || added.containsKey(pair.replaceFirst("=.*", "")));
    }
    added.forEach((name, value) -> query.add(encode(name) + "=" + encode(value)));
    String path = mark < 0 ? rest : rest.substring(0, mark);
    return URI.create(path + (query.isEmpty() ? "" : "?" + String.join("&", query)) + fragment);
  }

  /** Percent-encodes all but letters, digits and {@code -._~} (RFC 3986, 2.3). */
  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
