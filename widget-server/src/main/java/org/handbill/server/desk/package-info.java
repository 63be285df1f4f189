/** What webmasters see: the builder of snippets, and the operator's page. */
@NullMarked
package org.handbill.server.desk;

import org.jspecify.annotations.NullMarked;
