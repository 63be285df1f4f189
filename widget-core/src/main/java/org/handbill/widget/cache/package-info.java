/** What is ready to be sent: bounded, loaded once for many askers, never emptied by a failure. */
@NullMarked
package org.handbill.widget.cache;

import org.jspecify.annotations.NullMarked;
