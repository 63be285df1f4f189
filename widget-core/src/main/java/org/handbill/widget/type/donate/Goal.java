package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.handbill.widget.model.Localized;
import org.handbill.widget.model.Material;

/**
 * How much is wanted, and how much there is.
 *
 * @param amount wanted, above 0
 * @param written what stands in the file, for as long as the feed has given nothing
 * @param until the last day, in UTC
 * @param reachedText what is said once there is enough; empty for Handbill's own words
 * @param endedText what is said after the last day; empty for Handbill's own words
 * @param feed where the figures are read; empty where they stand in the file
 */
record Goal(
    BigDecimal amount,
    Figures written,
    Optional<LocalDate> until,
    Optional<Localized<String>> reachedText,
    Optional<Localized<String>> endedText,
    Optional<GoalFeed> feed) {

  /** What came in so far; empty where it is not known. */
  record Figures(Optional<BigDecimal> raised, Optional<Long> donors) {}

  /** Where a goal stands. */
  enum State {
    OPEN,
    REACHED,
    ENDED
  }

  /**
   * A goal as it stands today.
   *
   * @param raised so far
   * @param donors how many gave, where it is known
   */
  record Standing(Goal goal, BigDecimal raised, Optional<Long> donors, State state) {}

  /** How it stands; nothing where it is not known yet, since 0 would be a lie. */
  Optional<Standing> standing(Material material) {
    Figures figures = feed.flatMap(found -> found.figures(material)).orElse(written);
    return figures
        .raised()
        .map(
            raised ->
                new Standing(
                    this,
                    raised,
                    figures.donors().or(written::donors),
                    state(raised, material.today())));
  }

  private State state(BigDecimal raised, LocalDate today) {
    if (raised.compareTo(amount) >= 0) {
      return State.REACHED;
    }
    return until.filter(today::isAfter).isPresent() ? State.ENDED : State.OPEN;
  }
}
