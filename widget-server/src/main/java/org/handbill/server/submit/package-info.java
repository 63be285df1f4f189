/** A visitor's submission: read, checked, stored, answered. */
@NullMarked
package org.handbill.server.submit;

import org.jspecify.annotations.NullMarked;
