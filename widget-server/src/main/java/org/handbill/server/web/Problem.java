package org.handbill.server.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.handbill.widget.Resolution;

/**
 * What went wrong with a request, as RFC 9457 has it. Nothing in it was typed by whoever asked.
 *
 * @param status the HTTP status
 * @param code a stable name, the end of {@code type}
 * @param title what is wrong, in plain words
 * @param detail what to do
 */
public record Problem(int status, String code, String title, String detail) {

  /** There is nothing at this address. */
  public static final Problem NOT_FOUND =
      new Problem(
          404,
          "not-found",
          "There is nothing at this address.",
          "Check the widget's name in the snippet; the page / lists all widgets.");

  /** A value of the query is not of its form. */
  public static Problem badParameter(Resolution.BadParameter bad) {
    return new Problem(
        400,
        "parameter",
        "The query parameter '" + bad.parameter() + "' has a value that is not known.",
        "Write one of: " + bad.allowed() + ".");
  }

  /** Writes it as {@code application/problem+json}, never to be cached. */
  public void write(Context ctx) {
    write(ctx, Map.of());
  }

  /** As {@link #write(Context)}, with further members. */
  public void write(Context ctx, Map<String, Object> more) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "urn:handbill:problem:" + code);
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    members.putAll(more);
    ctx.status(status);
    JsonBody.write(ctx, "application/problem+json", members);
  }
}
