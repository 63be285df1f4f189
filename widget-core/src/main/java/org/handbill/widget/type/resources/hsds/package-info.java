/** Reads resource lists out of Open Referral's Human Services Data Specification. */
@NullMarked
package org.handbill.widget.type.resources.hsds;

import org.jspecify.annotations.NullMarked;
