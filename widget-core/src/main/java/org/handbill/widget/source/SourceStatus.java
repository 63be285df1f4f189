package org.handbill.widget.source;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a source is.
 *
 * @param uri its address; of a file its path in the network folder, as a relative reference
 * @param state what came of the last fetch or reading
 * @param reason what an editor should know, in plain words; empty where all is well
 * @param since since when it has been in that state
 * @param goodAt when what is served came; empty while nothing of it ever did
 */
public record SourceStatus(
    URI uri, State state, String reason, Instant since, Optional<Instant> goodAt) {

  /** What came of the last fetch or reading. */
  public enum State {
    /** What it holds is served. */
    OK,
    /** It cannot be read; its last good copy is served. */
    BROKEN,
    /** It has lost most of its entries, so its last good copy is served until somebody looks. */
    HELD;

    /** The word that stands for it in data. */
    public String param() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
