package org.handbill.widget.source;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.Picture;
import org.handbill.widget.model.SourceBytes;

/**
 * What is known of sources and links and has to survive a restart. Implementations are thread-safe
 * and may throw any unchecked exception while they cannot be reached: then everything goes on with
 * what is in memory.
 */
public interface SourceMemory {

  /** Remembers nothing. */
  SourceMemory NONE =
      new SourceMemory() {
        @Override
        public Optional<Kept> source(URI uri) {
          return Optional.empty();
        }

        @Override
        public void keep(Kept source) {}

        @Override
        public boolean accepted(URI uri, Instant since) {
          return false;
        }

        @Override
        public Map<URI, LinkHealth> health(Collection<URI> links) {
          return Map.of();
        }

        @Override
        public void keep(Map<URI, LinkHealth> links) {}
      };

  /**
   * A source as it was when it was last fetched.
   *
   * @param bytes its last good copy
   * @param etag what the copy came with (RFC 9110, 8.8.3)
   * @param lastModified likewise (RFC 9110, 8.8.2)
   */
  record Kept(
      SourceStatus status,
      Optional<SourceBytes> bytes,
      Optional<String> etag,
      Optional<String> lastModified) {}

  /** What was kept of a source. */
  Optional<Kept> source(URI uri);

  /** Keeps a source, in place of what was kept of that address. */
  void keep(Kept source);

  /** True when an editor has said, after that moment, that what is held back is right. */
  boolean accepted(URI uri, Instant since);

  /** What was kept of these links. */
  Map<URI, LinkHealth> health(Collection<URI> links);

  /** Keeps what is known of links. */
  void keep(Map<URI, LinkHealth> links);

  /** What was kept of the picture at an address; none where pictures are not remembered. */
  default Optional<Picture> picture(URI uri) {
    return Optional.empty();
  }

  /** Keeps a picture, in place of what was kept of that address. */
  default void keep(URI uri, Picture picture) {}
}
