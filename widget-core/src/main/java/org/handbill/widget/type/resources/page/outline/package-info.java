/** Makes entries of that row, each with its title and words, in groups under their headings. */
@NullMarked
package org.handbill.widget.type.resources.page.outline;

import org.jspecify.annotations.NullMarked;
