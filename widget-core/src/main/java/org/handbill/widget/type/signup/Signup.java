package org.handbill.widget.type.signup;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Beside;
import org.handbill.widget.model.ChoicesField;
import org.handbill.widget.model.Consent;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Field;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.FormContent;
import org.handbill.widget.model.HiddenField;
import org.handbill.widget.model.Improvement;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Material;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.View;
import org.handbill.widget.model.WidgetFile;

/** A sign-up form as its editor defined it; it needs no source, so it is its own content. */
record Signup(WidgetFile file, Network network, Form form) implements Definition, FormContent {

  private static final String FOLDER = "org/handbill/widget/type/signup/";

  private static final Set<Field.Control> MORE_THAN_A_LINE =
      EnumSet.of(
          Field.Control.RADIO,
          Field.Control.CHECKBOXES,
          Field.Control.SELECT,
          Field.Control.TEXTAREA);

  @Override
  public Content content(Material material, Problems problems) {
    return this;
  }

  @Override
  public String css() {
    boolean chooses =
        form.fields().stream().map(Field::control).anyMatch(MORE_THAN_A_LINE::contains);
    return chooses ? Beside.text(Signup.class, "choices.css") : "";
  }

  @Override
  public View view(Audience audience, Links links, Attempt attempt) {
    SignupView view = SignupView.of(this, audience, links, attempt);
    return new View(
            FOLDER + "signup.jte", Map.of("view", view), data(audience, links), file.fallbackUrl())
        .with(Improvement.FORM);
  }

  @Override
  public int height(Audience audience, Links links, int width) {
    return new SignupHeight(SignupView.of(this, audience, links, Attempt.NONE), width).height();
  }

  @Override
  public View oneMoreStep(Audience audience, Links links, Map<String, String> held) {
    Map<String, Object> model =
        Map.of(
            "t", form.messages().in(audience.language()),
            "action", links.submit().toString(),
            "held", held);
    return new View(FOLDER + "one-more-step.jte", model, Map.of(), file.fallbackUrl());
  }

  @Override
  public View received(Audience audience, Links links) {
    Language language = audience.language();
    Map<String, Object> model =
        Map.of("success", form.success().in(language), "next", form.next(language));
    return new View(FOLDER + "received.jte", model, Map.of(), file.fallbackUrl());
  }

  @Override
  public String privacy(Audience audience) {
    Language language = audience.language();
    Messages.Texts texts = form.messages().in(language);
    Consent.Wording wording = form.consent().wording(language, audience.member());
    String asked =
        form.fields().stream()
            .filter(field -> field.control() != Field.Control.HIDDEN)
            .map(field -> field.label().in(language))
            .collect(Collectors.joining(" · "));
    return Stream.of(
            texts.format(
                "privacy.notice", network.name(), String.join(" · ", wording.controllers()), asked),
            form.doubleOptIn() ? texts.get("privacy.confirmed") : "",
            texts.get("privacy.before"),
            network.privacyUrl().map(url -> texts.format("privacy.more", url)).orElse(""))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private Map<String, Object> data(Audience audience, Links links) {
    Language language = audience.language();
    Consent.Wording wording = form.consent().wording(language, audience.member());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("fields", form.fields().stream().map(field -> field(field, language)).toList());
    data.put(
        "consent",
        new DataConsent(
            Form.CONSENT, wording.version(), wording.text().html(), wording.controllers()));
    data.put(
        "submit",
        new DataSubmit("POST", links.submit().toString(), "application/x-www-form-urlencoded"));
    return data;
  }

  private static Map<String, Object> field(Field field, Language language) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", field.name());
    data.put("type", field.control().name().toLowerCase(Locale.ROOT));
    data.put("label", field.label().in(language));
    data.put("help", field.help(language));
    data.put("required", field.required());
    data.put("autocomplete", field.autocomplete());
    data.put("inputmode", field.inputMode());
    data.put(
        "options",
        field.options(language).stream()
            .map(option -> new DataOption(option.value(), option.label()))
            .toList());
    if (field.maxLength() > 0) {
      data.put("max", field.maxLength());
    }
    if (field instanceof ChoicesField choices) {
      data.put("most", choices.most());
    }
    if (field instanceof HiddenField hidden) {
      data.put("value", hidden.fixed().orElse(""));
    }
    return data;
  }

  private record DataOption(String value, String label) {}

  private record DataConsent(String name, String version, String text, List<String> controllers) {}

  private record DataSubmit(String method, String url, String type) {}
}
