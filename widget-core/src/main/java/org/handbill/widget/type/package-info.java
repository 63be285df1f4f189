/** The built-in types of widgets, a folder each. */
@NullMarked
package org.handbill.widget.type;

import org.jspecify.annotations.NullMarked;
