package org.handbill.widget.type.donate;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.handbill.widget.model.Beside;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetType;

/** {@code type: donate}. */
public final class DonateType implements WidgetType {

  static final Messages MESSAGES = Messages.beside(DonateType.class);

  private final List<Platform> platforms;

  /** With every platform that Handbill knows. */
  public DonateType() {
    this(Platform.ALL);
  }

  /** With these platforms. */
  DonateType(List<Platform> platforms) {
    this.platforms = List.copyOf(platforms);
  }

  @Override
  public String name() {
    return "donate";
  }

  /** With the platforms' names filled in. */
  @Override
  public String schema() {
    List<String> names = platforms.stream().map(Platform::name).toList();
    return Beside.text(DonateType.class, "schema.json")
        .replace("\"{platforms}\"", "\"" + String.join("\", \"", names) + "\"")
        .replace("{platforms}", String.join(", ", names));
  }

  @Override
  public Definition define(WidgetFile file, Network network, Problems problems) {
    Node node = file.node();
    Platform platform = platform(node.require("platform").text());
    Currencies currencies = Currencies.read(node, problems);
    Map<Currency, String> forms = new FormReader(platform, currencies, problems).read(node);
    return new Donate(
        file,
        platform,
        forms.entrySet().stream()
            .map(
                form ->
                    new OfferingReader(
                            platform,
                            form.getValue(),
                            form.getKey(),
                            currencies,
                            network.languages(),
                            problems)
                        .read(node))
            .toList(),
        new CreditReader(platform, forms.values(), network, problems).read(node),
        new Donate.Look(
            node.text("layout").map(Layout::of).orElse(Layout.BUTTONS),
            node.text("target").orElse("same").equals("new")),
        node.get("goal").map(goal -> new GoalReader(network.languages(), problems).read(goal)));
  }

  private Platform platform(String name) {
    return platforms.stream()
        .filter(platform -> platform.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The schema lets no other platform through"));
  }
}
