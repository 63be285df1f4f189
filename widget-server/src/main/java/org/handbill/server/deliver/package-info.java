/** From the durable queue to people and CRMs: confirmation mails and the channels. */
@NullMarked
package org.handbill.server.deliver;

import org.jspecify.annotations.NullMarked;
