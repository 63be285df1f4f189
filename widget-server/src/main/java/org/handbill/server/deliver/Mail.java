package org.handbill.server.deliver;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;

/**
 * A mail, ready to be sent.
 *
 * @param to the one address that it goes to
 * @param language what it is written in, as a BCP 47 tag
 * @param subject one line; what would break it is left out
 * @param text the whole mail as plain text
 * @param html the same as HTML
 * @param headers further fields, by name; none that says whom a mail is from or goes to
 */
public record Mail(
    String to,
    String language,
    String subject,
    String text,
    String html,
    Map<String, String> headers) {

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9-]{1,35}");
  private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
  private static final Pattern FIELD_VALUE = Pattern.compile("[\\x20-\\x7e]{1,900}");
  private static final Set<String> SET_BY_THE_MAILER =
      Set.of(
          "auto-submitted",
          "bcc",
          "cc",
          "date",
          "from",
          "message-id",
          "mime-version",
          "return-path",
          "sender",
          "subject",
          "to");

  /**
   * @throws IllegalArgumentException when a field could not be sent as it stands
   */
  public Mail {
    if (!TAG.matcher(language).matches()) {
      throw new IllegalArgumentException("The language of a mail is no BCP 47 tag");
    }
    subject = line(subject);
    headers = Map.copyOf(headers);
    headers.forEach(Mail::check);
  }

  /** A text on one line that no mail program decodes into something else (RFC 2047, 2). */
  static String line(String text) {
    return PlainText.line(text).replace("=?", "= ?");
  }

  private static void check(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!FIELD_NAME.matcher(name).matches()
        || !FIELD_VALUE.matcher(value).matches()
        || SET_BY_THE_MAILER.contains(lower)
        || lower.startsWith("resent-")
        || lower.startsWith("content-")) {
      throw new IllegalArgumentException("A further field of a mail is none that it may have");
    }
  }
}
