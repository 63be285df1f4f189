/** What an editor points at on a page: what to read, and what to leave. */
@NullMarked
package org.handbill.widget.type.resources.page.steer;

import org.jspecify.annotations.NullMarked;
