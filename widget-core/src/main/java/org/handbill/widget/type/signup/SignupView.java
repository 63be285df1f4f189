package org.handbill.widget.type.signup;

import java.util.List;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Field;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.FormContent.Attempt;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Messages;

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
 * @param consent the wording beside the box
 * @param consentVersion its version
 * @param consentTicked true where the visitor had ticked the box before
 * @param consentError what is to be mended there; empty for nothing
 * @param success what is shown once it has been received
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
    String consent,
    String consentVersion,
    boolean consentTicked,
    String consentError,
    String success,
    String failed) {

  /**
   * One field.
   *
   * @param value what was typed before
   * @param error what is to be mended; empty for nothing
   * @param first true for the first field in error, where the reading goes on
   */
  public record Input(
      String name,
      String type,
      String label,
      String help,
      boolean required,
      String autocomplete,
      int maxLength,
      String value,
      String error,
      boolean first) {

    /** The ids that describe the input, for {@code aria-describedby}. */
    public String describedBy() {
      return help.isEmpty() ? "e-" + name : "h-" + name + " e-" + name;
    }
  }

  static SignupView of(Signup signup, Audience audience, Links links, Attempt attempt) {
    Form form = signup.form();
    Language language = audience.language();
    var wording = form.consent().wording(language);
    return new SignupView(
        form.messages().in(language),
        links.submit().toString(),
        links.page().toString(),
        signup.network().privacyUrl().map(Object::toString).orElse(""),
        language.tag(),
        audience.member().map(member -> member.id()).orElse(""),
        form.fields().stream().map(field -> input(form, field, language, attempt)).toList(),
        wording.text().html(),
        wording.version(),
        form.ticked(attempt.typed()) && error(form, Form.CONSENT, language, attempt).isEmpty(),
        error(form, Form.CONSENT, language, attempt),
        form.success().in(language).html(),
        failed(form, language, attempt));
  }

  private static String failed(Form form, Language language, Attempt attempt) {
    boolean unavailable =
        attempt.errors().stream().anyMatch(error -> error.code().equals("unavailable"));
    return attempt.errors().isEmpty()
        ? ""
        : form.messages().in(language).get(unavailable ? "unavailable" : "failed");
  }

  private static Input input(Form form, Field field, Language language, Attempt attempt) {
    boolean first =
        !attempt.errors().isEmpty() && attempt.errors().get(0).field().equals(field.name());
    return new Input(
        field.name(),
        field.inputType(),
        field.label().in(language),
        field.help(language),
        field.required(),
        field.autocomplete(),
        field.maxLength(),
        attempt.typed().getOrDefault(field.name(), ""),
        error(form, field.name(), language, attempt),
        first);
  }

  private static String error(Form form, String field, Language language, Attempt attempt) {
    return attempt.errors().stream()
        .filter(error -> error.field().equals(field))
        .findFirst()
        .map(error -> form.sentence(error, language))
        .orElse("");
  }
}
