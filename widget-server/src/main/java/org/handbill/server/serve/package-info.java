/** Snippets, assets and pages: writes bytes that are ready, and never renders in a handler. */
@NullMarked
package org.handbill.server.serve;

import org.jspecify.annotations.NullMarked;
