package org.handbill.widget.model;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where a widget's content comes from. A type names its sources; it never reads them itself. */
public sealed interface Source {

  /** Where an editor wrote it, for whoever has to say that it cannot be read. */
  Place place();

  /**
   * A file of the network folder.
   *
   * @param path relative to the folder, with {@code /}; it cannot lead out of the folder
   * @param base what relative links in it are relative to
   */
  record InFolder(String path, Optional<URI> base, Place place) implements Source {}

  /**
   * An address on the web.
   *
   * @param uri http or https
   * @param every how long a copy is good
   * @param allowPrivate whether the address may be on a private network or this machine; only an
   *     operator can allow it
   * @param holdFor how long a copy that has lost most of its entries is held back
   * @param paging how it is read to its end, where it may answer in pages
   */
  record AtUrl(
      URI uri,
      Duration every,
      boolean allowPrivate,
      Duration holdFor,
      Optional<Paging> paging,
      Place place)
      implements Source {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** One that is held back for a day and answers in one piece. */
    public AtUrl(URI uri, Duration every, boolean allowPrivate, Place place) {
      this(uri, every, allowPrivate, A_DAY, Optional.empty(), place);
    }

    /** The same, read to its end. */
    public AtUrl with(Optional<Paging> pages) {
      return new AtUrl(uri, every, allowPrivate, holdFor, pages, place);
    }
  }
}
