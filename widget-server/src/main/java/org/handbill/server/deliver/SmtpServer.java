package org.handbill.server.deliver;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The server that takes our mails.
 *
 * @param host its name or address
 * @param port its port
 * @param security how the way there is kept from others
 * @param login whom it knows us as; empty for nobody
 */
public record SmtpServer(String host, int port, Security security, Optional<Login> login) {

  private static final String SETTING = "HANDBILL_SMTP_URL";
  private static final int SUBMISSION_PORT = 587; // RFC 6409
  private static final int TLS_PORT = 465; // RFC 8314

  /** How the way to a server is kept from others. */
  public enum Security {
    /** TLS from the first octet: {@code smtps:}. */
    TLS,
    /** STARTTLS (RFC 3207), or nothing is sent. */
    STARTTLS,
    /** STARTTLS where it is offered. */
    OPPORTUNISTIC
  }

  /** A name and a password; neither is ever shown. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[…]";
    }
  }

  /**
   * Reads {@code smtp://user:password@host:587} or {@code smtps://user:password@host:465}. Name and
   * password are percent-encoded and may be absent. With {@code smtp:} the server must offer
   * STARTTLS unless it is on this machine or {@code ?starttls=optional} stands at the end.
   *
   * @throws IllegalArgumentException telling what is wrong, without any part of the password
   */
  public static SmtpServer parse(String url) {
    URI uri = uri(url.strip());
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean tls = scheme.equals("smtps");
    if (!tls && !scheme.equals("smtp")) {
      throw wrong("its scheme is neither smtp nor smtps");
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw wrong("it has no host, or a port that is none, or characters to be percent-encoded");
    }
    if (!String.valueOf(uri.getRawPath()).matches("/?") || uri.getRawFragment() != null) {
      throw wrong("something stands behind the host and the port");
    }
    String host = uri.getHost().replaceAll("[\\[\\]]", "");
    int port = uri.getPort() > 0 ? uri.getPort() : tls ? TLS_PORT : SUBMISSION_PORT;
    return new SmtpServer(host, port, security(tls, host, uri.getRawQuery()), login(uri));
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException malformed) { // its message repeats the password
      throw wrong("it has characters that must be percent-encoded");
    }
  }

  private static Security security(
      boolean tls, String host, @org.jspecify.annotations.Nullable String query) {
    if (tls && query == null) {
      return Security.TLS;
    }
    if (tls || (query != null && !query.matches("starttls=(required|optional)"))) {
      throw wrong("it asks for more than ?starttls=required or =optional, which are for smtp");
    }
    boolean optional = query == null ? isLoopback(host) : query.endsWith("optional");
    return optional ? Security.OPPORTUNISTIC : Security.STARTTLS;
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127\\.[0-9]+\\.[0-9]+\\.[0-9]+")
        || host.equals("::1");
  }

  private static Optional<Login> login(URI uri) {
    String info = uri.getRawUserInfo();
    if (info == null) {
      return Optional.empty();
    }
    int colon = info.indexOf(':');
    if (colon < 1 || colon == info.length() - 1) {
      throw wrong("it has a user name or a password alone, not both with a colon between them");
    }
    return Optional.of(
        new Login(decoded(info.substring(0, colon)), decoded(info.substring(colon + 1))));
  }

  private static String decoded(String encoded) {
    String text = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw wrong("its user name or password holds a control character");
    }
    return text;
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        SETTING
            + " cannot be used: "
            + what
            + ". Write it as smtp://user:password@mail.example.org:587 or"
            + " smtps://user:password@mail.example.org:465");
  }

  /** Where it is, without whom it knows us as. */
  @Override
  public String toString() {
    String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return (security == Security.TLS ? "smtps://" : "smtp://") + shown + ":" + port;
  }
}
