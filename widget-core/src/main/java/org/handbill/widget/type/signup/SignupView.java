package org.handbill.widget.type.signup;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Consent;
import org.handbill.widget.model.EmailField;
import org.handbill.widget.model.Field;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.FormContent.Attempt;
import org.handbill.widget.model.HiddenField;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What the template shows.
 *
 * @param t the texts of Handbill's own
 * @param action where the form goes
 * @param page the widget's own page
 * @param privacyUrl the network's privacy notice; empty for none
 * @param language the language of everything here
 * @param member the member whose page this is; empty for none
 * @param inputs the fields
 * @param asTyped the address that is kept although it looked like a slip; empty for none
 * @param consent the wording beside the box
 * @param controllers the sentence that names who receives the data
 * @param consentVersion the version of both
 * @param consentTicked true where the visitor had ticked the box before
 * @param consentError what is to be mended there; empty for nothing
 * @param success what is shown once it has been received
 * @param next what the visitor has to do then; empty for nothing
 * @param failed what to tell about the last try; empty for nothing
 */
public record SignupView(
    Messages.Texts t,
    String action,
    String page,
    String privacyUrl,
    String language,
    String member,
    List<Input> inputs,
    String asTyped,
    String consent,
    String controllers,
    String consentVersion,
    boolean consentTicked,
    String consentError,
    String success,
    String next,
    String failed) {

  private static final int ROWS = 4;

  /** Codes of what no visitor can mend; each is the key of its sentence. */
  private static final Set<String> NOT_THE_VISITORS = Set.of("unavailable", "busy");

  /**
   * One field.
   *
   * @param value what was typed before
   * @param options what can be chosen; none where an answer is typed
   * @param error what is to be mended; empty for nothing
   * @param first true for the first field in error, where the reading goes on
   */
  public record Input(
      String name,
      Field.Control control,
      String label,
      String help,
      boolean required,
      String autocomplete,
      String inputMode,
      int maxLength,
      String value,
      List<Option> options,
      String error,
      boolean first) {

    /** The {@code type} of HTML's input element, for a control that is one. */
    public String type() {
      return switch (control) {
        case EMAIL -> "email";
        case TEL -> "tel";
        case RADIO -> "radio";
        case CHECKBOX, CHECKBOXES -> "checkbox";
        case HIDDEN -> "hidden";
        case TEXT, TEXTAREA, SELECT -> "text";
      };
    }

    /** The height of a larger box, in lines. */
    public int rows() {
      return ROWS;
    }

    /** {@code aria-invalid}, or null for an answer that nothing is wrong with. */
    public @Nullable String invalid() {
      return error.isEmpty() ? null : "true";
    }

    /** The ids that describe the input, for {@code aria-describedby}, or null for none. */
    public @Nullable String describedBy() {
      String ids = (help.isEmpty() ? "" : "h-" + name) + (error.isEmpty() ? "" : " e-" + name);
      return ids.isEmpty() ? null : ids.strip();
    }
  }

  /**
   * One thing to choose.
   *
   * @param id of its input, where each has one
   * @param language what the label is written in, where that is another than the page's; else null
   * @param chosen true where the visitor had chosen it before
   * @param first true where the reading goes on at this one
   */
  public record Option(
      String id,
      String value,
      String label,
      @Nullable String language,
      boolean chosen,
      boolean first) {}

  static SignupView of(Signup signup, Audience audience, Links links, Attempt attempt) {
    Form form = signup.form();
    Language language = audience.language();
    Messages.Texts t = form.messages().in(language);
    Consent.Wording wording = form.consent().wording(language, audience.member());
    String consentError = error(form, Form.CONSENT, language, attempt);
    return new SignupView(
        t,
        links.submit().toString(),
        links.page().toString(),
        signup.network().privacyUrl().map(Object::toString).orElse(""),
        language.tag(),
        audience.member().map(Member::id).orElse(""),
        form.fields().stream().map(field -> input(form, field, language, attempt)).toList(),
        asTyped(attempt),
        wording.text().html(),
        controllers(t, wording.controllers()),
        wording.version(),
        form.ticked(attempt.typed()) && consentError.isEmpty(),
        consentError,
        form.success().in(language).html(),
        form.next(language),
        failed(form, language, attempt));
  }

  private static String controllers(Messages.Texts t, List<String> names) {
    return t.format(names.size() > 1 ? "controllers.two" : "controllers.one", names.toArray());
  }

  private static String failed(Form form, Language language, Attempt attempt) {
    if (attempt.errors().isEmpty()) {
      return "";
    }
    String code = attempt.errors().get(0).code();
    return form.messages().in(language).get(NOT_THE_VISITORS.contains(code) ? code : "failed");
  }

  /** What was typed where it was just asked about, so that sending it again keeps it. */
  private static String asTyped(Attempt attempt) {
    boolean asked = attempt.errors().stream().anyMatch(error -> error.code().equals("typo"));
    return attempt.typed().getOrDefault(asked ? EmailField.NAME : Form.AS_TYPED, "");
  }

  private static Input input(Form form, Field field, Language language, Attempt attempt) {
    boolean first =
        !attempt.errors().isEmpty() && attempt.errors().get(0).field().equals(field.name());
    String typed = attempt.typed().getOrDefault(field.name(), "");
    return new Input(
        field.name(),
        field.control(),
        field.label().in(language),
        field.help(language),
        field.required(),
        field.autocomplete(),
        field.inputMode(),
        field.maxLength(),
        field instanceof HiddenField ? field.tidy(typed) : typed,
        options(field, language, typed, first),
        error(form, field.name(), language, attempt),
        first);
  }

  private static List<Option> options(Field field, Language language, String typed, boolean first) {
    List<Field.Option> options = field.options(language);
    Set<String> chosen = Set.copyOf(Arrays.asList(field.tidy(typed).split("\n", -1)));
    return IntStream.range(0, options.size())
        .mapToObj(
            i ->
                new Option(
                    "o" + i + "-" + field.name(),
                    options.get(i).value(),
                    options.get(i).label(),
                    options.get(i).language().equals(language)
                        ? null
                        : options.get(i).language().tag(),
                    chosen.contains(options.get(i).value()),
                    first && i == 0))
        .toList();
  }

  private static String error(Form form, String field, Language language, Attempt attempt) {
    return attempt.errors().stream()
        .filter(error -> error.field().equals(field))
        .findFirst()
        .map(error -> form.sentence(error, language))
        .orElse("");
  }
}
