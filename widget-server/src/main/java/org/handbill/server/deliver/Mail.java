package org.handbill.server.deliver;

import java.util.Map;

/**
 * A mail, ready to be sent.
 *
 * @param to the one address that it goes to
 * @param language what it is written in, as a BCP 47 tag
 * @param subject one line
 * @param text the whole mail as plain text
 * @param html the same as HTML
 * @param headers further fields, by name
 */
public record Mail(
    String to,
    String language,
    String subject,
    String text,
    String html,
    Map<String, String> headers) {

  public Mail {
    headers = Map.copyOf(headers);
  }
}
