package org.handbill.server.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A sign-up as it is kept. It holds no address of the visitor's machine.
 *
 * @param id ours
 * @param submissionId the browser's, so that a retry is one sign-up
 * @param receivedAt when it was received
 * @param widget the form's id
 * @param member whose page it came from; empty for none
 * @param language the visitor's
 * @param values what was typed and checked, by field name; {@code email} is always there
 * @param consentVersion the wording that was agreed to
 */
public record Signup(
    UUID id,
    UUID submissionId,
    Instant receivedAt,
    String widget,
    String member,
    String language,
    Map<String, String> values,
    String consentVersion) {

  public Signup {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
