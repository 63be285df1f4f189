package org.handbill.widget.model;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Host names as the DNS has them: international ones in their {@code xn--} form (RFC 5890). */
public final class DomainName {

  /** Letters that IDNA 2003, the JDK's, turns into others: it would name another's domain. */
  private static final Pattern DEVIATION = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

  private static final int LONGEST = 253; // RFC 1035, 2.3.4, as text

  private DomainName() {}

  /** The name in lower-case ASCII, or empty where it has none that is surely its own. */
  public static Optional<String> ascii(String name) {
    if (name.length() > LONGEST || DEVIATION.matcher(name).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(IDN.toASCII(name).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }
}
