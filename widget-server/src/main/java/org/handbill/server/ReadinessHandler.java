package org.handbill.server;

import io.javalin.http.Context;
import java.util.Map;
import org.handbill.server.store.SignupStore;
import org.handbill.server.web.JsonBody;
import org.handbill.widget.Widgets;

/** {@code GET /readyz}: ready or not; the log says why. */
final class ReadinessHandler {

  private final Widgets widgets;
  private final SignupStore store;

  ReadinessHandler(Widgets widgets, SignupStore store) {
    this.widgets = widgets;
    this.store = store;
  }

  void handle(Context ctx) {
    boolean ready = widgets.status().current() && store.available();
    ctx.status(ready ? 200 : 503);
    JsonBody.write(ctx, "application/json", Map.of("ready", ready));
  }
}
