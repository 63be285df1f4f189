package org.handbill.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one channel is to be told of one person, as it stands in the queue. It never changes once it
 * is queued, so that every attempt says the same.
 *
 * @param id the idempotency key: the same for every attempt, another for every delivery
 * @param channel the id of the channel, as in {@code handbill.yaml}
 * @param event what happened
 * @param at when it happened
 * @param person whom it is about
 * @param test true for a test submission, which reaches no list
 */
public record Delivery(
    String id, String channel, Event event, Instant at, Person person, boolean test) {

  /** What a channel can be told. */
  public enum Event {
    /** Somebody is on the list: confirmed, or without double opt-in. */
    SIGNUP,
    /** Somebody no longer wants to be written to. */
    UNSUBSCRIBE,
    /** Somebody wants to be forgotten. */
    ERASE
  }

  /**
   * A person and what they agreed to. Of one who unsubscribes or is erased, only {@code email} is
   * there; the texts are empty.
   *
   * @param email the address
   * @param values what was typed and checked, by field name, {@code email} included; several
   *     choices of one field are separated by a comma and a space
   * @param signup the id of the sign-up
   * @param widget the form's id
   * @param member the id of the member whose page it came from; empty for none
   * @param source that member's source code; empty for none
   * @param language the visitor's, as a BCP 47 tag
   * @param consent what was agreed to
   */
  public record Person(
      String email,
      Map<String, String> values,
      String signup,
      String widget,
      String member,
      String source,
      String language,
      Receipt consent) {

    public Person {
      values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
    }
  }

  /**
   * A consent receipt.
   *
   * @param version the wording's version
   * @param text the very wording, as clean HTML
   * @param controllers who receives the data, by name
   * @param givenAt RFC 3339
   * @param confirmedAt RFC 3339; empty where no confirmation was asked for
   */
  public record Receipt(
      String version, String text, List<String> controllers, String givenAt, String confirmedAt) {

    /** Of one who has withdrawn. */
    public static final Receipt NONE = new Receipt("", "", List.of(), "", "");

    public Receipt {
      controllers = List.copyOf(controllers);
    }
  }
}
