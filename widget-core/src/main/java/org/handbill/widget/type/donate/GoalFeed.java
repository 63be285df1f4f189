package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.util.Optional;
import org.handbill.widget.model.Material;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON document that tells how much there is.
 *
 * @param source where it is read
 * @param raised where in it the amount stands (RFC 6901)
 * @param donors where the number of donors stands
 */
record GoalFeed(Source.AtUrl source, JsonPointer raised, Optional<JsonPointer> donors) {

  private static final BigDecimal MOST = new BigDecimal(1_000_000_000_000L);
  private static final int MOST_DECIMALS = 18; // a number of a thousand million digits is no money
  private static final int LONGEST_NUMBER = 40;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** What it says; nothing where it was never read. */
  Optional<Goal.Figures> figures(Material material) {
    return Optional.ofNullable(material.read().get(source))
        .map(bytes -> figures(bytes, new Problems()))
        .filter(figures -> figures.raised().isPresent());
  }

  /** What these bytes say; whatever they do not say is reported as an error. */
  Goal.Figures figures(SourceBytes bytes, Problems problems) {
    try {
      JsonNode document = JSON.readTree(bytes.bytes());
      return new Goal.Figures(
          number(document, raised, problems),
          donors
              .flatMap(pointer -> number(document, pointer, problems))
              .map(BigDecimal::longValue));
    } catch (JacksonException malformed) {
      problems.error(DonateType.MESSAGES, source.place(), "goal.not-json");
      return new Goal.Figures(Optional.empty(), Optional.empty());
    }
  }

  private Optional<BigDecimal> number(JsonNode document, JsonPointer pointer, Problems problems) {
    Optional<BigDecimal> number = number(document.at(pointer));
    if (number.isEmpty()) {
      problems.error(DonateType.MESSAGES, source.place(), "goal.no-number", pointer.toString());
    }
    return number;
  }

  /** A number, or a text that is one, that can be money or a count. */
  private static Optional<BigDecimal> number(JsonNode node) {
    String text = node.isString() ? node.asString().strip() : "";
    boolean written = text.length() <= LONGEST_NUMBER && text.matches("\\d+(\\.\\d+)?");
    return Optional.ofNullable(
            node.isNumber() ? node.decimalValue() : written ? new BigDecimal(text) : null)
        .filter(number -> Math.abs((long) number.scale()) <= MOST_DECIMALS)
        .filter(number -> number.signum() >= 0 && number.compareTo(MOST) <= 0);
  }
}
