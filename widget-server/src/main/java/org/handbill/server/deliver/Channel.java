package org.handbill.server.deliver;

import org.handbill.server.store.Delivery;

/**
 * A place that sign-ups are delivered to. One class a kind; {@link Channels} lists them.
 * Implementations are thread-safe and keep nothing between calls.
 */
public interface Channel {

  /**
   * Tells it once. It may have been told before under the same {@link Delivery#id()}, when an
   * answer was lost. Blocks for 30 seconds at most, and never throws for what the other side does.
   */
  Outcome deliver(Delivery delivery);

  /**
   * What a test submission does in place of {@link #deliver}: it reaches no list. A channel that
   * can mark a test as one tells it; the others ask whether they could tell it.
   */
  default Outcome rehearse(Delivery delivery) {
    return probe();
  }

  /** Asks whether it can be reached and takes our key, without touching a list. */
  Outcome probe();
}
