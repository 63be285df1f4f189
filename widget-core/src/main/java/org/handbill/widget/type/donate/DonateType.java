package org.handbill.widget.type.donate;

import java.util.List;
import java.util.Optional;
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
    Node form = node.require("form");
    Optional<String> refusal = platform.refuses(form.text());
    refusal.ifPresent(
        key -> problems.error(MESSAGES, form.place(), key, form.text(), platform.example()));
    // A form that was refused cannot be asked what it carries; the rest is read all the same.
    String address = refusal.isEmpty() ? form.text() : platform.example();
    return new Donate(
        file,
        platform,
        address,
        new OfferingReader(platform, address, network.languages(), problems).read(node),
        new CreditReader(platform, address, network, problems).read(node),
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
