package org.handbill.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import java.net.URI;
import java.time.Clock;
import org.handbill.server.desk.builder.Builder;
import org.handbill.server.serve.Library;
import org.handbill.server.serve.OembedHandler;
import org.handbill.server.serve.Published;
import org.handbill.server.serve.SitemapHandler;
import org.handbill.server.serve.SnippetHandler;
import org.handbill.server.store.OptIns;
import org.handbill.server.store.SignupStore;
import org.handbill.server.submit.ChallengeHandler;
import org.handbill.server.submit.LinkHandler;
import org.handbill.server.submit.ReceivedHandler;
import org.handbill.server.submit.SubmissionHandler;
import org.handbill.server.submit.guard.Guard;
import org.handbill.server.submit.guard.TrustedProxies;
import org.handbill.server.web.Origins;
import org.handbill.server.web.Preflight;
import org.handbill.server.web.Problem;
import org.handbill.widget.Widgets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every route. What is ready is answered before a request gets here, by {@code FrontHandler}. */
final class Routes {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final Library library;
  private final SnippetHandler snippets;
  private final SubmissionHandler submissions;
  private final ChallengeHandler challenges;
  private final ReceivedHandler received;
  private final LinkHandler confirmation;
  private final LinkHandler unsubscription;
  private final Builder builder;
  private final SitemapHandler sitemap;
  private final OembedHandler oembed;
  private final Preflight preflight;
  private final ReadinessHandler readiness;

  Routes(
      Widgets widgets, SignupServices signups, TrustedProxies proxies, URI publicUrl, Clock clock) {
    SignupStore store = signups.store();
    OptIns optIns = signups.optIns();
    Guard guard = signups.guard();
    Origins origins = new Origins(publicUrl);
    this.builder = new Builder(widgets, publicUrl);
    this.library = new Library(widgets, Published.files(widgets, publicUrl, builder.assets()));
    this.snippets = new SnippetHandler(library);
    this.sitemap = new SitemapHandler(widgets);
    this.oembed = new OembedHandler(widgets, publicUrl);
    this.submissions = new SubmissionHandler(widgets, store, guard, proxies, origins, clock);
    this.challenges = new ChallengeHandler(widgets, guard);
    this.received = new ReceivedHandler(widgets);
    this.confirmation = new LinkHandler(OptIns.Purpose.CONFIRM, optIns, widgets);
    this.unsubscription = new LinkHandler(OptIns.Purpose.UNSUBSCRIBE, optIns, widgets);
    this.readiness = new ReadinessHandler(widgets, store);
    this.preflight = new Preflight(widgets, origins);
  }

  ReadinessHandler readiness() {
    return readiness;
  }

  Library library() {
    return library;
  }

  void addTo(RoutesConfig routes) {
    get(routes, "/", builder::handle);
    get(routes, "/preview", builder::preview);
    get(routes, "/w/{file}", snippets::handle);
    routes.post("/w/{file}", submissions::handle);
    get(routes, "/w/{id}/challenge", challenges::handle);
    get(routes, "/w/{id}/received", received::handle);
    link(routes, "/confirm/{token}", confirmation);
    link(routes, "/unsubscribe/{token}", unsubscription);
    get(routes, "/oembed", oembed::handle);
    get(routes, "/frame.js", snippets::handle);
    get(routes, "/embed.js", snippets::handle);
    get(routes, "/embed/{file}", snippets::handle);
    get(routes, "/assets/{file}", snippets::handle);
    get(routes, "/pictures/{file}", snippets::handle);
    get(routes, "/schemas/{file}", snippets::handle);
    get(routes, "/openapi.json", snippets::handle);
    get(routes, "/robots.txt", snippets::handle);
    get(routes, "/sitemap.xml", sitemap::handle);
    get(routes, "/healthz", Routes::alive);
    get(routes, "/readyz", readiness::handle);

    routes.exception(MethodNotAllowedResponse.class, Routes::methodNotAllowed);
    routes.exception(HttpResponseException.class, (refused, ctx) -> refused(refused, ctx));
    routes.exception(Exception.class, Routes::failed);
  }

  /** A route for GET, for HEAD with the same answer, and for OPTIONS. */
  private void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
    routes.options(path, preflight::handle);
  }

  /** A route behind a link of a mail; it is nothing that a page of another origin may ask for. */
  private static void link(RoutesConfig routes, String path, LinkHandler handler) {
    routes.get(path, handler::show);
    routes.head(path, handler::show);
    routes.post(path, handler::act);
    routes.options(path, ctx -> ctx.status(204).header("Allow", "GET, HEAD, OPTIONS, POST"));
  }

  private static void alive(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType("text/plain;charset=utf-8").result("ok\n");
  }

  private static void methodNotAllowed(MethodNotAllowedResponse refused, Context ctx) {
    ctx.header("Allow", String.join(", ", refused.getDetails().values()));
    ctx.header("Access-Control-Allow-Origin", "*");
    new Problem(
            405,
            "method",
            "This address does not take this method.",
            "The field Allow lists those that it takes.")
        .write(ctx);
  }

  private void refused(HttpResponseException refused, Context ctx) {
    if (refused.getStatus() == HttpStatus.NOT_FOUND.getCode()) {
      snippets.notFound(ctx);
    } else {
      new Problem(refused.getStatus(), "refused", "The request was refused.", "Check it.")
          .write(ctx);
    }
  }

  private static void failed(Exception failure, Context ctx) {
    LOG.error("A request for {} failed", ctx.endpoints().lastHttpEndpoint().path, failure);
    new Problem(500, "internal", "Something went wrong here.", "Try again in a moment.").write(ctx);
  }
}
