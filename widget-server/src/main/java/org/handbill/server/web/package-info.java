/** How requests are understood and answers are written: targets, problems, headers, origins. */
@NullMarked
package org.handbill.server.web;

import org.jspecify.annotations.NullMarked;
