package org.handbill.widget.type.resources;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Scheme;
import org.handbill.widget.model.WidgetId;

/**
 * The addresses of parts of a list, for one audience.
 *
 * @param page the list's page without a query
 * @param kept what every address keeps of the audience, by parameter
 * @param index where the script finds all entries; the same for every member and scheme
 */
record PageLinks(String page, Map<String, String> kept, String index) {

  static PageLinks of(Links links, WidgetId id, Audience audience) {
    String page = links.base() + "w/" + id;
    Map<String, String> index = new LinkedHashMap<>();
    index.put("lang", audience.language().tag());
    if (!links.preview().isEmpty()) {
      index.put("preview", links.preview());
    }
    Optional.ofNullable(audience.parameters().get("group")).ifPresent(g -> index.put("group", g));
    Map<String, String> kept = new LinkedHashMap<>(index);
    audience.member().ifPresent(member -> kept.put("member", member.id()));
    if (audience.scheme() != Scheme.AUTO) {
      kept.put("theme", audience.scheme().param());
    }
    index.put("part", "index");
    return new PageLinks(page, kept, page + ".html" + query(index));
  }

  /** The page with further parameters; one without a value is left out. */
  String with(Map<String, String> own) {
    Map<String, String> all = new LinkedHashMap<>(kept);
    all.putAll(own);
    all.values().removeIf(String::isEmpty);
    return page + query(all);
  }

  /** All entries on one page. */
  String everything() {
    return with(Map.of("part", "all"));
  }

  /** One group by itself. */
  String group(String slug) {
    return with(Map.of("group", slug));
  }

  /** The whole list. */
  String whole() {
    return with(Map.of("group", ""));
  }

  private static String query(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    parameters.forEach(
        (name, value) ->
            query
                .append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
    return query.toString();
  }
}
