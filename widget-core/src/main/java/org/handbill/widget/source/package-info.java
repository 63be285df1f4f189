/** Where bytes come from: the network folder, and addresses on the web, guarded and conditional. */
@NullMarked
package org.handbill.widget.source;

import org.jspecify.annotations.NullMarked;
