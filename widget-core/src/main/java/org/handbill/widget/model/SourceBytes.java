package org.handbill.widget.model;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What was read from a {@link Source}.
 *
 * @param bytes as they came, after decompression; not to be changed
 * @param mediaType as the server named it, with a charset where it gave one; a file's is guessed
 *     from its name
 * @param base what relative links in it are relative to
 * @param modified when it last changed, where that is known; to the millisecond, as it is kept, so
 *     that whoever recalls it gives the same bytes as whoever read it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied by nobody
public record SourceBytes(
    byte[] bytes, Optional<String> mediaType, URI base, Optional<Instant> modified) {

  public SourceBytes {
    modified = modified.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
  }
}
