package org.handbill.server.submit.guard;

import org.handbill.server.store.Signup.Proof;

/** What a proof of work or a pass is worth. */
sealed interface Evidence {

  /** It is good, unless another submission has used it; the store knows that. */
  record Good(Proof proof) implements Evidence {}

  /** It is good for nothing. */
  record Bad(Caught.Reason reason) implements Evidence {}
}
