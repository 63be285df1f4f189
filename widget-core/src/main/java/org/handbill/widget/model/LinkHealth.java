package org.handbill.widget.model;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a link was when it was last followed.
 *
 * @param state what came of it
 * @param movedTo where it leads now, for one that has moved for good
 * @param checked when it was last followed
 * @param since since when it has been like that
 */
public record LinkHealth(State state, Optional<URI> movedTo, Instant checked, Instant since) {

  /** What came of following a link. */
  public enum State {
    /** There is something. */
    OK,
    /** It leads elsewhere for good. */
    MOVED,
    /** The server turns programs away, which says nothing about people. */
    BLOCKED,
    /** No answer, or the server's own failure; it may come back. */
    UNREACHABLE,
    /** It is gone. */
    DEAD;

    /** The word that stands for it in data. */
    public String param() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
