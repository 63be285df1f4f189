package org.handbill.widget.type.resources;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.RichText;

/**
 * One entry of a resource list.
 *
 * @param title what a reader looks for; one line, never empty
 * @param url where its main link leads
 * @param links further links of the same entry: its translations, its PDF, its telephone
 * @param summary what the page says about it
 * @param language what it is written in, where the page tells
 * @param updated when the page says that it last changed
 */
record Item(
    String title,
    URI url,
    List<Link> links,
    RichText summary,
    Optional<Language> language,
    Kind kind,
    Optional<LocalDate> updated) {

  Item {
    links = List.copyOf(links);
  }
}
