package org.handbill.server.submit;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handbill.server.store.StoreUnavailableException;
import org.handbill.server.submit.guard.Guard;
import org.handbill.server.submit.guard.Guard.Verdict;
import org.handbill.server.web.Problem;
import org.handbill.widget.SnippetKey;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.FormContent.Attempt;

/** Answers submissions that the guard did not let through, on either door. */
final class GuardAnswers {

  private static final String SUBMISSION_ID = "submission-id";

  private final Widgets widgets;
  private final Guard guard;

  GuardAnswers(Widgets widgets, Guard guard) {
    this.widgets = widgets;
    this.guard = guard;
  }

  void write(Context ctx, SnippetKey key, Form form, Guard.Visit visit, Verdict verdict)
      throws IOException, StoreUnavailableException {
    if (verdict instanceof Verdict.Busy busy) {
      busy(ctx, key, form, visit, busy.retryAfter());
    } else if (verdict instanceof Verdict.Unproven unproven && Incoming.wantsJson(ctx)) {
      unproven(ctx, key, form, unproven.code());
    } else if (verdict instanceof Verdict.OneMoreStep step) {
      SubmissionHandler.show(ctx, 200, widgets.oneMoreStep(key, held(visit.typed(), step.pass())));
    } else {
      write(ctx, key, form, visit, guard.oneMoreStep(visit));
    }
  }

  private void unproven(Context ctx, SnippetKey key, Form form, String code) {
    Form.FieldError error = new Form.FieldError("altcha", code);
    Map<String, Object> more = new LinkedHashMap<>();
    more.put(
        "errors",
        List.of(
            Map.of(
                "field", error.field(),
                "code", error.code(),
                "message", form.sentence(error, key.language()))));
    more.put("challenge", widgets.pages(key).orElseThrow().challenge().toString());
    new Problem(
            422,
            "proof",
            "There is no proof of work that is good for this submission.",
            "Get the challenge, solve it, and send the answer as altcha.")
        .write(ctx, more);
  }

  /** All that was typed, with a pass; and a name for it, so that a double click is one sign-up. */
  private static Map<String, String> held(Map<String, String> typed, String pass) {
    Map<String, String> held = new LinkedHashMap<>(typed);
    List.of("altcha", "website").forEach(held::remove);
    held.put("pass", pass);
    if (held.getOrDefault(SUBMISSION_ID, "").isEmpty()) {
      held.put(SUBMISSION_ID, UUID.randomUUID().toString());
    }
    return held;
  }

  private void busy(Context ctx, SnippetKey key, Form form, Guard.Visit visit, Duration retryAfter)
      throws IOException {
    ctx.header("Retry-After", String.valueOf(retryAfter.toSeconds() + 1));
    if (Incoming.wantsJson(ctx)) {
      new Problem(
              429,
              "busy",
              "Too many sign-ups are coming in.",
              "Nothing was kept. Send it again after the time in Retry-After.")
          .write(ctx, Map.of("message", form.messages().in(key.language()).get("busy")));
      return;
    }
    List<Form.FieldError> busy = List.of(new Form.FieldError("", "busy"));
    SubmissionHandler.show(ctx, 429, widgets.reshown(key, new Attempt(visit.typed(), busy)));
  }
}
