package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Choice;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Improvement;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.View;

/** Donate buttons and where their goal stands today. */
record Appeal(Donate donate, Optional<Goal.Standing> standing) implements Content {

  @Override
  public View view(Audience audience, Links links) {
    List<Counter> counters = counters(audience);
    DonateView shown = shown(audience, counters);
    return new View(
        "org/handbill/widget/type/donate/donate.jte",
        Map.of("view", shown),
        DonateData.of(donate, counters, standing),
        Optional.of(donate.file().fallbackUrl().orElse(counters.get(0).plainLink())),
        formTargets(shown),
        Improvement.NONE);
  }

  @Override
  public int height(Audience audience, Links links, int width) {
    return new DonateHeight(shown(audience, counters(audience)), width).height();
  }

  @Override
  public Map<String, Set<String>> parameters() {
    return donate.hasSeveralCurrencies()
        ? Map.of(
            Donate.CURRENCY,
            donate.offerings().stream().map(Offering::code).collect(Collectors.toSet()))
        : Map.of();
  }

  @Override
  public List<Choice> choices(Language language) {
    if (!donate.hasSeveralCurrencies()) {
      return List.of();
    }
    Messages.Texts texts = DonateType.MESSAGES.in(language);
    List<Choice.Value> values =
        donate.offerings().stream()
            .map(offering -> new Choice.Value(offering.code(), offering.money().title(language)))
            .toList();
    return List.of(
        new Choice(
            Donate.CURRENCY,
            texts.get("choice.currency"),
            texts.format("choice.currency.unset", donate.money().title(language)),
            values));
  }

  @Override
  public String privacy(Audience audience) {
    Messages.Texts texts = DonateType.MESSAGES.in(audience.language());
    List<Counter> counters = counters(audience);
    String platforms =
        counters.stream()
            .map(counter -> counter.plainLink().getHost())
            .distinct()
            .reduce((one, next) -> texts.format("joined", one, next))
            .orElseThrow();
    boolean credited = counters.stream().anyMatch(counter -> !counter.credit().isEmpty());
    return texts.format("privacy", platforms) + (credited ? " " + texts.get("privacy.credit") : "");
  }

  private List<Counter> counters(Audience audience) {
    Messages.Texts texts = DonateType.MESSAGES.in(audience.language());
    return donate.offerings(audience).stream()
        .map(offering -> new Counter(donate, offering, audience, texts))
        .toList();
  }

  private DonateView shown(Audience audience, List<Counter> counters) {
    Messages.Texts texts = DonateType.MESSAGES.in(audience.language());
    return new DonateView(
        donate.look().layout().word(),
        donate.look().newTab(),
        texts.get(donate.hasSeveralCurrencies() ? "group.currencies" : "group"),
        counters.stream().map(Counter::purse).toList(),
        standing.map(found -> Meters.of(found, donate.money(), audience.language(), texts)));
  }

  private static List<URI> formTargets(DonateView shown) {
    return shown
        .purposes()
        .flatMap(purpose -> purpose.panels().stream())
        .flatMap(panel -> panel.own().stream())
        .map(own -> URI.create(own.action()))
        .distinct()
        .toList();
  }
}
