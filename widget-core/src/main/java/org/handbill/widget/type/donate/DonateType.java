package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Member;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetType;

/** {@code type: donate}. */
public final class DonateType implements WidgetType {

  private static final Messages MESSAGES = Messages.beside(DonateType.class);

  @Override
  public String name() {
    return "donate";
  }

  @Override
  public Definition define(WidgetFile file, Network network, Problems problems) {
    Node node = file.node();
    Platform platform = platform(node.require("platform").text());
    Node form = node.require("form");
    platform
        .refuses(form.text())
        .ifPresent(key -> problems.error(MESSAGES, form.place(), key, form.text()));
    for (Member member : network.members()) {
      if (!platform.keeps(member.sourceCode())) {
        problems.error(
            MESSAGES,
            node.require("platform").place(),
            "code.dropped",
            member.sourceCode(),
            member.id());
      }
    }
    Money money = new Money(currency(node, problems));
    return new Donate(
        file,
        platform,
        form.text(),
        money,
        amounts(node.items("amounts"), money, problems),
        frequencies(node, platform, problems),
        node.get("goal").map(DonateType::goal));
  }

  private static Platform platform(String name) {
    return Platform.ALL.stream()
        .filter(platform -> platform.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The schema lets no other platform through"));
  }

  private static Currency currency(Node node, Problems problems) {
    Optional<Node> code = node.get("currency");
    try {
      return Currency.getInstance(code.map(Node::text).orElse("USD"));
    } catch (IllegalArgumentException unknown) {
      code.ifPresent(
          found -> problems.error(MESSAGES, found.place(), "currency.unknown", found.text()));
      return Currency.getInstance("USD");
    }
  }

  private static List<BigDecimal> amounts(List<Node> nodes, Money money, Problems problems) {
    List<BigDecimal> amounts = new ArrayList<>();
    for (Node node : nodes) {
      BigDecimal amount = node.json().decimalValue();
      if (!money.canBePaid(amount)) {
        problems.error(
            MESSAGES,
            node.place(),
            "amount.too-fine",
            amount.toPlainString(),
            money.currency().getCurrencyCode());
      }
      amounts.add(amount);
    }
    return amounts;
  }

  private static List<Frequency> frequencies(Node node, Platform platform, Problems problems) {
    List<Frequency> frequencies = new ArrayList<>();
    for (Node wish : node.items("frequencies")) {
      Frequency frequency = Frequency.of(wish.text());
      if (platform.frequencies().contains(frequency)) {
        frequencies.add(frequency);
      } else {
        problems.warning(
            MESSAGES, wish.place(), "frequency.not-carried", wish.text(), platform.name());
      }
    }
    return frequencies.isEmpty() ? List.of(Frequency.ONCE) : frequencies;
  }

  private static Donate.Goal goal(Node node) {
    return new Donate.Goal(
        node.require("amount").json().decimalValue(),
        node.get("raised").map(raised -> raised.json().decimalValue()).orElse(BigDecimal.ZERO));
  }
}
