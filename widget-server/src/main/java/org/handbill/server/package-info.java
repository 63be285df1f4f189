/** The wiring: commands, settings, and every route on one page. */
@NullMarked
package org.handbill.server;

import org.jspecify.annotations.NullMarked;
