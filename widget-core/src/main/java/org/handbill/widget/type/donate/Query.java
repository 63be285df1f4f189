package org.handbill.widget.type.donate;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    Map<String, String> added = new LinkedHashMap<>(parameters);
    added.values().removeIf(String::isEmpty);
    Parts parts = Parts.of(address).without(added.keySet());
    List<String> query = new ArrayList<>(parts.query());
    added.forEach((name, value) -> query.add(encode(name) + "=" + encode(value)));
    return URI.create(new Parts(parts.path(), query, parts.fragment()).text());
  }

  /** The address without the parameters of these names. */
  static String without(String address, String... names) {
    return Parts.of(address).without(Set.of(names)).text();
  }

  /** The address without any parameters; its fragment stays. */
  static String bare(String address) {
    Parts parts = Parts.of(address);
    return new Parts(parts.path(), List.of(), parts.fragment()).text();
  }

  /** The address with that fragment and no other. */
  static String withFragment(String address, String fragment) {
    Parts parts = Parts.of(address);
    return new Parts(parts.path(), parts.query(), "#" + fragment).text();
  }

  /** The parameters of an address, in order. */
  static List<Parameter> parameters(String address) {
    return Parts.of(address).query().stream()
        .map(
            pair -> {
              int sign = pair.indexOf('=');
              return new Parameter(nameOf(pair), sign < 0 ? "" : decode(pair.substring(sign + 1)));
            })
        .toList();
  }

  /** Percent-encodes all but letters, digits and {@code -._~} (RFC 3986, 2.3). */
  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private static String nameOf(String pair) {
    int sign = pair.indexOf('=');
    return decode(sign < 0 ? pair : pair.substring(0, sign));
  }

  /** An address, taken apart: what stands before the query, its pairs, and the fragment. */
  private record Parts(String path, List<String> query, String fragment) {

    static Parts of(String address) {
      int hash = address.indexOf('#');
      String fragment = hash < 0 ? "" : address.substring(hash);
      String rest = hash < 0 ? address : address.substring(0, hash);
      int mark = rest.indexOf('?');
      List<String> query =
          mark < 0
              ? List.of()
              : Arrays.stream(rest.substring(mark + 1).split("&", -1))
                  .filter(pair -> !pair.isEmpty())
                  .toList();
      return new Parts(mark < 0 ? rest : rest.substring(0, mark), query, fragment);
    }

    Parts without(Set<String> names) {
      return new Parts(
          path, query.stream().filter(pair -> !names.contains(nameOf(pair))).toList(), fragment);
    }

    String text() {
      return path + (query.isEmpty() ? "" : "?" + String.join("&", query)) + fragment;
    }
  }
}
