package org.handbill.server.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handbill.widget.render.Representation;
import org.jspecify.annotations.Nullable;

/**
 * What a request's path and query say: the one place that parses them, for the front handler and
 * for Javalin's routes alike.
 */
public sealed interface RequestTarget {

  /** The most of a query that is read; what a snippet asks for is far shorter. */
  int MOST_QUERY = 2048;

  /** The forms, without a copy for each request. */
  List<Representation> FORMS = List.of(Representation.values());

  /** The query by name; the first value of a name counts. */
  Map<String, String> query();

  /**
   * {@code /w/{id}} in one of its forms.
   *
   * @param id as it was typed; nothing says that there is such a widget
   * @param as the form asked for
   */
  record Widget(String id, Representation as, Map<String, String> query) implements RequestTarget {}

  /** Any other path, as it was typed. */
  record Other(String path, Map<String, String> query) implements RequestTarget {}

  /**
   * Parses a target.
   *
   * @param path the raw path
   * @param query the raw query; null for none
   */
  static RequestTarget of(String path, @Nullable String query) {
    if (!path.startsWith("/w/") || path.indexOf('/', 3) >= 0) {
      return new Other(path, parse(query));
    }
    String name = path.substring(3);
    Representation as = Representation.PAGE;
    for (Representation form : FORMS) {
      if (form.extension().length() > as.extension().length() && ends(name, form.extension())) {
        as = form;
      }
    }
    int end = as == Representation.PAGE ? 0 : as.extension().length() + 1;
    return new Widget(name.substring(0, name.length() - end), as, parse(query));
  }

  private static boolean ends(String name, String extension) {
    int dot = name.length() - extension.length() - 1;
    return dot >= 0 && name.charAt(dot) == '.' && name.endsWith(extension);
  }

  private static Map<String, String> parse(@Nullable String query) {
    if (query == null || query.isEmpty() || query.length() > MOST_QUERY) {
      return Map.of();
    }
    Map<String, String> parsed = new LinkedHashMap<>();
    int start = 0;
    while (start <= query.length()) {
      int end = query.indexOf('&', start);
      String pair = query.substring(start, end < 0 ? query.length() : end);
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parsed.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
      start = end < 0 ? query.length() + 1 : end + 1;
    }
    return parsed;
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
