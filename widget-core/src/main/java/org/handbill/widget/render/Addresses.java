package org.handbill.widget.render;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Scheme;
import org.handbill.widget.model.WidgetId;

/**
 * The widget server's addresses for one widget and one audience. They come from the public URL
 * only, never from a request.
 *
 * @param hosting where everything stands
 * @param preview what lets a reader see a draft; empty for what is published
 */
record Addresses(Hosting hosting, WidgetId id, Audience audience, String preview) implements Links {

  @Override
  public URI base() {
    return hosting.base();
  }

  @Override
  public URI page() {
    return in(Representation.PAGE);
  }

  @Override
  public URI submit() {
    return URI.create(hosting.forms() + "w/" + id + "?" + query(false));
  }

  URI received() {
    return URI.create(hosting.forms() + "w/" + id + "/received?" + query(false));
  }

  URI challenge() {
    return URI.create(hosting.forms() + "w/" + id + "/challenge");
  }

  /** Where a consumer of oEmbed learns how to show the page. */
  URI oembed(OembedRequest.Format format) {
    return URI.create(base() + "oembed?format=" + format.param() + "&url=" + encoded("" + page()));
  }

  URI in(Representation representation) {
    return form(representation.extension());
  }

  @Override
  public URI form(String ending) {
    String dot = ending.isEmpty() ? "" : ".";
    return URI.create(base() + "w/" + id + dot + ending + "?" + query(true));
  }

  /** What stands in {@code data-handbill}. */
  String key() {
    return id + "?" + query(true);
  }

  private String query(boolean whole) {
    StringBuilder query = new StringBuilder("lang=").append(audience.language().tag());
    audience.member().ifPresent(member -> query.append("&member=").append(member.id()));
    if (audience.scheme() != Scheme.AUTO) {
      query.append("&theme=").append(audience.scheme().param());
    }
    if (!preview.isEmpty()) {
      query.append("&preview=").append(preview);
    }
    if (whole) {
      for (Map.Entry<String, String> own : new TreeMap<>(audience.parameters()).entrySet()) {
        query.append('&').append(own.getKey()).append('=');
        query.append(encoded(own.getValue()));
      }
    }
    return query.toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
