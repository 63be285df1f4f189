package org.handbill.server.deliver;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Whom mails come from.
 *
 * @param address what answers would go to
 * @param name what mail programs show; empty for none
 * @param host the public host, for what names this server: {@code Message-ID} and {@code EHLO}
 */
public record Sender(String address, String name, String host) {

  private static final String SETTING = "HANDBILL_MAIL_FROM";

  /**
   * The sender that an operator set, or {@code no-reply} at the public host by the network's name.
   *
   * @param from {@code Open Doors <news@network.example.org>}, or the address alone
   * @param publicUrl where visitors reach the server
   * @param network the network's name
   * @throws IllegalArgumentException when the setting is not one address; the message does not
   *     repeat it
   */
  public static Sender of(Optional<String> from, URI publicUrl, String network) {
    String host = host(publicUrl);
    return from.map(text -> parse(text, host))
        .orElseGet(() -> new Sender("no-reply@" + host, Mail.line(network), host));
  }

  private static Sender parse(String text, String host) {
    try {
      InternetAddress[] read = InternetAddress.parse(text, true);
      if (read.length == 1 && !read[0].isGroup()) {
        Optional<MailAddress> address =
            MailAddress.parse(read[0].getAddress()).filter(one -> !one.international());
        if (address.isPresent()) {
          String name = read[0].getPersonal();
          return new Sender(address.get().text(), name == null ? "" : Mail.line(name), host);
        }
      }
    } catch (AddressException malformed) {
      // told below
    }
    throw new IllegalArgumentException(
        SETTING + " is not one address. Write one such as: Open Doors <news@network.example.org>");
  }

  /** The host as mails name it: an IP address in brackets (RFC 5321, 4.1.3). */
  private static String host(URI publicUrl) {
    String host = publicUrl.getHost();
    if (host.startsWith("[")) {
      return "[IPv6:" + host.substring(1);
    }
    return host.matches("[0-9.]+") ? "[" + host + "]" : host;
  }
}
