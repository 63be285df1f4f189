package org.handbill.widget;

import java.net.URI;
import java.util.Optional;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.WidgetId;

/**
 * A link that a widget shows, and how it was when it was last followed.
 *
 * @param widget the widget
 * @param uri where it leads
 * @param health empty while it was never followed, and for one that is not followed at all, such as
 *     an address on a private network
 */
public record FollowedLink(WidgetId widget, URI uri, Optional<LinkHealth> health) {}
