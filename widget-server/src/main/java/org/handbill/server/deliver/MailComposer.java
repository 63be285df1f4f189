package org.handbill.server.deliver;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/**
 * Makes of a {@link Mail} the message that is sent (RFC 5322, RFC 2045): one recipient, plain text
 * and HTML as alternatives, every octet of it ASCII unless the recipient's own address is not.
 * Thread-safe.
 */
final class MailComposer {

  private static final String CHARSET = "UTF-8";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final Sender sender;
  private final Clock clock;

  MailComposer(Sender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * A session of the mail library, without its log of what is said.
   *
   * @param international true for a recipient whom only UTF-8 can name
   */
  static Session session(Map<String, String> settings, boolean international) {
    Properties properties = new Properties();
    properties.putAll(settings);
    properties.setProperty("mail.mime.allowutf8", String.valueOf(international));
    return Session.getInstance(properties);
  }

  MimeMessage compose(Session session, Mail mail, MailAddress to) throws MessagingException {
    MimeMessage message = new Identified(session, sender.host());
    message.setFrom(from());
    message.setRecipient(Message.RecipientType.TO, to.internet());
    message.setSubject(mail.subject(), CHARSET);
    message.setHeader("Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834, 5
    message.setHeader("Content-Language", mail.language());
    for (Map.Entry<String, String> field : mail.headers().entrySet()) {
      message.setHeader(field.getKey(), field.getValue());
    }
    message.setContent(
        new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
    message.saveChanges();
    return message;
  }

  private InternetAddress from() throws MessagingException {
    try {
      return new InternetAddress(
          sender.address(), sender.name().isEmpty() ? null : sender.name(), CHARSET);
    } catch (UnsupportedEncodingException e) {
      throw new MessagingException("Every JDK has " + CHARSET, e);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, CHARSET, subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  /** A message whose identifier is on the public host, not on this machine's own name. */
  private static final class Identified extends MimeMessage {
    private final String host;

    Identified(Session session, String host) {
      super(session);
      this.host = host;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + host + ">");
    }
  }
}
