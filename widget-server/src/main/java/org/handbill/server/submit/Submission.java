package org.handbill.server.submit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handbill.server.store.Signup;
import org.handbill.server.store.Signup.Proof;
import org.handbill.widget.SnippetKey;
import org.handbill.widget.model.Consent;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.Member;

/**
 * One submission on its way.
 *
 * @param key what was asked for
 * @param member whose page it comes from
 * @param typed all that was sent, by name
 */
record Submission(SnippetKey key, Optional<Member> member, Form form, Map<String, String> typed) {

  /** The wording as it is shown now. */
  Consent.Wording wording() {
    return form.consent().wording(key.language(), member);
  }

  /** The version of the wording that was shown; one who names none gets the current one's. */
  String consentVersion() {
    String named = typed.getOrDefault("consent-version", "");
    return named.isEmpty() ? wording().version() : named;
  }

  /** A sentence of the form's own, in the visitor's language. */
  String sentence(String name) {
    return form.messages().in(key.language()).get(name);
  }

  /**
   * What is kept of it.
   *
   * @param controllers who receives the data by the wording that was shown; the network alone by
   *     one that named nobody
   */
  Signup signup(
      Map<String, String> values, List<String> controllers, Optional<Proof> proof, Clock clock) {
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
        controllers.isEmpty() ? List.of(form.consent().network()) : controllers,
        form.doubleOptIn(),
        typed.getOrDefault("test", "").equals("true"),
        proof);
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
