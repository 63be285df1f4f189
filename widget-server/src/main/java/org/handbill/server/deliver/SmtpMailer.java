package org.handbill.server.deliver;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.handbill.server.deliver.SmtpServer.Login;
import org.handbill.server.deliver.SmtpServer.Security;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends mails through an SMTP server (RFC 5321), each over a connection of its own. */
final class SmtpMailer implements Mailer {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);
  private static final Outcome DELIVERED = new Outcome.Delivered();
  private static final Outcome NO_UTF8 =
      new Outcome.Refused(
          "The address has letters beyond ASCII before the @, which the mail server does not take"
              + " (SMTPUTF8).");

  private final SmtpServer server;
  private final MailComposer composer;
  private final Map<String, String> settings;
  private final SSLSocketFactory sockets;

  /**
   * @param sockets makes the sockets of TLS; what it trusts, we trust
   * @param patience how long connecting, and each answer, may take
   */
  SmtpMailer(
      SmtpServer server,
      Sender sender,
      MailComposer composer,
      SSLSocketFactory sockets,
      Duration patience) {
    this.server = server;
    this.composer = composer;
    this.sockets = sockets;
    String timeout = String.valueOf(patience.toMillis());
    Map<String, String> all = new HashMap<>();
    all.put("mail.smtp.localhost", sender.host());
    all.put("mail.smtp.auth", String.valueOf(server.login().isPresent()));
    all.put("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
    all.put("mail.smtp.ssl.checkserveridentity", "true");
    all.put("mail.smtp.starttls.enable", String.valueOf(server.security() != Security.TLS));
    all.put("mail.smtp.starttls.required", String.valueOf(server.security() == Security.STARTTLS));
    all.put("mail.smtp.connectiontimeout", timeout);
    all.put("mail.smtp.timeout", timeout);
    all.put("mail.smtp.writetimeout", timeout);
    all.put("mail.smtp.quitwait", "false");
    this.settings = Map.copyOf(all);
  }

  @Override
  public Outcome send(Mail mail) {
    Optional<MailAddress> to = MailAddress.parse(mail.to());
    if (to.isEmpty()) {
      return Mailer.NO_ADDRESS;
    }
    Session session = session(to.get().international());
    Transport transport = new Transport(session);
    try {
      MimeMessage message = composer.compose(session, mail, to.get());
      Optional<Outcome> failed = connect(transport);
      if (failed.isPresent()) {
        return failed.get();
      }
      if (to.get().international() && !transport.supportsExtension("SMTPUTF8")) {
        return NO_UTF8;
      }
      transport.sendMessage(message, new Address[] {to.get().internet()});
      return DELIVERED;
    } catch (MessagingException failure) {
      return SmtpFailure.sending(failure, transport.handedOver);
    } finally {
      close(transport);
    }
  }

  /** A connection that knows whether the whole mail has left us. */
  private static final class Transport extends SMTPTransport {
    private boolean handedOver;

    Transport(Session session) {
      super(session, null);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      handedOver = true;
      super.finishData();
    }
  }

  @Override
  public Outcome probe() {
    SMTPTransport transport = new SMTPTransport(session(false), null);
    try {
      return connect(transport).orElse(DELIVERED);
    } finally {
      close(transport);
    }
  }

  private Session session(boolean international) {
    Session session = MailComposer.session(settings, international);
    session.getProperties().put("mail.smtp.ssl.socketFactory", sockets);
    return session;
  }

  /** Connects, makes the way safe, logs in; empty where all of it was done. */
  private Optional<Outcome> connect(SMTPTransport transport) {
    try {
      Optional<Login> login = server.login();
      transport.connect(
          server.host(),
          server.port(),
          login.map(Login::user).orElse(null),
          login.map(Login::password).orElse(null));
      return Optional.empty();
    } catch (MessagingException failure) {
      return Optional.of(SmtpFailure.connecting(failure));
    }
  }

  /** Says goodbye; what the server makes of it changes nothing of what it has answered. */
  private static void close(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException broken) {
      LOG.debug("A connection to the mail server did not end well");
    }
  }
}
