package org.handbill.server.deliver;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of one attempt. The reasons are plain words for an operator, without anything of a
 * person and without secrets.
 */
public sealed interface Outcome {

  /** It was taken. */
  record Delivered() implements Outcome {}

  /**
   * It may be taken later.
   *
   * @param reason why not now
   * @param after how long the other side asked to wait; empty for the usual schedule
   */
  record Later(String reason, Optional<Duration> after) implements Outcome {}

  /** It will never be taken as it is, so it is put aside for an operator to look at. */
  record Refused(String reason) implements Outcome {}

  /** The other side asked never to be called again (410): all of its deliveries are put aside. */
  record Gone(String reason) implements Outcome {}

  /**
   * Nobody can tell whether it was taken: the connection broke off between the last word and its
   * answer.
   */
  record Unsure(String reason) implements Outcome {}
}
