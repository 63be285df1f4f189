package org.handbill.widget.render;

import java.net.URI;

/**
 * The addresses of a widget for one audience.
 *
 * @param page the widget's own page
 * @param link where a plain link leads: the page, or what the widget names instead
 * @param received where a submission without JavaScript ends
 * @param challenge where a form gets its proof-of-work challenges
 * @param html the fragment
 * @param script the loader and the fragment in one
 * @param json the data
 * @param key what stands in {@code data-handbill}
 */
public record Pages(
    URI page, URI link, URI received, URI challenge, URI html, URI script, URI json, String key) {}
