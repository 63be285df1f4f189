/** Amounts of money, as people write and say them. */
@NullMarked
package org.handbill.widget.type.donate.money;

import org.jspecify.annotations.NullMarked;
