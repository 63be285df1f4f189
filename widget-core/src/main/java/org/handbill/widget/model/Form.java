package org.handbill.widget.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a visitor fills in, and the one place that decides whether it is sound: a browser's form and
 * a JSON submission go through the same {@link #check}. Immutable and thread-safe.
 *
 * @param fields in the order that they are asked for
 * @param consent what is agreed to by sending it
 * @param success what is shown once it has been received
 * @param redirect where a visitor without JavaScript is led instead
 * @param messages the sentences for what can be wrong
 */
public record Form(
    List<Field> fields,
    Consent consent,
    Localized<RichText> success,
    Optional<java.net.URI> redirect,
    Messages messages) {

  /** The name of the consent box in submissions. */
  public static final String CONSENT = "consent";

  private static final Set<String> TICKED = Set.of("true", "on", "1", "yes");

  public Form {
    fields = List.copyOf(fields);
  }

  /**
   * Checks what was typed.
   *
   * @param typed by field name; names that the form does not ask for are left alone
   */
  public Verdict check(Map<String, String> typed) {
    Map<String, String> values = new LinkedHashMap<>();
    List<FieldError> errors = new ArrayList<>();
    for (Field field : fields) {
      String value = PlainText.line(typed.getOrDefault(field.name(), ""));
      if (value.isEmpty()) {
        if (field.required()) {
          errors.add(new FieldError(field.name(), "missing"));
        }
      } else if (value.length() > field.maxLength()) {
        errors.add(new FieldError(field.name(), "too-long"));
      } else {
        Field.Checked checked = field.check(value);
        if (checked instanceof Field.Checked.Sound sound) {
          values.put(field.name(), sound.value());
        } else if (checked instanceof Field.Checked.Wrong wrong) {
          errors.add(new FieldError(field.name(), wrong.code()));
        }
      }
    }
    if (!ticked(typed)) {
      errors.add(new FieldError(CONSENT, "missing"));
    }
    return errors.isEmpty() ? new Verdict.Sound(values) : new Verdict.Wrong(errors);
  }

  /** True where the consent box was ticked. */
  public boolean ticked(Map<String, String> typed) {
    return TICKED.contains(typed.getOrDefault(CONSENT, ""));
  }

  /** The sentence that tells a visitor what to do about an error. */
  public String sentence(FieldError error, Language language) {
    Messages.Texts texts = messages.in(language);
    String own = "error." + error.field() + "." + error.code();
    int limit =
        fields.stream()
            .filter(field -> field.name().equals(error.field()))
            .mapToInt(Field::maxLength)
            .findFirst()
            .orElse(0);
    return texts.format(texts.has(own) ? own : "error." + error.code(), limit);
  }

  /**
   * Something that a visitor has to mend.
   *
   * @param field its name
   * @param code what is wrong, stable for programs: {@code missing}, {@code malformed}, {@code
   *     too-long}
   */
  public record FieldError(String field, String code) {}

  /** What came of checking a submission. */
  public sealed interface Verdict {
    /** To be stored; the values by field name. */
    record Sound(Map<String, String> values) implements Verdict {}

    /** To be mended; never empty. */
    record Wrong(List<FieldError> errors) implements Verdict {}
  }
}
