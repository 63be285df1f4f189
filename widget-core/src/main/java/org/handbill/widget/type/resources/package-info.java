/** The resource list: reads links under their headings out of pages that nobody prepared. */
@NullMarked
package org.handbill.widget.type.resources;

import org.jspecify.annotations.NullMarked;
