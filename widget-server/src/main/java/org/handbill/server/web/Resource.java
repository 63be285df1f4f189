package org.handbill.server.web;

import org.handbill.widget.render.Rendered;

/**
 * Bytes that are ready, and how long they stay good.
 *
 * @param rendered the bytes
 * @param freshness the value of {@code Cache-Control}
 */
public record Resource(Rendered rendered, Freshness freshness) {

  /** How caches may treat an answer. */
  public enum Freshness {
    /** A minute, and the last good one for a day while the server is away. */
    SHORT("public, max-age=60, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400"),
    /** For good: the name changes when the bytes do. */
    IMMUTABLE("public, max-age=31536000, immutable"),
    /** Not at all. */
    NONE("no-store");

    private final String cacheControl;

    Freshness(String cacheControl) {
      this.cacheControl = cacheControl;
    }

    /** The value of the field. */
    public String cacheControl() {
      return cacheControl;
    }
  }
}
