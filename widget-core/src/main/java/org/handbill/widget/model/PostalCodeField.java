package org.handbill.widget.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A postal code. Those of the countries in {@code postal-codes.properties} have to be of a shape
 * that is used there and are kept as they are written there; of any other country, letters, digits,
 * spaces and hyphens are sound.
 *
 * @param fixed the ISO 3166 code of the country that every answer is of; empty where the form asks
 *     for it, or nobody knows
 */
public record PostalCodeField(Question question, Optional<String> fixed) implements Field {

  private static final int LONGEST = 12;
  private static final Pattern ANY =
      Pattern.compile("(?=.*\\d)[A-Za-z0-9][A-Za-z0-9 -]{1,10}[A-Za-z0-9]");

  @Override
  public Control control() {
    return Control.TEXT;
  }

  @Override
  public String autocomplete() {
    return "postal-code";
  }

  /** A keyboard of digits, where the codes of the country are nothing else. */
  @Override
  public String inputMode() {
    return fixed.filter(PostalShapes::onlyDigits).map(country -> "numeric").orElse("");
  }

  @Override
  public int maxLength() {
    return LONGEST;
  }

  @Override
  public Checked check(String typed, String country) {
    String code = PlainText.asciiDigits(typed).toUpperCase(Locale.ROOT);
    if (!ANY.matcher(code).matches()) {
      return Checked.Wrong.MALFORMED;
    }
    String of = fixed.orElse(country);
    if (!PostalShapes.known(of)) {
      return new Checked.Sound(code);
    }
    return PostalShapes.fit(code, of)
        .<Checked>map(Checked.Sound::new)
        .orElse(Checked.Wrong.MALFORMED);
  }
}
