package org.handbill.server.serve;

import io.javalin.http.Context;
import java.io.IOException;
import org.handbill.server.web.Answer;
import org.handbill.server.web.Resource;
import org.handbill.server.web.Resource.Freshness;
import org.handbill.widget.Widgets;

/** {@code /sitemap.xml}: what search engines may list. */
public final class SitemapHandler {

  private final Widgets widgets;

  public SitemapHandler(Widgets widgets) {
    this.widgets = widgets;
  }

  /** Handles GET and HEAD. */
  public void handle(Context ctx) throws IOException {
    Answer.of(
            new Resource(widgets.sitemap(), Freshness.SHORT),
            ctx.header("Accept-Encoding"),
            ctx.header("If-None-Match"))
        .write(ctx.res(), ctx.method().name().equals("HEAD"));
  }
}
