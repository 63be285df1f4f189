package org.handbill.server.deliver;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.handbill.widget.model.DomainName;

/**
 * An address that a mail can go to: one mailbox, written so that no server and no program reads
 * anything else in it. A dot-atom (RFC 5322, 3.2.3) or letters, digits and marks of any script (RFC
 * 6531) before the {@code @}, a host name behind it. Quoted local parts, comments, routes, groups
 * and address literals are of the standards, but not of any visitor's own address; they are none.
 *
 * @param local what stands before the {@code @}
 * @param domain the host name in ASCII, as the DNS has it
 */
record MailAddress(String local, String domain) {

  private static final int LONGEST_LOCAL_OCTETS = 64; // RFC 5321, 4.5.3.1.1
  private static final int LONGEST_OCTETS = 254; // RFC 5321, 4.5.3.1.3, less the angle brackets
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}]");
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\p{L}\\p{M}\\p{N}-]+";
  private static final Pattern DOT_ATOM = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern HOST =
      Pattern.compile("(?:" + LABEL + "\\.)+(?=[a-z0-9-]*[a-z])" + LABEL);

  /** The address that a text is, or empty where it is none, or more than one. */
  static Optional<MailAddress> parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || text.length() > LONGEST_OCTETS || UNSEEN.matcher(text).find()) {
      return Optional.empty();
    }
    String local = text.substring(0, at);
    if (octets(local) > LONGEST_LOCAL_OCTETS || !DOT_ATOM.matcher(local).matches()) {
      return Optional.empty();
    }
    return DomainName.ascii(text.substring(at + 1))
        .filter(domain -> HOST.matcher(domain).matches())
        .map(domain -> new MailAddress(local, domain))
        .filter(address -> octets(address.text()) <= LONGEST_OCTETS && address.isOneMailbox());
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** True where the mail library reads the very same in it. */
  private boolean isOneMailbox() {
    try {
      InternetAddress[] read = InternetAddress.parse(text(), true);
      return read.length == 1 && read[0].equals(internet()) && read[0].toString().equals(text());
    } catch (AddressException none) {
      return false;
    }
  }

  /** True where only a server with SMTPUTF8 (RFC 6531) can take it. */
  boolean international() {
    return octets(local) != local.length();
  }

  /** As it is sent. */
  String text() {
    return local + "@" + domain;
  }

  /** For the mail library. */
  InternetAddress internet() {
    InternetAddress address = new InternetAddress();
    address.setAddress(text());
    return address;
  }

  /** Nothing of it, so that no log can hold it. */
  @Override
  public String toString() {
    return "MailAddress[…]";
  }
}
