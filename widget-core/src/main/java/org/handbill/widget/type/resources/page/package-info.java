/** Reads links under their headings out of HTML and Markdown that nobody prepared. */
@NullMarked
package org.handbill.widget.type.resources.page;

import org.jspecify.annotations.NullMarked;
