package org.handbill.server.deliver;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** Sends mails. Implementations are thread-safe. */
public interface Mailer {

  /** How long connecting to a mail server, and each of its answers, may take. */
  Duration PATIENCE = Duration.ofSeconds(15);

  /** Of a mail to what is not one mailbox; nothing of it is sent. */
  Outcome NO_ADDRESS =
      new Outcome.Refused("The address is not one that a mail can go to; nothing was sent.");

  /**
   * The mailer that an operator chose.
   *
   * @param smtp the server that takes mails; empty to write them as files
   * @param sender whom they come from
   * @param data the data folder; files go into {@code mail/} in it
   * @param clock for the dates of mails
   */
  static Mailer of(Optional<SmtpServer> smtp, Sender sender, Path data, Clock clock) {
    MailComposer composer = new MailComposer(sender, clock);
    SSLSocketFactory sockets = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return smtp.<Mailer>map(server -> new SmtpMailer(server, sender, composer, sockets, PATIENCE))
        .orElseGet(() -> new EmlMailer(data.resolve("mail"), composer, clock));
  }

  /**
   * Hands a mail over; blocks until it was taken or refused. Never throws for what a server does.
   */
  Outcome send(Mail mail);

  /** Asks whether mails could be sent now, without sending one. */
  Outcome probe();
}
