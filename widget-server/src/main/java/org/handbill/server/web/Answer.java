package org.handbill.server.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.handbill.server.web.Resource.Freshness;
import org.handbill.widget.render.Rendered;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a GET or HEAD request for a ready resource: one content coding chosen (RFC 9110,
 * 12.5.3), validators compared (13.1.2), every field set. Both layers of the server write this very
 * answer.
 *
 * @param status 200 or 304
 * @param fields all but the framing ones, which the server sets
 * @param body the bytes; for HEAD too, since the server leaves them out; empty for a 304
 */
public record Answer(int status, List<HttpField> fields, Optional<Rendered.Body> body) {

  private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");
  private static final HttpField ANY_ORIGIN =
      new PreEncodedHttpField("Access-Control-Allow-Origin", "*");
  private static final HttpField CROSS_ORIGIN =
      new PreEncodedHttpField("Cross-Origin-Resource-Policy", "cross-origin");
  private static final HttpField NOSNIFF =
      new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
  private static final HttpField GZIP =
      new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
  private static final HttpField BROTLI =
      new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "br");
  private static final Map<Freshness, HttpField> CACHE_CONTROL = cacheControl();

  private static Map<Freshness, HttpField> cacheControl() {
    Map<Freshness, HttpField> fields = new EnumMap<>(Freshness.class);
    for (Freshness freshness : Freshness.values()) {
      fields.put(
          freshness, new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, freshness.cacheControl()));
    }
    return fields;
  }

  /**
   * Chooses the answer.
   *
   * @param acceptEncoding the request's field; null for none
   * @param ifNoneMatch the request's field; null for none
   */
  public static Answer of(
      Resource resource, @Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
    Rendered rendered = resource.rendered();
    Rendered.Body body = choose(rendered, acceptEncoding);
    List<HttpField> fields = new ArrayList<>(12);
    fields.add(CACHE_CONTROL.get(resource.freshness()));
    fields.add(new HttpField(HttpHeader.ETAG, body.etag()));
    fields.add(VARY);
    fields.add(ANY_ORIGIN);
    fields.add(CROSS_ORIGIN);
    fields.add(NOSNIFF);
    rendered.headers().forEach((name, value) -> fields.add(new HttpField(name, value)));
    if (ifNoneMatch != null && matches(ifNoneMatch, body.etag())) {
      return new Answer(304, fields, Optional.empty());
    }
    fields.add(new HttpField(HttpHeader.CONTENT_TYPE, rendered.contentType()));
    if (!body.coding().isEmpty()) {
      fields.add(body.coding().equals("br") ? BROTLI : GZIP);
    }
    return new Answer(200, fields, Optional.of(body));
  }

  private static Rendered.Body choose(Rendered rendered, @Nullable String acceptEncoding) {
    if (acceptEncoding == null || acceptEncoding.isEmpty()) {
      return rendered.identity();
    }
    if (rendered.brotli().isPresent() && accepts(acceptEncoding, "br")) {
      return rendered.brotli().get();
    }
    if (rendered.gzip().isPresent() && accepts(acceptEncoding, "gzip")) {
      return rendered.gzip().get();
    }
    return rendered.identity();
  }

  /** True where the coding is named and its weight is not 0. */
  private static boolean accepts(String field, String coding) {
    if (field.indexOf(';') >= 0) {
      QuotedQualityCSV weighted = new QuotedQualityCSV();
      weighted.addValue(field.toLowerCase(Locale.ROOT));
      return weighted.getValues().contains(coding);
    }
    int at = 0;
    while (at < field.length()) {
      int end = field.indexOf(',', at);
      end = end < 0 ? field.length() : end;
      if (field.substring(at, end).trim().equalsIgnoreCase(coding)) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  /** The weak comparison of RFC 9110, 8.8.3.2, against a list of tags or {@code *}. */
  private static boolean matches(String ifNoneMatch, String etag) {
    return ifNoneMatch.trim().equals("*") || ifNoneMatch.contains(etag);
  }

  /** Writes it through Jetty's core, without a thread of its own. */
  public void write(Response response, boolean head, Callback callback) {
    response.setStatus(status);
    fields.forEach(response.getHeaders()::add);
    if (body.isEmpty()) {
      response.write(true, null, callback);
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.get().length());
    response.write(true, head ? null : body.get().bytes().slice(), callback);
  }

  /** Writes it through the servlet layer. */
  public void write(HttpServletResponse response, boolean head) throws IOException {
    response.setStatus(status);
    fields.forEach(field -> response.setHeader(field.getName(), field.getValue()));
    if (body.isPresent()) {
      response.setContentLength(body.get().length());
      if (!head) {
        Channels.newChannel(response.getOutputStream()).write(body.get().bytes().duplicate());
      }
    }
  }
}
