/** The page on which webmasters choose a widget, see it, and copy its snippet. */
@NullMarked
package org.handbill.server.desk.builder;

import org.jspecify.annotations.NullMarked;
