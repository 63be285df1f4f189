/** Writes into a page as markup what only the eye sees: its headings, names and parts. */
@NullMarked
package org.handbill.widget.type.resources.page.mark;

import org.jspecify.annotations.NullMarked;
