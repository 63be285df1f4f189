package org.handbill.server.serve.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.handbill.widget.SnippetKey;

/** Where a snippet's file is, below the folder of the site. */
final class Variant {

  /** Stands for no member, which no id can be. */
  static final String NOBODY = "-";

  private Variant() {}

  /** {@code w/es/lakeside/dark/group=shelter/know-your-rights.html}. */
  static String path(SnippetKey key) {
    String extension = key.as().extension();
    return "w/"
        + key.language().tag()
        + "/"
        + (key.member().isEmpty() ? NOBODY : key.member())
        + "/"
        + key.scheme().param()
        + own(key.parameters())
        + "/"
        + key.widget()
        + (extension.isEmpty() ? "" : "." + extension);
  }

  private static String own(Map<String, String> parameters) {
    StringBuilder path = new StringBuilder();
    new TreeMap<>(parameters).forEach((name, value) -> path.append(segment(name, value)));
    return path.toString();
  }

  /** A folder for one of a type's own parameters, in letters that mean nothing in an address. */
  static String segment(String name, String value) {
    return "/" + name + "=" + encoded(value).replace('%', '_');
  }

  /** As a browser writes it into an address. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
