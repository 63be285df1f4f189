package org.handbill.widget.model;

import java.time.Instant;

/**
 * The occasion on which content is written out in a form of its own.
 *
 * @param network who publishes
 * @param audience whom it is for
 * @param links the widget server's addresses
 * @param updated when the content last changed; the only time that a form may state as its own
 */
public record Publication(Network network, Audience audience, Links links, Instant updated) {}
