package org.handbill.widget.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that a form asks for. Each kind knows how a browser should ask for it and what is a
 * sound answer, so that HTML and JSON are checked by the same rules.
 */
public sealed interface Field {

  /** The name in submissions, as in {@code autocomplete} of HTML where there is one. */
  String name();

  /** Whether it may be left empty. */
  boolean required();

  /** What it is called. */
  Localized<String> label();

  /** A word of help under the label. */
  Optional<Localized<String>> help();

  /** The word of help in one language; empty for none. */
  default String help(Language language) {
    return help().map(text -> text.in(language)).orElse("");
  }

  /** The {@code type} of HTML's input element. */
  String inputType();

  /** HTML's {@code autocomplete} token. */
  String autocomplete();

  /** The most characters (UTF-16 units, as HTML's {@code maxlength} counts). */
  int maxLength();

  /**
   * The value to keep, from what was typed, which is on one line, trimmed and not empty.
   *
   * @return the value, or the code of what is wrong with it
   */
  Checked check(String typed);

  /** What came of checking one value. */
  sealed interface Checked {
    /** Sound, as it is kept. */
    record Sound(String value) implements Checked {}

    /** Not sound; the code is the end of a message key. */
    record Wrong(String code) implements Checked {}
  }

  /** An e-mail address: the WHATWG's rule, the limits of RFC 5321, and international domains. */
  record Email(Localized<String> label, Optional<Localized<String>> help) implements Field {
    private static final int LONGEST_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1
    private static final Pattern LOCAL_PART = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+");

    private static final Pattern DOMAIN =
        Pattern.compile(
            "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+");

    @Override
    public String name() {
      return "email";
    }

    /** Always: without it nobody can be reached. */
    @Override
    public boolean required() {
      return true;
    }

    @Override
    public String inputType() {
      return "email";
    }

    @Override
    public String autocomplete() {
      return "email";
    }

    @Override
    public int maxLength() {
      return 254; // RFC 5321, 4.5.3.1.3, less the angle brackets
    }

    @Override
    public Checked check(String typed) {
      int at = typed.lastIndexOf('@');
      if (typed.length() > maxLength()
          || at < 1
          || at > LONGEST_LOCAL_PART
          || !LOCAL_PART.matcher(typed.substring(0, at)).matches()) {
        return new Checked.Wrong("malformed");
      }
      return DomainName.ascii(typed.substring(at + 1))
          .filter(domain -> DOMAIN.matcher(domain).matches())
          .map(domain -> typed.substring(0, at) + "@" + domain)
          .filter(address -> address.length() <= maxLength())
          .<Checked>map(Checked.Sound::new)
          .orElse(new Checked.Wrong("malformed"));
    }
  }

  /**
   * Words on one line: a name.
   *
   * @param name {@code name}, {@code given-name} or {@code family-name}
   */
  record Name(
      String name, boolean required, Localized<String> label, Optional<Localized<String>> help)
      implements Field {

    @Override
    public String inputType() {
      return "text";
    }

    @Override
    public String autocomplete() {
      return name;
    }

    @Override
    public int maxLength() {
      return 100;
    }

    /** Any name is a sound name. Addresses of web sites are what bots put there. */
    @Override
    public Checked check(String typed) {
      return typed.contains("://") ? new Checked.Wrong("malformed") : new Checked.Sound(typed);
    }
  }

  /** A postal code of any country: letters, digits, spaces and hyphens. */
  record PostalCode(boolean required, Localized<String> label, Optional<Localized<String>> help)
      implements Field {
    private static final Pattern SYNTAX =
        Pattern.compile("(?=.*\\d)[A-Za-z0-9][A-Za-z0-9 -]{1,10}[A-Za-z0-9]");

    @Override
    public String name() {
      return "postal-code";
    }

    @Override
    public String inputType() {
      return "text";
    }

    @Override
    public String autocomplete() {
      return "postal-code";
    }

    @Override
    public int maxLength() {
      return 12;
    }

    @Override
    public Checked check(String typed) {
      String code = asciiDigits(typed).toUpperCase(Locale.ROOT);
      return SYNTAX.matcher(code).matches()
          ? new Checked.Sound(code)
          : new Checked.Wrong("malformed");
    }

    /** Digits of other scripts, as an Arabic or Persian keyboard types them, as 0 to 9. */
    private static String asciiDigits(String typed) {
      StringBuilder digits = new StringBuilder(typed.length());
      typed
          .codePoints()
          .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
          .forEach(digits::appendCodePoint);
      return digits.toString();
    }
  }
}
