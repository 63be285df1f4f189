package org.handbill.widget.model;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where a widget's content comes from. A type names its sources; it never reads them itself. */
public sealed interface Source {

  /** How many bytes a source may have, where its file does not say. */
  int USUAL_BYTES = 2 * 1024 * 1024;

  /** Where an editor wrote it, for whoever has to say that it cannot be read. */
  Place place();

  /** How many bytes it may have, after decompression and with all of its pages. */
  int mostBytes();

  /**
   * A file of the network folder.
   *
   * @param path relative to the folder, with {@code /}; it cannot lead out of the folder
   * @param base what relative links in it are relative to
   * @param zipped whether it may be a folder, too, whose files then come together as a zip
   */
  record InFolder(String path, Optional<URI> base, int mostBytes, boolean zipped, Place place)
      implements Source {}

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
      int mostBytes,
      Place place)
      implements Source {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** One that is held back for a day, answers in one piece, and is of the usual size. */
    public AtUrl(URI uri, Duration every, boolean allowPrivate, Place place) {
      this(uri, every, allowPrivate, A_DAY, Optional.empty(), USUAL_BYTES, place);
    }

    /** The same, read to its end, of another size. */
    public AtUrl with(Optional<Paging> pages, int bytes) {
      return new AtUrl(uri, every, allowPrivate, holdFor, pages, bytes, place);
    }
  }
}
