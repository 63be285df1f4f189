package org.handbill.widget.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number, kept as E.164 writes it where its country is known: from a leading {@code +}
 * or {@code 00}, or from the country; else as the digits that were typed.
 *
 * @param fixed the ISO 3166 code of the country whose national numbers are typed; empty where the
 *     form asks for it, or nobody knows
 */
public record PhoneField(Question question, Optional<String> fixed) implements Field {

  private static final int LONGEST = 40; // with the spaces and brackets of any habit

  /** What people write between digits; the mark of a zero that is only dialled at home. */
  private static final Pattern BETWEEN =
      Pattern.compile("(?<=\\d[\\s.-]{0,2})\\(0\\)|[\\s()./\\p{Pd}\\p{Cf}]");

  private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern NATIONAL = Pattern.compile("\\d{7,15}");

  @Override
  public Control control() {
    return Control.TEL;
  }

  @Override
  public String autocomplete() {
    return "tel";
  }

  @Override
  public String inputMode() {
    return "tel";
  }

  @Override
  public int maxLength() {
    return LONGEST;
  }

  @Override
  public Checked check(String typed, String country) {
    String dialled =
        BETWEEN
            .matcher(PlainText.asciiDigits(typed).replace('\uff0b', '+'))
            .replaceAll("")
            .replaceFirst("^00", "+");
    if (dialled.startsWith("+")) {
      return sound(dialled, INTERNATIONAL);
    }
    Checked national = sound(dialled, NATIONAL);
    return national instanceof Checked.Sound
        ? CallingCodes.international(dialled, fixed.orElse(country))
            .map(number -> sound(number, INTERNATIONAL))
            .orElse(national)
        : national;
  }

  private static Checked sound(String number, Pattern syntax) {
    return syntax.matcher(number).matches() ? new Checked.Sound(number) : Checked.Wrong.MALFORMED;
  }
}
