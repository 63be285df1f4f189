package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.handbill.widget.model.Languages;
import org.handbill.widget.model.Localized;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import tools.jackson.core.JsonPointer;

/** Reads {@code goal}. */
record GoalReader(Languages languages, Problems problems) {

  private static final Duration USUAL_INTERVAL = Duration.ofMinutes(15);

  Goal read(Node node) {
    Optional<GoalFeed> feed = node.get("source").flatMap(this::feed);
    Optional<BigDecimal> raised = node.get("raised").map(found -> found.json().decimalValue());
    return new Goal(
        node.require("amount").json().decimalValue(),
        new Goal.Figures(
            node.get("source").isPresent() ? raised : raised.or(() -> Optional.of(BigDecimal.ZERO)),
            node.get("donors").map(donors -> donors.json().longValue())),
        node.get("until").flatMap(this::day),
        text(node, "reached-text"),
        text(node, "ended-text"),
        feed);
  }

  private Optional<Localized<String>> text(Node node, String key) {
    return node.get(key).map(text -> text.localized(languages, problems).map(PlainText::line));
  }

  private Optional<LocalDate> day(Node node) {
    try {
      return Optional.of(LocalDate.parse(node.text()));
    } catch (DateTimeException thereIsNoSuchDay) {
      problems.error(DonateType.MESSAGES, node.place(), "goal.no-day", node.text());
      return Optional.empty();
    }
  }

  private Optional<GoalFeed> feed(Node node) {
    Node url = node.require("url");
    return url.uri(problems)
        .map(
            address ->
                new GoalFeed(
                    new Source.AtUrl(
                        address, interval(node), node.flag("allow-private", false), url.place()),
                    JsonPointer.compile(node.require("pointer").text()),
                    node.text("donors-pointer").map(JsonPointer::compile)));
  }

  private static Duration interval(Node node) {
    return node.text("every")
        .map(
            text -> {
              long count = Long.parseLong(text.substring(0, text.length() - 1));
              return switch (text.charAt(text.length() - 1)) {
                case 's' -> Duration.ofSeconds(count);
                case 'm' -> Duration.ofMinutes(count);
                case 'h' -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
              };
            })
        .orElse(USUAL_INTERVAL);
  }
}
