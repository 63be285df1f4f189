/** Reads the markup as a row of headings, texts and links. */
@NullMarked
package org.handbill.widget.type.resources.page.block;

import org.jspecify.annotations.NullMarked;
