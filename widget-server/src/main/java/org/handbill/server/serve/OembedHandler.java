package org.handbill.server.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.web.Answer;
import org.handbill.server.web.OwnAddress;
import org.handbill.server.web.Problem;
import org.handbill.server.web.RequestTarget;
import org.handbill.server.web.Resource;
import org.handbill.server.web.Resource.Freshness;
import org.handbill.widget.Resolution;
import org.handbill.widget.Widgets;
import org.handbill.widget.render.OembedRequest;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;

/**
 * {@code /oembed} as oEmbed 1.0 (oembed.com) has it: how a site that is given the address of a
 * widget's page may show it. What was asked is parsed and looked up; nothing of it is repeated.
 */
public final class OembedHandler {

  private static final List<String> ROOM = List.of("maxwidth", "maxheight");
  private static final String PIXELS = "([1-9][0-9]{0,8})?";
  private static final Problem NO_URL =
      new Problem(
          400,
          "parameter",
          "The query parameter 'url' is missing.",
          "Write the address of a widget's page there, percent-encoded.");
  private static final Problem NO_SUCH_FORMAT =
      new Problem(
          501,
          "format",
          "This format is not offered.",
          "Write format=json or format=xml, or leave it out.");
  private static final Problem NOT_OURS =
      new Problem(
          404,
          "not-found",
          "There is no widget at the address in 'url'.",
          "Write the address of a widget's page on this server; the page / lists all widgets.");

  private final Widgets widgets;
  private final OwnAddress own;

  public OembedHandler(Widgets widgets, URI publicUrl) {
    this.widgets = widgets;
    this.own = new OwnAddress(publicUrl);
  }

  /** Handles GET and HEAD. */
  public void handle(Context ctx) throws IOException {
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
    Map<String, String> query =
        RequestTarget.of(ctx.req().getRequestURI(), ctx.queryString()).query();
    Optional<Problem> malformed = malformed(query);
    Optional<Rendered> answer = malformed.isPresent() ? Optional.empty() : answer(query);
    if (answer.isEmpty()) {
      malformed.orElse(NOT_OURS).write(ctx);
      return;
    }
    Answer.of(
            new Resource(answer.get(), Freshness.SHORT),
            ctx.header("Accept-Encoding"),
            ctx.header("If-None-Match"))
        .write(ctx.res(), ctx.method().name().equals("HEAD"));
  }

  private static Optional<Problem> malformed(Map<String, String> query) {
    for (String room : ROOM) {
      if (!query.getOrDefault(room, "").matches(PIXELS)) {
        return Optional.of(noPixels(room));
      }
    }
    if (query.getOrDefault("url", "").isEmpty()) {
      return Optional.of(NO_URL);
    }
    return format(query).isEmpty() ? Optional.of(NO_SUCH_FORMAT) : Optional.empty();
  }

  private static Problem noPixels(String parameter) {
    return new Problem(
        400,
        "parameter",
        "The query parameter '" + parameter + "' is not a number of pixels.",
        "Write a whole number from 1 to 999999999 there, or leave it out.");
  }

  private static Optional<OembedRequest.Format> format(Map<String, String> query) {
    String asked = query.getOrDefault("format", OembedRequest.Format.JSON.param());
    return Arrays.stream(OembedRequest.Format.values())
        .filter(format -> format.param().equals(asked))
        .findFirst();
  }

  private Optional<Rendered> answer(Map<String, String> query) {
    OembedRequest request =
        new OembedRequest(
            format(query).orElseThrow(), pixels(query, "maxwidth"), pixels(query, "maxheight"));
    return own.target(query.getOrDefault("url", ""))
        .filter(RequestTarget.Widget.class::isInstance)
        .map(RequestTarget.Widget.class::cast)
        .filter(widget -> widget.as() == Representation.PAGE)
        .map(widget -> widgets.resolve(widget.id(), widget.as(), widget.query()))
        .filter(Resolution.Found.class::isInstance)
        .flatMap(found -> widgets.oembed(((Resolution.Found) found).key(), request));
  }

  private static int pixels(Map<String, String> query, String parameter) {
    String asked = query.getOrDefault(parameter, "");
    return asked.isEmpty() ? OembedRequest.ANY : Integer.parseInt(asked);
  }
}
