package org.handbill.widget.model;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address: the WHATWG's rule, the limits of RFC 5321, international domains, and local
 * parts in any script (RFC 6531).
 */
public record EmailField(Localized<String> label, Optional<Localized<String>> help)
    implements Field {

  /** Its name in submissions. */
  public static final String NAME = "email";

  private static final int LONGEST_ADDRESS = 254; // RFC 5321, 4.5.3.1.3, less the angle brackets
  private static final int LONGEST_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1, in octets

  /** The WHATWG's signs, with letters, their marks and digits of every script. */
  private static final Pattern LOCAL_PART =
      Pattern.compile("(?!\\p{M})[\\p{L}\\p{M}\\p{Nd}.!#$%&'*+/=?^_`{|}~-]+");

  private static final Pattern DOMAIN =
      Pattern.compile(
          "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+");

  /** Marks of direction and width that come along when an address is copied from a page. */
  private static final Pattern UNSEEN_AT_THE_ENDS = Pattern.compile("^[ \\p{Cf}]+|[ \\p{Cf}]+$");

  /** Always required: without it nobody can be reached. */
  @Override
  public Question question() {
    return new Question(NAME, true, label, help);
  }

  @Override
  public Control control() {
    return Control.EMAIL;
  }

  @Override
  public String autocomplete() {
    return "email";
  }

  @Override
  public int maxLength() {
    return LONGEST_ADDRESS;
  }

  @Override
  public String tidy(String typed) {
    return UNSEEN_AT_THE_ENDS.matcher(PlainText.line(typed)).replaceAll("");
  }

  @Override
  public Checked check(String typed, String country) {
    int at = typed.lastIndexOf('@');
    if (typed.length() > LONGEST_ADDRESS || at < 1) {
      return Checked.Wrong.MALFORMED;
    }
    String localPart = Normalizer.normalize(typed.substring(0, at), Normalizer.Form.NFC);
    if (!isLocalPart(localPart)) {
      return Checked.Wrong.MALFORMED;
    }
    return DomainName.ascii(typed.substring(at + 1))
        .filter(domain -> DOMAIN.matcher(domain).matches())
        .map(domain -> localPart + "@" + domain)
        .filter(address -> octets(address) <= LONGEST_ADDRESS)
        .<Checked>map(Checked.Sound::new)
        .orElse(Checked.Wrong.MALFORMED);
  }

  /**
   * Letters in another width or shape are a keyboard's slip, not somebody's name (RFC 8264, 9.17).
   */
  private static boolean isLocalPart(String text) {
    return octets(text) <= LONGEST_LOCAL_PART
        && LOCAL_PART.matcher(text).matches()
        && Normalizer.isNormalized(text, Normalizer.Form.NFKC);
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
