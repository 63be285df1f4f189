package org.handbill.widget.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What every widget's file has, whatever its type, and the rest of it as a {@link Node}.
 *
 * @param id the file's stem
 * @param title what it is called
 * @param text a line or two under the title; empty for none
 * @param fallbackUrl where the plain link leads instead of the widget's own page
 * @param formerly ids that it had before, whose snippets and links go on working
 * @param closed what is shown in its place, once it is no longer offered
 * @param draft kept out of the builder
 * @param node the whole file
 */
public record WidgetFile(
    WidgetId id,
    Localized<String> title,
    Localized<RichText> text,
    Optional<URI> fallbackUrl,
    List<WidgetId> formerly,
    Optional<Closing> closed,
    boolean draft,
    Node node) {

  public WidgetFile {
    formerly = List.copyOf(formerly);
  }
}
