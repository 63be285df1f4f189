/** What webmasters see: the gallery of widgets and their snippets. */
@NullMarked
package org.handbill.server.desk;

import org.jspecify.annotations.NullMarked;
