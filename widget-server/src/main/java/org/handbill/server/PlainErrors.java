package org.handbill.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers for requests that Jetty itself refuses, such as a malformed line: a few plain bytes, and
 * nothing of what was sent.
 */
final class PlainErrors extends ErrorHandler {

  private static final byte[] BODY =
      """
      {"type":"about:blank","title":"The request cannot be answered.","detail":"Check the address and the form of the request."}
      """
          .getBytes(StandardCharsets.UTF_8);

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    fill(response.getHeaders());
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, BODY.length);
    response.write(true, ByteBuffer.wrap(BODY), callback);
    return true;
  }

  private static void fill(HttpFields.Mutable fields) {
    fields.put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    fields.put(HttpHeader.CACHE_CONTROL, "no-store");
  }
}
