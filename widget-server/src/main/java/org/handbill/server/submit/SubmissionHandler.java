package org.handbill.server.submit;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.store.Saved;
import org.handbill.server.store.SignupStore;
import org.handbill.server.store.StoreUnavailableException;
import org.handbill.server.submit.guard.Guard;
import org.handbill.server.submit.guard.TrustedProxies;
import org.handbill.server.web.JsonBody;
import org.handbill.server.web.NotFoundPage;
import org.handbill.server.web.Origins;
import org.handbill.server.web.Problem;
import org.handbill.server.web.RequestTarget;
import org.handbill.widget.Resolution;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.FormContent.Attempt;
import org.handbill.widget.model.Member;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;

/**
 * {@code POST /w/{id}}: read, check, guard, store, answer. A browser's form and JSON go the same
 * way; only the answers differ.
 */
public final class SubmissionHandler {

  static final String RETRY_AFTER_SECONDS = "5";

  static final Problem UNAVAILABLE =
      new Problem(
          503,
          "unavailable",
          "The sign-up could not be stored.",
          "Nothing was kept. Try again in a moment.");

  private final Widgets widgets;
  private final SignupStore store;
  private final Guard guard;
  private final GuardAnswers guardAnswers;
  private final TrustedProxies proxies;
  private final Origins origins;
  private final Clock clock;

  public SubmissionHandler(
      Widgets widgets,
      SignupStore store,
      Guard guard,
      TrustedProxies proxies,
      Origins origins,
      Clock clock) {
    this.widgets = widgets;
    this.store = store;
    this.guard = guard;
    this.guardAnswers = new GuardAnswers(widgets, guard);
    this.proxies = proxies;
    this.origins = origins;
    this.clock = clock;
  }

  /** Handles one submission. */
  public void handle(Context ctx) throws IOException {
    ctx.header("Vary", "Origin");
    String origin = ctx.header("Origin");
    if (!origins.allows(origin, widgets.network())) {
      new Problem(
              403,
              "origin",
              "Submissions are not taken from this site.",
              "The network lets its members' sites only send submissions.")
          .write(ctx);
      return;
    }
    if (origin != null) {
      ctx.header("Access-Control-Allow-Origin", origin);
    }
    RequestTarget target = RequestTarget.of(ctx.req().getRequestURI(), ctx.queryString());
    if (!(target instanceof RequestTarget.Widget widget) || !takesSubmissions(widget)) {
      methodNotAllowed(ctx);
      return;
    }
    Optional<Map<String, String>> typed = Incoming.read(ctx);
    if (typed.isPresent()) {
      submit(ctx, widget, typed.get());
    }
  }

  /** False for a widget without a form; one that does not exist is told apart later. */
  private boolean takesSubmissions(RequestTarget.Widget target) {
    return target.as() == Representation.PAGE
        && (!(widgets.resolve(target.id(), Representation.PAGE, Map.of())
                instanceof Resolution.Found found)
            || widgets.form(found.key().widget()).isPresent()
            || widgets.isClosed(found.key().widget()));
  }

  /** For forms that are still open somewhere, or in somebody's cache. */
  private void closed(Context ctx, Resolution.Found found) {
    if (Incoming.wantsJson(ctx)) {
      new Problem(
              410,
              "closed",
              "This widget is closed, so nothing was kept.",
              "Its page says where to go on.")
          .write(ctx);
      return;
    }
    ctx.header("Cache-Control", "no-store");
    ctx.status(303).header("Location", widgets.pages(found.key()).orElseThrow().page().toString());
  }

  private void submit(Context ctx, RequestTarget.Widget target, Map<String, String> typed)
      throws IOException {
    Map<String, String> query = new LinkedHashMap<>(target.query());
    query.putIfAbsent("lang", typed.getOrDefault("lang", ""));
    query.putIfAbsent("member", typed.getOrDefault("member", ""));
    Resolution resolution = widgets.resolve(target.id(), Representation.PAGE, query);
    if (resolution instanceof Resolution.BadParameter bad) {
      Problem.badParameter(bad).write(ctx);
      return;
    }
    if (!(resolution instanceof Resolution.Found found)) {
      notFound(ctx);
      return;
    }
    if (widgets.isClosed(found.key().widget())) {
      closed(ctx, found);
      return;
    }
    Optional<Form> form = widgets.form(found.key().widget());
    if (form.isEmpty()) {
      methodNotAllowed(ctx);
      return;
    }
    Optional<Member> member = widgets.network().member(found.key().member());
    Submission submission = new Submission(found.key(), member, form.get(), typed);
    if (guard.isAutomatic(typed)) {
      received(ctx, submission);
      return;
    }
    Form.Verdict verdict = form.get().check(typed);
    if (verdict instanceof Form.Verdict.Wrong wrong) {
      mend(ctx, submission, wrong.errors());
    } else if (verdict instanceof Form.Verdict.Sound sound) {
      keep(ctx, submission, sound.values());
    }
  }

  private void keep(Context ctx, Submission submission, Map<String, String> values)
      throws IOException {
    try {
      store.record(submission.form().consent().wordings());
      Optional<List<String>> controllers = store.controllers(submission.consentVersion());
      if (controllers.isPresent()) {
        admit(ctx, submission, values, controllers.get());
      } else {
        mend(ctx, submission, List.of(new Form.FieldError(Form.CONSENT, "outdated")));
      }
    } catch (StoreUnavailableException e) {
      unavailable(ctx, submission);
    }
  }

  /** Stores what the guard lets through and nobody else has the proof of. */
  private void admit(
      Context ctx, Submission submission, Map<String, String> values, List<String> controllers)
      throws IOException, StoreUnavailableException {
    Guard.Visit visit =
        new Guard.Visit(
            proxies.client(ctx.req().getRemoteAddr(), Incoming.forwardedFor(ctx)),
            submission.key().widget().value(),
            submission.key().member(),
            values.getOrDefault("email", ""),
            submission.typed());
    Guard.Verdict verdict = guard.check(visit);
    if (verdict instanceof Guard.Verdict.Passed passed) {
      if (store.save(submission.signup(values, controllers, passed.proof(), clock))
          != Saved.PROOF_SPENT) {
        received(ctx, submission);
        return;
      }
      verdict = guard.spent();
    }
    guardAnswers.write(ctx, submission.key(), submission.form(), visit, verdict);
  }

  private void received(Context ctx, Submission submission) {
    if (Incoming.wantsJson(ctx)) {
      ctx.status(202);
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("status", "received");
      members.put("message", submission.message());
      submission.form().redirect().ifPresent(to -> members.put("redirect", to.toString()));
      JsonBody.write(ctx, "application/json", members);
      return;
    }
    URI target =
        submission
            .form()
            .redirect()
            .or(() -> widgets.pages(submission.key()).map(pages -> pages.received()))
            .orElseThrow();
    ctx.header("Cache-Control", "no-store");
    ctx.status(303).header("Location", target.toString());
  }

  private void mend(Context ctx, Submission submission, List<Form.FieldError> errors)
      throws IOException {
    if (Incoming.wantsJson(ctx)) {
      List<Map<String, String>> told = errors.stream().map(submission::told).toList();
      Map<String, Object> more = new LinkedHashMap<>();
      more.put("message", submission.sentence("failed"));
      more.put("errors", told);
      if (errors.stream().anyMatch(error -> error.code().equals("outdated"))) {
        more.put("consent-version", submission.wording().version());
      }
      new Problem(
              422,
              "mend",
              "Something is missing or needs a change.",
              "Mend what errors lists, and send it again.")
          .write(ctx, more);
      return;
    }
    show(ctx, 422, widgets.reshown(submission.key(), new Attempt(submission.typed(), errors)));
  }

  private void unavailable(Context ctx, Submission submission) throws IOException {
    ctx.header("Retry-After", RETRY_AFTER_SECONDS);
    if (Incoming.wantsJson(ctx)) {
      UNAVAILABLE.write(ctx, Map.of("message", submission.sentence("unavailable")));
      return;
    }
    List<Form.FieldError> none = List.of(new Form.FieldError("", "unavailable"));
    show(ctx, 503, widgets.reshown(submission.key(), new Attempt(submission.typed(), none)));
  }

  static void show(Context ctx, int status, Optional<Rendered> page) throws IOException {
    Rendered rendered = page.orElseThrow();
    ctx.status(status);
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Content-Type-Options", "nosniff");
    rendered.headers().forEach(ctx::header);
    ctx.contentType(rendered.contentType()).result(rendered.text());
  }

  private static void notFound(Context ctx) {
    if (Incoming.wantsJson(ctx)) {
      Problem.NOT_FOUND.write(ctx);
    } else {
      NotFoundPage.write(ctx);
    }
  }

  private static void methodNotAllowed(Context ctx) {
    ctx.header("Allow", "GET, HEAD, OPTIONS");
    new Problem(
            405,
            "method",
            "This address takes no submissions.",
            "Send them to the page of a widget that has a form.")
        .write(ctx);
  }
}
