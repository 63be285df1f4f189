package org.handbill.server.deliver;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tests of mails share: a sender, a clock that stands, a mail, and how to read one. */
final class Mails {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:15:30Z"), ZoneOffset.UTC);
  static final Sender SENDER =
      Sender.of(Optional.empty(), URI.create("https://widgets.example.org"), "Open Doors Network");
  static final MailComposer COMPOSER = new MailComposer(SENDER, CLOCK);

  /**
   * The names of all fields that {@link #to} has when it arrives, besides those that servers on the
   * way add.
   */
  static final List<String> FIELDS =
      List.of(
          "Auto-Submitted",
          "Content-Language",
          "Content-Type",
          "Date",
          "From",
          "MIME-Version",
          "Message-ID",
          "Subject",
          "To");

  private static final Set<String> OF_THE_WAY = Set.of("Received", "Return-Path");

  private Mails() {}

  static Mail to(String address) {
    return new Mail(address, "en", "Please confirm", "Text.\n", "<p>HTML.</p>\n", Map.of());
  }

  static List<String> fields(MimeMessage message) throws MessagingException {
    return Collections.list(message.getAllHeaders()).stream()
        .map(Header::getName)
        .filter(name -> !OF_THE_WAY.contains(name))
        .sorted()
        .toList();
  }

  /** The alternative of that index: 0 is plain text, 1 is HTML. */
  static String part(MimeMessage message, int index) throws MessagingException, IOException {
    return (String) ((MimeMultipart) message.getContent()).getBodyPart(index).getContent();
  }
}
