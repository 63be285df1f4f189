/** widget-core in an application of one's own. */
@NullMarked
package org.handbill.example;

import org.jspecify.annotations.NullMarked;
