package org.handbill.server.serve;

import io.javalin.http.Context;
import java.io.IOException;
import org.handbill.server.web.Answer;
import org.handbill.server.web.NotFoundPage;
import org.handbill.server.web.Problem;
import org.handbill.server.web.RequestTarget;
import org.handbill.server.web.Resource;
import org.handbill.widget.Resolution;
import org.handbill.widget.render.Representation;
import org.jspecify.annotations.Nullable;

/** What was not ready: loads it, or says why there is nothing. */
public final class SnippetHandler {

  private final Library library;

  public SnippetHandler(Library library) {
    this.library = library;
  }

  /** Handles GET and HEAD. */
  public void handle(Context ctx) throws IOException {
    RequestTarget target = RequestTarget.of(ctx.req().getRequestURI(), ctx.queryString());
    if (!(target instanceof RequestTarget.Widget widget)) {
      answer(ctx, library.ready(target));
      return;
    }
    Resolution resolution = library.resolve(widget);
    if (resolution instanceof Resolution.Found found) {
      answer(ctx, library.load(found));
    } else if (resolution instanceof Resolution.BadParameter bad) {
      ctx.header("Access-Control-Allow-Origin", "*");
      Problem.badParameter(bad).write(ctx);
    } else {
      notFound(ctx);
    }
  }

  /** Answers 404 in the form that was asked for. */
  public void notFound(Context ctx) {
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
    RequestTarget target = RequestTarget.of(ctx.req().getRequestURI(), ctx.queryString());
    if (target instanceof RequestTarget.Widget widget) {
      noWidget(ctx, widget.as());
    } else if (ctx.req().getRequestURI().matches(".*\\.(json|js|css)")) {
      Problem.NOT_FOUND.write(ctx);
    } else {
      NotFoundPage.write(ctx);
    }
  }

  private static void noWidget(Context ctx, Representation as) {
    switch (as) {
      case JS -> text(ctx, as, "// [handbill] There is no such widget. Check its name.\n");
      case HTML -> text(ctx, as, "<!-- There is no such widget. Check its name. -->\n");
      case JSON, ATOM, JSON_FEED, CSV, HSDS -> Problem.NOT_FOUND.write(ctx);
      case PAGE -> NotFoundPage.write(ctx);
    }
  }

  private void answer(Context ctx, @Nullable Resource resource) throws IOException {
    if (resource == null) {
      notFound(ctx);
      return;
    }
    Answer.of(resource, ctx.header("Accept-Encoding"), ctx.header("If-None-Match"))
        .write(ctx.res(), ctx.method().name().equals("HEAD"));
  }

  private static void text(Context ctx, Representation as, String text) {
    ctx.status(404);
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.contentType(as.contentType()).result(text);
  }
}
