package org.handbill.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.BindException;
import java.net.URI;
import java.util.Set;
import org.handbill.server.desk.AdminDesk;

/**
 * The second listener, for those who run the server: the desk, and why it is ready or not. It is on
 * the loopback address, and answers only to names of this machine, so that no page in an operator's
 * browser can reach it under a name of its own.
 */
final class AdminServer implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final Set<String> NAMES = Set.of("localhost", LOOPBACK, "[::1]");

  private final Javalin javalin;

  private AdminServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts it and returns once it answers.
   *
   * @throws BindException when the port is taken
   */
  static AdminServer start(int port, AdminDesk desk, ReadinessHandler readiness)
      throws BindException {
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.http.prefer405over404 = true;
              config.jetty.host = LOOPBACK;
              config.jetty.port = port;
              config.routes.before(AdminServer::guard);
              config.routes.get("/", ctx -> ctx.redirect("/admin"));
              config.routes.get("/admin", desk::show);
              config.routes.post("/admin/accept", desk::accept);
              config.routes.get("/readyz", readiness::detail);
              config.routes.get("/healthz", ctx -> ctx.contentType("text/plain").result("ok\n"));
            });
    try {
      javalin.start();
    } catch (RuntimeException e) {
      javalin.stop();
      BindException taken = new BindException(LOOPBACK + ":" + port + " for the desk");
      taken.initCause(e);
      throw taken;
    }
    return new AdminServer(javalin);
  }

  private static void guard(Context ctx) {
    String host = String.valueOf(ctx.header("Host")).replaceFirst(":\\d+$", "");
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Content-Type-Options", "nosniff");
    if (!NAMES.contains(host)) {
      ctx.status(421).result("The desk answers to localhost only.\n").skipRemainingHandlers();
    }
  }

  /** Where the desk is. */
  URI url() {
    return URI.create("http://localhost:" + javalin.port() + "/admin");
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
