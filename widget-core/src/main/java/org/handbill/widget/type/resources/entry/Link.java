package org.handbill.widget.type.resources.entry;

import java.net.URI;
import java.util.Optional;
import org.handbill.widget.model.Language;

/**
 * A further link of an {@link Item}.
 *
 * @param title the link's own words; one line, never empty
 */
public record Link(String title, URI url, Kind kind, Optional<Language> language) {

  /** Whether a browser can follow it. */
  public boolean isWeb() {
    return String.valueOf(url.getScheme()).startsWith("http");
  }
}
