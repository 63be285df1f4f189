package org.handbill.server.submit;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handbill.server.store.Signup;
import org.handbill.server.store.SignupStore;
import org.handbill.server.store.StoreUnavailableException;
import org.handbill.server.web.JsonBody;
import org.handbill.server.web.NotFoundPage;
import org.handbill.server.web.Origins;
import org.handbill.server.web.Problem;
import org.handbill.server.web.RequestTarget;
import org.handbill.widget.Resolution;
import org.handbill.widget.SnippetKey;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Consent;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.FormContent.Attempt;
import org.handbill.widget.model.Member;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;

/**
 * {@code POST /w/{id}}: read, check, store, answer. A browser's form and JSON go the same way; only
 * the answers differ.
 */
public final class SubmissionHandler {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final String RETRY_AFTER_SECONDS = "5";
  private static final String FORM_TYPE = "application/x-www-form-urlencoded";
  private static final String JSON_TYPE = "application/json";

  private final Widgets widgets;
  private final SignupStore store;
  private final Origins origins;
  private final Clock clock;

  public SubmissionHandler(Widgets widgets, SignupStore store, Origins origins, Clock clock) {
    this.widgets = widgets;
    this.store = store;
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
    Optional<Map<String, String>> typed = read(ctx);
    if (typed.isPresent()) {
      submit(ctx, widget, typed.get());
    }
  }

  /** False for a widget without a form; one that does not exist is told apart later. */
  private boolean takesSubmissions(RequestTarget.Widget target) {
    return target.as() == Representation.PAGE
        && (!(widgets.resolve(target.id(), Representation.PAGE, Map.of())
                instanceof Resolution.Found found)
            || widgets.form(found.key().widget()).isPresent());
  }

  private Optional<Map<String, String>> read(Context ctx) {
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
    Optional<Form> form = widgets.form(found.key().widget());
    if (form.isEmpty()) {
      methodNotAllowed(ctx);
      return;
    }
    Optional<Member> member = widgets.network().member(found.key().member());
    Submission submission = new Submission(found.key(), member, form.get(), typed);
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
      if (store.knows(submission.consentVersion())) {
        store.save(submission.signup(values, clock));
        received(ctx, submission);
      } else {
        mend(ctx, submission, List.of(new Form.FieldError(Form.CONSENT, "outdated")));
      }
    } catch (StoreUnavailableException e) {
      unavailable(ctx, submission);
    }
  }

  /** One submission on its way. */
  private record Submission(
      SnippetKey key, Optional<Member> member, Form form, Map<String, String> typed) {

    /** The wording as it is shown now. */
    Consent.Wording wording() {
      return form.consent().wording(key.language(), member);
    }

    /** The version of the wording that was shown; one who names none gets the current one's. */
    String consentVersion() {
      String named = typed.getOrDefault("consent-version", "");
      return named.isEmpty() ? wording().version() : named;
    }

    Signup signup(Map<String, String> values, Clock clock) {
      return new Signup(
          UUID.randomUUID(),
          submissionId(),
          clock.instant(),
          key.widget().value(),
          key.member(),
          member.map(Member::sourceCode).orElse(""),
          key.language().tag(),
          values,
          consentVersion(),
          wording().controllers(),
          form.doubleOptIn(),
          typed.getOrDefault("test", "").equals("true"),
          Optional.empty());
    }

    /** An error for programs. */
    Map<String, String> told(Form.FieldError error) {
      Map<String, String> told = new LinkedHashMap<>();
      told.put("field", error.field());
      told.put("code", error.code());
      told.put("message", form.sentence(error, key.language()));
      if (!error.suggestion().isEmpty()) {
        told.put("suggestion", error.suggestion());
      }
      return told;
    }

    /** What is said once it is stored. */
    String message() {
      String success = form.success().in(key.language()).text();
      return (success + " " + form.next(key.language())).strip();
    }

    private UUID submissionId() {
      try {
        return UUID.fromString(typed.getOrDefault("submission-id", ""));
      } catch (IllegalArgumentException none) {
        return UUID.randomUUID();
      }
    }
  }

  private void received(Context ctx, Submission submission) {
    if (wantsJson(ctx)) {
      ctx.status(202);
      JsonBody.write(
          ctx, "application/json", Map.of("status", "received", "message", submission.message()));
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
    if (wantsJson(ctx)) {
      List<Map<String, String>> told = errors.stream().map(submission::told).toList();
      Map<String, Object> more = new LinkedHashMap<>();
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
    if (wantsJson(ctx)) {
      new Problem(
              503,
              "unavailable",
              "The sign-up could not be stored.",
              "Nothing was kept. Try again in a moment.")
          .write(ctx);
      return;
    }
    List<Form.FieldError> none = List.of(new Form.FieldError("", "unavailable"));
    show(ctx, 503, widgets.reshown(submission.key(), new Attempt(submission.typed(), none)));
  }

  private static void show(Context ctx, int status, Optional<Rendered> page) throws IOException {
    Rendered rendered = page.orElseThrow();
    ctx.status(status);
    ctx.header("Cache-Control", "no-store");
    ctx.header("X-Content-Type-Options", "nosniff");
    rendered.headers().forEach(ctx::header);
    ctx.contentType(rendered.contentType()).result(rendered.text());
  }

  private static void notFound(Context ctx) {
    if (wantsJson(ctx)) {
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

  private static boolean wantsJson(Context ctx) {
    String accept = ctx.header("Accept");
    return (accept != null && accept.contains(JSON_TYPE))
        || (mediaType(ctx.header("Content-Type")).equals(JSON_TYPE)
            && (accept == null || !accept.contains("text/html")));
  }

  private static String mediaType(@org.jspecify.annotations.Nullable String field) {
    return field == null ? "" : field.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
  }
}
