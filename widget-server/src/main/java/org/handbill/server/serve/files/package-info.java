/** Everything that the server would answer, as files that any web server can send. */
@NullMarked
package org.handbill.server.serve.files;

import org.jspecify.annotations.NullMarked;
