package org.handbill.server.submit;

import io.javalin.http.Context;
import java.util.Optional;
import org.handbill.server.web.NotFoundPage;
import org.handbill.server.web.RequestTarget;
import org.handbill.widget.Resolution;
import org.handbill.widget.Widgets;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;

/** {@code GET /w/{id}/received}: where a submission without JavaScript ends. */
public final class ReceivedHandler {

  private final Widgets widgets;

  public ReceivedHandler(Widgets widgets) {
    this.widgets = widgets;
  }

  /** Shows that the sign-up was received; it knows nothing of it. */
  public void handle(Context ctx) {
    RequestTarget target = RequestTarget.of(ctx.req().getRequestURI(), ctx.queryString());
    Resolution resolution =
        widgets.resolve(ctx.pathParam("id"), Representation.PAGE, target.query());
    Optional<Rendered> page =
        resolution instanceof Resolution.Found found
            ? widgets.received(found.key())
            : Optional.empty();
    if (page.isEmpty()) {
      NotFoundPage.write(ctx);
      return;
    }
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Content-Type-Options", "nosniff");
    page.get().headers().forEach(ctx::header);
    ctx.contentType(page.get().contentType()).result(page.get().text());
  }
}
