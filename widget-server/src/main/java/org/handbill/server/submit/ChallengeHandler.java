package org.handbill.server.submit;

import io.javalin.http.Context;
import java.util.Map;
import org.handbill.server.store.StoreUnavailableException;
import org.handbill.server.submit.guard.Guard;
import org.handbill.server.web.JsonBody;
import org.handbill.server.web.Problem;
import org.handbill.widget.Resolution;
import org.handbill.widget.Widgets;
import org.handbill.widget.render.Representation;

/** {@code GET /w/{id}/challenge}: a proof-of-work challenge for a form, a new one each time. */
public final class ChallengeHandler {

  private final Widgets widgets;
  private final Guard guard;

  public ChallengeHandler(Widgets widgets, Guard guard) {
    this.widgets = widgets;
    this.guard = guard;
  }

  /** Answers any origin; 404 where there is no form. */
  public void handle(Context ctx) {
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
    Resolution resolution = widgets.resolve(ctx.pathParam("id"), Representation.PAGE, Map.of());
    if (!(resolution instanceof Resolution.Found found)
        || widgets.form(found.key().widget()).isEmpty()) {
      Problem.NOT_FOUND.write(ctx);
      return;
    }
    try {
      String widget = found.key().widget().value();
      JsonBody.write(ctx, "application/json", guard.challenge(widget).members());
    } catch (StoreUnavailableException e) {
      ctx.header("Retry-After", SubmissionHandler.RETRY_AFTER_SECONDS);
      SubmissionHandler.UNAVAILABLE.write(ctx);
    }
  }
}
