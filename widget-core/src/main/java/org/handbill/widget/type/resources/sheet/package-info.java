/** Reads resource lists out of sheets: CSV and its kin, as people and forms fill them. */
@NullMarked
package org.handbill.widget.type.resources.sheet;

import org.jspecify.annotations.NullMarked;
