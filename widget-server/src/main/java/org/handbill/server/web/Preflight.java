package org.handbill.server.web;

import io.javalin.http.Context;
import org.handbill.widget.Widgets;

/**
 * {@code OPTIONS}: what a page of another origin may ask here (the Fetch standard's CORS protocol).
 */
public final class Preflight {

  private static final String DAY_SECONDS = "86400";

  private final Widgets widgets;
  private final Origins origins;

  public Preflight(Widgets widgets, Origins origins) {
    this.widgets = widgets;
    this.origins = origins;
  }

  /** Answers without a body; submissions are offered to whoever may send them. */
  public void handle(Context ctx) {
    boolean form =
        RequestTarget.of(ctx.req().getRequestURI(), null) instanceof RequestTarget.Widget target
            && target.as() == org.handbill.widget.render.Representation.PAGE;
    String methods = form ? "GET, HEAD, OPTIONS, POST" : "GET, HEAD, OPTIONS";
    String origin = ctx.header("Origin");
    ctx.status(204);
    ctx.header("Allow", methods);
    ctx.header("Vary", "Origin");
    ctx.header("Cache-Control", "no-store");
    boolean mayPost = form && origin != null && origins.allows(origin, widgets.network());
    ctx.header("Access-Control-Allow-Origin", mayPost ? origin : "*");
    ctx.header("Access-Control-Allow-Methods", mayPost ? methods : "GET, HEAD, OPTIONS");
    ctx.header("Access-Control-Allow-Headers", "Accept, Content-Type");
    ctx.header("Access-Control-Max-Age", DAY_SECONDS);
  }
}
