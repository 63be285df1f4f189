package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Messages;

/**
 * What the template shows.
 *
 * @param t the texts of Handbill's own
 * @param panels one a frequency
 * @param meter how near the goal is
 */
public record DonateView(Messages.Texts t, List<Panel> panels, Optional<Meter> meter) {

  /**
   * The amounts of one frequency.
   *
   * @param frequency its word
   * @param name what it is called
   * @param options the amounts
   * @param otherUrl where the donor chooses the amount
   * @param other what that link says
   * @param otherLabel what it says aloud
   */
  public record Panel(
      String frequency,
      String name,
      List<Option> options,
      String otherUrl,
      String other,
      String otherLabel) {}

  /**
   * One amount.
   *
   * @param amount in the widget's currency
   * @param frequency its word
   * @param text as the button shows it
   * @param label as it is said aloud
   * @param url where it leads
   */
  public record Option(
      BigDecimal amount, String frequency, String text, String label, String url) {}

  /**
   * How near the goal is.
   *
   * @param text in words
   * @param value raised, at most {@code max}
   * @param max wanted
   */
  public record Meter(String text, String value, String max) {}
}
