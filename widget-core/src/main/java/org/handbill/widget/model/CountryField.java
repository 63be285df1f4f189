package org.handbill.widget.model;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A country or territory of ISO 3166, kept as its code of two letters. */
public record CountryField(Question question) implements Field {

  /** Its name in submissions. */
  public static final String NAME = "country";

  private static final Set<String> CODES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  /** True for a code of ISO 3166 as it is today, in capitals. */
  public static boolean knows(String code) {
    return CODES.contains(code);
  }

  @Override
  public Control control() {
    return Control.SELECT;
  }

  @Override
  public String autocomplete() {
    return "country";
  }

  /** Every country by its name in the language, in the order of that language. */
  @Override
  public List<Option> options(Language language) {
    Locale locale = language.locale();
    return CODES.stream()
        .map(
            code ->
                new Option(
                    code,
                    new Locale.Builder().setRegion(code).build().getDisplayCountry(locale),
                    language))
        .sorted(Comparator.comparing(Option::label, Collator.getInstance(locale)))
        .toList();
  }

  @Override
  public Checked check(String typed, String country) {
    String code = typed.toUpperCase(Locale.ROOT);
    return knows(code) ? new Checked.Sound(code) : Checked.Wrong.MALFORMED;
  }
}
