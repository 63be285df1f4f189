/** Turns content into bytes that are ready to be sent: HTML by jte, JSON by Jackson, encodings. */
@NullMarked
package org.handbill.widget.render;

import org.jspecify.annotations.NullMarked;
