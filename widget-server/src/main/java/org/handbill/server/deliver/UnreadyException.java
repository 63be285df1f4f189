package org.handbill.server.deliver;

/**
 * A channel cannot be used as it is set up on this machine, such as without its key. The message is
 * a sentence for the operator and holds no secret.
 */
final class UnreadyException extends Exception {

  private static final long serialVersionUID = 1;

  UnreadyException(String reason) {
    super(reason);
  }

  /** Why the channel cannot be used. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
