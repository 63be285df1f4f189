package org.handbill.widget.type.signup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.handbill.widget.model.CheckboxField;
import org.handbill.widget.model.ChoiceField;
import org.handbill.widget.model.ChoicesField;
import org.handbill.widget.model.CountryField;
import org.handbill.widget.model.EmailField;
import org.handbill.widget.model.Field;
import org.handbill.widget.model.Field.Question;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.HiddenField;
import org.handbill.widget.model.LanguageField;
import org.handbill.widget.model.Languages;
import org.handbill.widget.model.Localized;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.NameField;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.PhoneField;
import org.handbill.widget.model.PostalCodeField;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.TextField;

/** Makes fields of the list that an editor wrote, which has passed the schema. */
final class FieldReader {

  private static final Messages MESSAGES = Messages.beside(SignupType.class);

  /** The settings that a field may have besides its name, by kind. */
  private static final Map<String, Set<String>> SETTINGS =
      Map.ofEntries(
          Map.entry("email", Set.of()),
          Map.entry("name", Set.of()),
          Map.entry("given-name", Set.of()),
          Map.entry("family-name", Set.of()),
          Map.entry("postal-code", Set.of("country")),
          Map.entry("phone", Set.of("country")),
          Map.entry("country", Set.of()),
          Map.entry("language", Set.of()),
          Map.entry("choice", Set.of("type", "options")),
          Map.entry("choices", Set.of("type", "options", "most")),
          Map.entry("text", Set.of("type", "max", "autocomplete", "inputmode")),
          Map.entry("checkbox", Set.of("type")),
          Map.entry("hidden", Set.of("type", "value")));

  private static final Set<String> OF_ALL = Set.of("name", "required", "label", "help");
  private static final Set<String> OF_HIDDEN = Set.of("name");

  private final Languages languages;
  private final Problems problems;
  private final Function<String, Localized<String>> own;

  /**
   * @param own finds a text of Handbill's own, in each of the network's languages
   */
  FieldReader(Languages languages, Problems problems, Function<String, Localized<String>> own) {
    this.languages = languages;
    this.problems = problems;
    this.own = own;
  }

  /** The fields in the editor's order; the e-mail address is added where it is missing. */
  List<Field> read(List<Node> nodes) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Node node : nodes) {
      String name = node.isMapping() ? node.require("name").text() : node.text();
      Optional<Field> field = field(name, node);
      if (field.isPresent() && fields.put(name, field.get()) != null) {
        problems.error(MESSAGES, node.place(), "field.twice", name);
      }
    }
    List<Field> ordered = new ArrayList<>(fields.values());
    if (!fields.containsKey(EmailField.NAME)) {
      if (!nodes.isEmpty()) {
        problems.error(MESSAGES, nodes.get(0).place(), "field.no-email");
      }
      ordered.add(0, new EmailField(own.apply("field.email"), Optional.empty()));
    }
    return ordered;
  }

  private Optional<Field> field(String name, Node node) {
    Optional<String> kind = kind(name, node);
    kind.ifPresent(known -> checkSettings(name, known, node));
    return kind.map(
        known ->
            known.equals("hidden")
                ? new HiddenField(name, node.text("value"))
                : field(known, node, question(name, known, node)));
  }

  private Field field(String kind, Node node, Question question) {
    return switch (kind) {
      case "email" -> email(node, question);
      case "postal-code" -> new PostalCodeField(question, country(node));
      case "phone" -> new PhoneField(question, country(node));
      case "country" -> new CountryField(question);
      case "language" -> new LanguageField(question, languages);
      case "choice" -> new ChoiceField(question, choices(node));
      case "choices" -> choicesField(node, question);
      case "text" ->
          new TextField(
              question,
              number(node, "max", TextField.USUAL_LENGTH),
              node.text("autocomplete").orElse("off"),
              node.text("inputmode").orElse(""));
      case "checkbox" -> new CheckboxField(question);
      default -> new NameField(question);
    };
  }

  /** The field's kind: its name where Handbill knows it, else its type. Reports one without. */
  private Optional<String> kind(String name, Node node) {
    Optional<Node> type = node.get("type");
    boolean known = !takesType(name) && SETTINGS.containsKey(name);
    if (Form.RESERVED.contains(name)) {
      problems.error(MESSAGES, nameOf(node).place(), "field.reserved", name);
      return Optional.empty();
    }
    if (known) {
      return Optional.of(name);
    }
    if (type.isEmpty()) {
      String names = String.join(", ", knownNames());
      problems.error(MESSAGES, nameOf(node).place(), "field.untyped", name, names);
    }
    return type.map(Node::text);
  }

  private static boolean takesType(String kind) {
    return SETTINGS.getOrDefault(kind, Set.of()).contains("type");
  }

  private static Set<String> knownNames() {
    Set<String> names = new TreeSet<>(SETTINGS.keySet());
    names.removeIf(FieldReader::takesType);
    return names;
  }

  private static Node nameOf(Node node) {
    return node.get("name").orElse(node);
  }

  private void checkSettings(String name, String kind, Node node) {
    Set<String> allowed = SETTINGS.getOrDefault(kind, Set.of());
    Set<String> always = kind.equals("hidden") ? OF_HIDDEN : OF_ALL;
    for (String key : node.keys()) {
      if (!allowed.contains(key) && !always.contains(key)) {
        problems.error(MESSAGES, node.require(key).place(), "field.setting", key, name);
      }
    }
  }

  private Question question(String name, String kind, Node node) {
    Optional<Localized<String>> label = text(node, "label");
    if (label.isEmpty() && !takesType(kind)) {
      label = Optional.of(own.apply("field." + name));
    } else if (label.isEmpty()) {
      problems.error(MESSAGES, node.place(), "field.no-label", name);
    }
    return new Question(
        name,
        node.flag("required", true),
        label.orElseGet(() -> Localized.same(languages.first(), name)),
        text(node, "help"));
  }

  private Optional<Localized<String>> text(Node node, String key) {
    return node.get(key).map(text -> text.localized(languages, problems));
  }

  private Field email(Node node, Question question) {
    if (!question.required()) {
      problems.error(MESSAGES, node.place(), "field.email-optional");
    }
    return new EmailField(question.label(), question.help());
  }

  private Optional<String> country(Node node) {
    Optional<Node> country = node.get("country");
    country
        .filter(code -> !CountryField.knows(code.text()))
        .ifPresent(code -> problems.error(MESSAGES, code.place(), "country.unknown", code.text()));
    return country.map(Node::text);
  }

  private Field choicesField(Node node, Question question) {
    List<ChoiceField.Choice> choices = choices(node);
    int most = number(node, "most", choices.size());
    if (most > choices.size() && !choices.isEmpty()) {
      problems.error(MESSAGES, node.require("most").place(), "field.most", most, choices.size());
    }
    return new ChoicesField(question, choices, most);
  }

  private List<ChoiceField.Choice> choices(Node node) {
    List<ChoiceField.Choice> choices = new ArrayList<>();
    if (node.get("options").isEmpty()) {
      problems.error(MESSAGES, node.place(), "field.no-options");
    }
    for (Node option : node.items("options")) {
      Node value = option.require("value");
      if (choices.stream().anyMatch(choice -> choice.value().equals(value.text()))) {
        problems.error(MESSAGES, value.place(), "option.twice", value.text());
      }
      Localized<String> label = option.require("label").localized(languages, problems);
      choices.add(new ChoiceField.Choice(value.text(), label));
    }
    return choices;
  }

  private static int number(Node node, String key, int assumed) {
    return node.get(key).map(number -> number.json().asInt()).orElse(assumed);
  }
}
