/** What a resource list consists of, and what every reader of one knows about its words. */
@NullMarked
package org.handbill.widget.type.resources.entry;

import org.jspecify.annotations.NullMarked;
