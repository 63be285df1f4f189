package org.handbill.widget.type.signup;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Consent;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Field;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Localized;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.RichText;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetType;

/** {@code type: signup}. */
public final class SignupType implements WidgetType {

  private static final Messages MESSAGES = Messages.beside(SignupType.class);

  @Override
  public String name() {
    return "signup";
  }

  @Override
  public Definition define(WidgetFile file, Network network, Problems problems) {
    Reader reader = new Reader(file, network, problems);
    return new Signup(file, network, reader.form());
  }

  private record Reader(WidgetFile file, Network network, Problems problems) {

    Form form() {
      Node node = file.node();
      node.get("double-opt-in")
          .filter(wish -> wish.json().booleanValue())
          .ifPresent(wish -> problems.warning(MESSAGES, wish.place(), "opt-in.not-yet"));
      Optional<Node> success = node.get("success");
      return new Form(
          fields(node.items("fields")),
          consent(node.get("consent")),
          success
              .flatMap(found -> found.get("text"))
              .map(text -> text.localizedRich(network.languages(), network.url(), problems))
              .orElseGet(() -> own("success").map(RichText::plain)),
          success.flatMap(found -> found.get("redirect")).flatMap(this::redirect),
          MESSAGES);
    }

    private List<Field> fields(List<Node> nodes) {
      Map<String, Field> fields = new LinkedHashMap<>();
      for (Node node : nodes) {
        String name = node.isMapping() ? node.require("name").text() : node.text();
        if (fields.put(name, field(name, node)) != null) {
          problems.error(MESSAGES, node.place(), "field.twice", name);
        }
      }
      List<Field> ordered = new ArrayList<>(fields.values());
      if (!fields.containsKey("email")) {
        if (!nodes.isEmpty()) {
          problems.error(MESSAGES, nodes.get(0).place(), "field.no-email");
        }
        ordered.add(0, new Field.Email(own("field.email"), Optional.empty()));
      }
      return ordered;
    }

    private Field field(String name, Node node) {
      Optional<Node> settings = Optional.of(node).filter(Node::isMapping);
      boolean required = settings.map(found -> found.flag("required", true)).orElse(true);
      Localized<String> label =
          settings.flatMap(found -> text(found, "label")).orElseGet(() -> own("field." + name));
      Optional<Localized<String>> help = settings.flatMap(found -> text(found, "help"));
      return switch (name) {
        case "email" -> email(node, required, label, help);
        case "postal-code" -> new Field.PostalCode(required, label, help);
        default -> new Field.Name(name, required, label, help);
      };
    }

    private Field email(
        Node node, boolean required, Localized<String> label, Optional<Localized<String>> help) {
      if (!required) {
        problems.error(MESSAGES, node.place(), "field.email-optional");
      }
      return new Field.Email(label, help);
    }

    private Optional<Localized<String>> text(Node node, String key) {
      return node.get(key).map(text -> text.localized(network.languages(), problems));
    }

    private Consent consent(Optional<Node> node) {
      Localized<RichText> wording =
          node.flatMap(found -> found.get("text"))
              .map(text -> text.localizedRich(network.languages(), network.url(), problems))
              .orElseGet(() -> own("consent.assumed", network.name()).map(RichText::plain));
      return new Consent(wording, List.of(network.name()));
    }

    /** A redirect leads only to an origin that the network's files name. */
    private Optional<URI> redirect(Node node) {
      return node.uri(problems)
          .filter(
              target -> {
                String origin = origin(target);
                if (!origin.equals(origin(network.url()))
                    && network.members().stream()
                        .noneMatch(member -> member.origins().contains(origin))) {
                  problems.error(MESSAGES, node.place(), "redirect.foreign", target);
                  return false;
                }
                return true;
              });
    }

    /** As browsers write it: lower case, and no port where it is the scheme's own. */
    private static String origin(URI target) {
      String scheme = target.getScheme().toLowerCase(Locale.ROOT);
      boolean usual = target.getPort() == (scheme.equals("https") ? 443 : 80);
      String port = usual || target.getPort() < 0 ? "" : ":" + target.getPort();
      return scheme + "://" + target.getHost().toLowerCase(Locale.ROOT) + port;
    }

    /** A text of Handbill's own, in each of the network's languages. */
    private Localized<String> own(String key, Object... values) {
      Map<Language, String> texts = new LinkedHashMap<>();
      for (Language language : network.languages().list()) {
        texts.put(language, MESSAGES.in(language).format(key, values));
      }
      return new Localized<>(texts);
    }
  }
}
