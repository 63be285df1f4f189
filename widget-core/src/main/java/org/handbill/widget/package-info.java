/** The facade: a network's widgets, read, rendered and kept ready. */
@NullMarked
package org.handbill.widget;

import org.jspecify.annotations.NullMarked;
