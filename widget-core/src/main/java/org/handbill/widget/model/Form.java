package org.handbill.widget.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a visitor fills in, and the one place that decides whether it is sound: a browser's form and
 * a JSON submission go through the same {@link #check}. Immutable and thread-safe.
 *
 * @param fields in the order that they are asked for
 * @param consent what is agreed to by sending it
 * @param doubleOptIn whether somebody is on the list only once a link in an e-mail was followed
 * @param success what is shown once it has been received
 * @param redirect where a visitor without JavaScript is led instead
 * @param messages the sentences for what can be wrong
 */
public record Form(
    List<Field> fields,
    Consent consent,
    boolean doubleOptIn,
    Localized<RichText> success,
    Optional<URI> redirect,
    Messages messages) {

  /** The name of the consent box in submissions. */
  public static final String CONSENT = "consent";

  /** The name under which an address is sent again that looked like a slip of the pen. */
  public static final String AS_TYPED = "as-typed";

  /**
   * The names that no field of an editor's own can have: those of a submission's own parts, of what
   * is exported beside the answers, and those that a form in a browser has for itself, which a
   * field would hide from scripts.
   */
  public static final Set<String> RESERVED =
      Set.of(
          CONSENT,
          AS_TYPED,
          "altcha",
          "confirmed-at",
          "consent-text",
          "consent-version",
          "id",
          "lang",
          "member",
          "pass",
          "received-at",
          "state",
          "submission-id",
          "test",
          "unsubscribed-at",
          "website",
          "widget",
          "action",
          "elements",
          "hidden",
          "method",
          "reset",
          "submit",
          "target");

  private static final Set<String> TICKED = Set.of("true", "on", "1", "yes");
  private static final Pattern BETWEEN_VALUES = Pattern.compile("(?<!\r)\n");

  public Form {
    fields = List.copyOf(fields);
  }

  /**
   * Checks what was typed.
   *
   * @param typed by field name; names that the form does not ask for are left alone. Several values
   *     of one name have a line feed between them, while a line break within a value is written
   *     {@code \r\n}, as browsers send it
   */
  public Verdict check(Map<String, String> typed) {
    Map<String, String> values = new LinkedHashMap<>();
    List<FieldError> errors = new ArrayList<>();
    String country = country(typed);
    for (Field field : fields) {
      Field.Checked checked = answer(field, typed, country);
      if (checked instanceof Field.Checked.Wrong wrong) {
        errors.add(new FieldError(field.name(), wrong.code()));
      } else if (checked instanceof Field.Checked.Sound sound && !sound.value().isEmpty()) {
        values.put(field.name(), sound.value());
        typo(field, sound.value(), typed).ifPresent(errors::add);
      }
    }
    if (!ticked(typed)) {
      errors.add(new FieldError(CONSENT, "missing"));
    }
    return errors.isEmpty() ? new Verdict.Sound(values) : new Verdict.Wrong(errors);
  }

  /** One field's answer, as it is kept; an empty one where it may be left out. */
  private static Field.Checked answer(Field field, Map<String, String> typed, String country) {
    String sent = typed.getOrDefault(field.name(), "");
    String value = field.tidy(sent);
    if (!field.multiple() && BETWEEN_VALUES.matcher(sent.strip()).find()) {
      return Field.Checked.Wrong.MALFORMED;
    }
    if (value.isEmpty()) {
      return field.required() ? new Field.Checked.Wrong("missing") : new Field.Checked.Sound(value);
    }
    return field.maxLength() > 0 && value.length() > field.maxLength()
        ? new Field.Checked.Wrong("too-long")
        : field.check(value, country);
  }

  /** The answer to the form's own question for a country; empty where there is none. */
  private String country(Map<String, String> typed) {
    return fields.stream()
        .filter(CountryField.class::isInstance)
        .map(field -> answer(field, typed, ""))
        .filter(Field.Checked.Sound.class::isInstance)
        .map(checked -> ((Field.Checked.Sound) checked).value())
        .findFirst()
        .orElse("");
  }

  /** A likely slip in the address, unless the visitor has seen the question and kept it. */
  private static Optional<FieldError> typo(Field field, String address, Map<String, String> typed) {
    boolean kept =
        field
            .tidy(typed.getOrDefault(AS_TYPED, ""))
            .equals(field.tidy(typed.getOrDefault(field.name(), "")));
    return kept || !(field instanceof EmailField)
        ? Optional.empty()
        : MailTypos.correction(address).map(meant -> new FieldError(field.name(), "typo", meant));
  }

  /** True where the consent box was ticked. */
  public boolean ticked(Map<String, String> typed) {
    return isTicked(typed.getOrDefault(CONSENT, ""));
  }

  /** True for what browsers and programs send for a box that is ticked. */
  static boolean isTicked(String typed) {
    return TICKED.contains(typed);
  }

  /** What a visitor has to do before anything else happens; empty for nothing. */
  public String next(Language language) {
    return doubleOptIn ? messages.in(language).get("next") : "";
  }

  /** The sentence that tells a visitor what to do about an error. */
  public String sentence(FieldError error, Language language) {
    Messages.Texts texts = messages.in(language);
    Optional<Field> field =
        fields.stream().filter(one -> one.name().equals(error.field())).findFirst();
    String own = "error." + field.map(Field::kind).orElse(error.field()) + "." + error.code();
    return texts.format(
        texts.has(own) ? own : "error." + error.code(),
        field.map(Form::limit).orElse(0),
        error.suggestion());
  }

  private static int limit(Field field) {
    return field instanceof ChoicesField choices ? choices.most() : field.maxLength();
  }

  /**
   * Something that a visitor has to mend.
   *
   * @param field its name
   * @param code what is wrong, stable for programs: {@code missing}, {@code malformed}, {@code
   *     too-long}, {@code too-many}, {@code typo}, {@code outdated}
   * @param suggestion what was probably meant; empty for none
   */
  public record FieldError(String field, String code, String suggestion) {

    /** Without a suggestion. */
    public FieldError(String field, String code) {
      this(field, code, "");
    }
  }

  /** What came of checking a submission. */
  public sealed interface Verdict {
    /** To be stored; the values by field name. */
    record Sound(Map<String, String> values) implements Verdict {}

    /** To be mended; never empty. */
    record Wrong(List<FieldError> errors) implements Verdict {}
  }
}
