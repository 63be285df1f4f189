package org.handbill.server.deliver;

/** Sends mails. Implementations are thread-safe. */
public interface Mailer {

  /**
   * Hands a mail over; blocks until it was taken or refused. Never throws for what a server does.
   */
  Outcome send(Mail mail);

  /** Asks whether mails could be sent now, without sending one. */
  Outcome probe();
}
