/** The donate button: amounts and frequencies as links to the network's donation platform. */
@NullMarked
package org.handbill.widget.type.donate;

import org.jspecify.annotations.NullMarked;
