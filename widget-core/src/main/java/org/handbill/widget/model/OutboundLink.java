package org.handbill.widget.model;

import java.net.URI;

/**
 * An address that a widget sends its visitors to.
 *
 * @param uri http or https
 * @param allowPrivate whether it may be on a private network or this machine when it is checked;
 *     only an operator can allow it
 */
public record OutboundLink(URI uri, boolean allowPrivate) {}
