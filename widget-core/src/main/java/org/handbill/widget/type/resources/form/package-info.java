/** Writes resource lists for machines: feeds, a table, HSDS, and what search engines read. */
@NullMarked
package org.handbill.widget.type.resources.form;

import org.jspecify.annotations.NullMarked;
