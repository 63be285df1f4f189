/** Keeps automatic submissions out, the same way for a browser's form and for JSON. */
@NullMarked
package org.handbill.server.submit.guard;

import org.jspecify.annotations.NullMarked;
