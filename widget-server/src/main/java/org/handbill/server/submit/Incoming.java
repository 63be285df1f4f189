package org.handbill.server.submit;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.web.Problem;
import org.jspecify.annotations.Nullable;

/** What a request with a submission brings. */
final class Incoming {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final String FORM_TYPE = "application/x-www-form-urlencoded";
  private static final String JSON_TYPE = "application/json";

  private Incoming() {}

  /** The fields by name; empty where the body is refused, which is answered then. */
  static Optional<Map<String, String>> read(Context ctx) {
    String type = mediaType(ctx.header("Content-Type"));
    if (!type.equals(FORM_TYPE) && !type.equals(JSON_TYPE)) {
      new Problem(
              415,
              "content-type",
              "The body is of a kind that is not taken.",
              "Send " + FORM_TYPE + " or " + JSON_TYPE + ".")
          .write(ctx);
      return Optional.empty();
    }
    byte[] bytes;
    try (InputStream body = ctx.req().getInputStream()) {
      bytes = body.readNBytes(LARGEST_BODY + 1);
    } catch (IOException broken) {
      ctx.header("Connection", "close");
      new Problem(400, "malformed", "The body broke off or is malformed.", "Send it again.")
          .write(ctx);
      return Optional.empty();
    }
    if (bytes.length > LARGEST_BODY) {
      new Problem(413, "too-large", "The body is too large.", "Send 64 KB at most.").write(ctx);
      return Optional.empty();
    }
    try {
      return Optional.of(
          type.equals(JSON_TYPE) ? SubmissionBody.json(bytes) : SubmissionBody.form(bytes));
    } catch (SubmissionBody.MalformedException malformed) {
      String detail = String.valueOf(malformed.getMessage());
      new Problem(400, "malformed", "The body cannot be read.", detail).write(ctx);
      return Optional.empty();
    }
  }

  /** The values of {@code X-Forwarded-For}, as they came. */
  static List<String> forwardedFor(Context ctx) {
    return Collections.list(ctx.req().getHeaders("X-Forwarded-For"));
  }

  /** True for an answer in JSON; a browser that sends a form wants a page. */
  static boolean wantsJson(Context ctx) {
    String accept = ctx.header("Accept");
    return (accept != null && accept.contains(JSON_TYPE))
        || (mediaType(ctx.header("Content-Type")).equals(JSON_TYPE)
            && (accept == null || !accept.contains("text/html")));
  }

  private static String mediaType(@Nullable String field) {
    return field == null ? "" : field.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
