package org.handbill.server.serve;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.handbill.server.web.Answer;
import org.handbill.server.web.RequestTarget;
import org.handbill.server.web.Resource;

/**
 * Stands before Javalin and answers what is ready on the very thread that read the request. Jetty
 * hands over to its thread pool only for handlers that may block; this one never does, which about
 * doubles what a machine can serve. Whatever is not ready goes to the pool, and on to Javalin.
 */
public final class FrontHandler extends Handler.Wrapper {

  private final Library library;

  public FrontHandler(Library library) {
    this.library = library;
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    boolean head = request.getMethod().equals("HEAD");
    if (head || request.getMethod().equals("GET")) {
      RequestTarget target =
          RequestTarget.of(request.getHttpURI().getPath(), request.getHttpURI().getQuery());
      Resource ready = library.ready(target);
      if (ready != null) {
        Answer.of(
                ready,
                request.getHeaders().get(HttpHeader.ACCEPT_ENCODING),
                request.getHeaders().get(HttpHeader.IF_NONE_MATCH))
            .write(response, head, callback);
        return true;
      }
    }
    request.getComponents().getExecutor().execute(() -> handOver(request, response, callback));
    return true;
  }

  private void handOver(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Exception e) {
      Response.writeError(request, response, callback, e);
    }
  }
}
