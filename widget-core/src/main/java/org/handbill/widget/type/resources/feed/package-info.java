/** Reads resource lists out of feeds: RSS, Atom and JSON Feed. */
@NullMarked
package org.handbill.widget.type.resources.feed;

import org.jspecify.annotations.NullMarked;
