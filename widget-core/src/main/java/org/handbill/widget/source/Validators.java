package org.handbill.widget.source;

import java.util.Optional;

/**
 * What a server gave along with content, to be sent back when asking whether it changed (RFC 9110,
 * section 8.8).
 *
 * @param etag the {@code ETag} header as it came
 * @param lastModified the {@code Last-Modified} header as it came
 */
record Validators(Optional<String> etag, Optional<String> lastModified) {

  /** Nothing to ask with: the content always comes whole. */
  static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  boolean isEmpty() {
    return etag.isEmpty() && lastModified.isEmpty();
  }
}
