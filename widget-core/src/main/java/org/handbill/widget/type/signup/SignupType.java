package org.handbill.widget.type.signup;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Consent;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Form;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Localized;
import org.handbill.widget.model.Member;
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
      Optional<Node> success = node.get("success");
      return new Form(
          new FieldReader(network.languages(), problems, this::own).read(node.items("fields")),
          consent(node.get("consent")),
          node.flag("double-opt-in", true),
          success
              .flatMap(found -> found.get("text"))
              .map(text -> text.localizedRich(network.languages(), network.url(), problems))
              .orElseGet(() -> own("success").map(RichText::plain)),
          success.flatMap(found -> found.get("redirect")).flatMap(this::redirect),
          MESSAGES);
    }

    private Consent consent(Optional<Node> node) {
      Localized<RichText> wording =
          node.flatMap(found -> found.get("text"))
              .map(text -> text.localizedRich(network.languages(), network.url(), problems))
              .orElseGet(() -> own("consent.assumed", network.name()).map(RichText::plain));
      return new Consent(wording, network.name(), node.map(this::members).orElse(List.of()));
    }

    /** The members that receive the data of their own pages, where the editor lists them. */
    private List<Member> members(Node consent) {
      Optional<Node> controllers = consent.get("controllers");
      List<String> listed = consent.items("controllers").stream().map(Node::text).toList();
      controllers
          .filter(list -> !listed.contains("network"))
          .ifPresent(list -> problems.error(MESSAGES, list.place(), "consent.no-network"));
      if (!listed.contains("member")) {
        return List.of();
      }
      List<Member> members =
          network.members().stream().filter(member -> !member.deliveries().isEmpty()).toList();
      if (members.isEmpty()) {
        Node wish = consent.items("controllers").get(listed.indexOf("member"));
        problems.error(MESSAGES, wish.place(), "consent.no-member");
      }
      return members;
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
