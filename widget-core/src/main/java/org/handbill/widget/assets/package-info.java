/** What browsers load: the loader, the page's script, and the styles that every widget shares. */
@NullMarked
package org.handbill.widget.assets;

import org.jspecify.annotations.NullMarked;
