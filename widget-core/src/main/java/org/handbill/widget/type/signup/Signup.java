package org.handbill.widget.type.signup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Consent;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Field;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.FormContent;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.model.View;
import org.handbill.widget.model.WidgetFile;

/** A sign-up form as its editor defined it; it needs no source, so it is its own content. */
record Signup(WidgetFile file, Network network, Form form) implements Definition, FormContent {

  private static final String FOLDER = "org/handbill/widget/type/signup/";

  @Override
  public Content content(Map<Source, SourceBytes> read, Problems problems) {
    return this;
  }

  @Override
  public View view(Audience audience, Links links, Attempt attempt) {
    SignupView view = SignupView.of(this, audience, links, attempt);
    return new View(
        FOLDER + "signup.jte", Map.of("view", view), data(audience, links), file.fallbackUrl());
  }

  @Override
  public View received(Audience audience, Links links) {
    Map<String, Object> model = Map.of("success", form.success().in(audience.language()));
    return new View(FOLDER + "received.jte", model, Map.of(), file.fallbackUrl());
  }

  private Map<String, Object> data(Audience audience, Links links) {
    Language language = audience.language();
    Consent.Wording wording = form.consent().wording(language);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("fields", form.fields().stream().map(field -> DataField.of(field, language)).toList());
    data.put(
        "consent",
        new DataConsent(
            Form.CONSENT, wording.version(), wording.text().html(), form.consent().controllers()));
    data.put(
        "submit",
        new DataSubmit("POST", links.submit().toString(), "application/x-www-form-urlencoded"));
    return data;
  }

  private record DataField(
      String name,
      String type,
      String label,
      String help,
      boolean required,
      String autocomplete,
      int maxLength,
      List<String> options) {

    static DataField of(Field field, Language language) {
      return new DataField(
          field.name(),
          field.inputType(),
          field.label().in(language),
          field.help(language),
          field.required(),
          field.autocomplete(),
          field.maxLength(),
          List.of());
    }
  }

  private record DataConsent(String name, String version, String text, List<String> controllers) {}

  private record DataSubmit(String method, String url, String type) {}
}
