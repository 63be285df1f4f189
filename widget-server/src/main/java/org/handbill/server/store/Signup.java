package org.handbill.server.store;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A sign-up as it is kept. It holds no address of the visitor's machine.
 *
 * @param id ours
 * @param submissionId the browser's, so that a retry is one sign-up
 * @param receivedAt when it was received
 * @param widget the form's id
 * @param member whose page it came from; empty for none
 * @param source that member's source code; empty for none
 * @param language the visitor's
 * @param values what was typed and checked, by field name; {@code email} is always there
 * @param consentVersion the wording that was agreed to
 * @param controllers who receives the data, by name
 * @param doubleOptIn whether it waits for a confirmation by e-mail
 * @param test true for one that goes the whole way and reaches no list
 * @param proof the proof of work that came with it; empty where none was asked for
 */
public record Signup(
    UUID id,
    UUID submissionId,
    Instant receivedAt,
    String widget,
    String member,
    String source,
    String language,
    Map<String, String> values,
    String consentVersion,
    List<String> controllers,
    boolean doubleOptIn,
    boolean test,
    Optional<Proof> proof) {

  public Signup {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    controllers = List.copyOf(controllers);
  }

  /** The same as another submission. */
  Signup as(UUID submission) {
    return new Signup(
        id,
        submission,
        receivedAt,
        widget,
        member,
        source,
        language,
        values,
        consentVersion,
        controllers,
        doubleOptIn,
        test,
        proof);
  }

  /**
   * A proof of work, used up by this sign-up.
   *
   * @param id what tells it from all others
   * @param expiresAt when it would no longer be taken anyway
   */
  public record Proof(String id, Instant expiresAt) {}

  /** The e-mail address. */
  public String email() {
    return values.getOrDefault("email", "");
  }

  /** The address as people are told apart by it: in lower case. */
  String address() {
    return address(email());
  }

  static String address(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /** What a sign-up has come to. */
  public enum State {
    /** No confirmation was asked for. */
    ACCEPTED,
    /** Waits for a confirmation. */
    PENDING,
    /** Confirmed by the owner of the address. */
    CONFIRMED,
    /** Withdrawn by the owner of the address. */
    UNSUBSCRIBED;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String column) {
      return valueOf(column.toUpperCase(Locale.ROOT));
    }
  }
}
