package org.handbill.widget.model;

import java.net.URI;
import java.util.Optional;

/**
 * What every widget's file has, whatever its type, and the rest of it as a {@link Node}.
 *
 * @param id the file's stem
 * @param title what it is called
 * @param text a line or two under the title; empty for none
 * @param fallbackUrl where the plain link leads instead of the widget's own page
 * @param draft kept out of the gallery and the export
 * @param node the whole file
 */
public record WidgetFile(
    WidgetId id,
    Localized<String> title,
    Localized<RichText> text,
    Optional<URI> fallbackUrl,
    boolean draft,
    Node node) {}
