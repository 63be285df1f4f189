/** Widgets. */
@NullMarked
package org.handbill.widget;

import org.jspecify.annotations.NullMarked;
