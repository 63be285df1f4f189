/** The only place with SQL: sign-ups and the wordings that they were agreed to by. */
@NullMarked
package org.handbill.server.store;

import org.jspecify.annotations.NullMarked;
