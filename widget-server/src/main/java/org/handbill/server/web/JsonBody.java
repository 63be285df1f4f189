package org.handbill.server.web;

import io.javalin.http.Context;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An answer in JSON that is never cached. */
public final class JsonBody {

  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonBody() {}

  /** Writes the members as UTF-8, which JSON always is (RFC 8259, 8.1). */
  public static void write(Context ctx, String mediaType, Map<String, Object> members) {
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.contentType(mediaType).result(JSON.writeValueAsBytes(members));
  }
}
