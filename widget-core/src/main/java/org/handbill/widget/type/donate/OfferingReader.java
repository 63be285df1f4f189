package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Languages;
import org.handbill.widget.model.Localized;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.Problems;
import org.handbill.widget.type.donate.money.Money;

/**
 * Reads what donors may choose from in one currency, and leaves out what the platform's links
 * cannot carry.
 */
record OfferingReader(
    Platform platform,
    String form,
    Currency currency,
    Currencies currencies,
    Languages languages,
    Problems problems) {

  Offering read(Node node) {
    Money money = new Money(currency);
    return new Offering(
        form,
        money,
        currencies.written(),
        amounts(node, money),
        frequencies(node),
        designations(node),
        own(node, money));
  }

  private Optional<Node> said(Node node, String key) {
    return currencies.said(node, key, currency);
  }

  private List<Offering.Amount> amounts(Node node, Money money) {
    Optional<Node> list = said(node, "amounts");
    List<Node> written = list.map(Node::items).orElse(List.of());
    List<BigDecimal> values = written.stream().map(amount -> value(amount, money)).toList();
    Optional<Node> suggested = said(node, "suggested");
    suggested
        .filter(wish -> !holds(values, wish.json().decimalValue()))
        .ifPresent(wish -> error(wish.place(), "suggested.unlisted", wish.text()));
    Map<BigDecimal, Localized<String>> impacts = impacts(node, values);
    if (!written.isEmpty() && !platform.carriesAmounts(form)) {
      warning(list.orElseThrow().place(), "amounts.not-carried", platform.name());
      return List.of();
    }
    if (written.size() > platform.mostSuggested()) {
      warning(
          written.get(platform.mostSuggested()).place(),
          "amounts.too-many",
          platform.name(),
          platform.mostSuggested());
    }
    Optional<BigDecimal> wish = suggested.map(one -> one.json().decimalValue());
    return values.stream()
        .map(
            value ->
                new Offering.Amount(
                    value,
                    wish.filter(one -> one.compareTo(value) == 0).isPresent(),
                    Optional.ofNullable(impacts.get(value.stripTrailingZeros()))))
        .toList();
  }

  private BigDecimal value(Node node, Money money) {
    BigDecimal amount = node.json().decimalValue();
    if (!money.canBePaid(amount)) {
      error(
          node.place(),
          "amount.too-fine",
          amount.toPlainString(),
          money.currency().getCurrencyCode());
    }
    return amount;
  }

  private Map<BigDecimal, Localized<String>> impacts(Node node, List<BigDecimal> values) {
    Map<BigDecimal, Localized<String>> impacts = new LinkedHashMap<>();
    Optional<Node> written = said(node, "impact");
    for (String key : written.map(Node::keys).orElse(List.of())) {
      Node impact = written.orElseThrow().require(key);
      BigDecimal amount = new BigDecimal(key);
      if (!holds(values, amount)) {
        warning(impact.place(), "impact.unused", key);
      }
      impacts.put(
          amount.stripTrailingZeros(), impact.localized(languages, problems).map(PlainText::line));
    }
    return impacts;
  }

  private static boolean holds(List<BigDecimal> values, BigDecimal wanted) {
    return values.stream().anyMatch(value -> value.compareTo(wanted) == 0);
  }

  private List<Frequency> frequencies(Node node) {
    List<Frequency> frequencies = new ArrayList<>();
    for (Node wish : node.items("frequencies")) {
      Frequency frequency = Frequency.of(wish.text());
      if (platform.frequencies(form).contains(frequency)) {
        frequencies.add(frequency);
      } else {
        warning(wish.place(), "frequency.not-carried", wish.text(), platform.name());
      }
    }
    return frequencies.isEmpty() ? platform.usualFrequencies(form) : frequencies;
  }

  private List<Offering.Designation> designations(Node node) {
    List<Node> written = node.items("designations");
    if (!written.isEmpty() && !platform.carriesDesignations(form)) {
      warning(node.require("designations").place(), "designations.not-carried", platform.name());
      return List.of();
    }
    return written.stream().map(this::designation).toList();
  }

  private Offering.Designation designation(Node node) {
    return node.isMapping()
        ? new Offering.Designation(
            node.require("code").text(),
            node.require("title").localized(languages, problems).map(PlainText::line))
        : new Offering.Designation(
            node.text(), node.localized(languages, problems).map(PlainText::line));
  }

  private Optional<Offering.Range> own(Node node, Money money) {
    Optional<Node> written = said(node, "other");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> min = written.get().get("min").map(least -> value(least, money));
    Optional<BigDecimal> max = written.get().get("max").map(most -> value(most, money));
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      error(
          written.get().require("max").place(),
          "other.limits",
          max.get().toPlainString(),
          min.get().toPlainString());
    }
    if (platform.amountParameter(form).isEmpty()) {
      warning(written.get().place(), "other.not-carried", platform.name());
      return Optional.empty();
    }
    return Optional.of(new Offering.Range(min, max));
  }

  private void error(Place place, String key, Object... values) {
    problems.error(DonateType.MESSAGES, place, key, values);
  }

  private void warning(Place place, String key, Object... values) {
    problems.warning(DonateType.MESSAGES, place, key, values);
  }
}
