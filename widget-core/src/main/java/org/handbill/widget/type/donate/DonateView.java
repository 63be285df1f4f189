package org.handbill.widget.type.donate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the template shows.
 *
 * @param layout the arrangement's word
 * @param newTab whether the platform opens in a tab of its own
 * @param group what is chosen
 * @param purses one a currency; one in all where there is no choice
 * @param meter how near the goal is
 */
public record DonateView(
    String layout, boolean newTab, String group, List<Purse> purses, Optional<Meter> meter) {

  /** The window that the platform opens in. */
  public String target() {
    return newTab ? "_blank" : "_top";
  }

  /** The purposes of every currency. */
  Stream<Purpose> purposes() {
    return purses.stream().flatMap(purse -> purse.purposes().stream());
  }

  /**
   * The gifts of one currency.
   *
   * @param code its code of ISO 4217
   * @param name what it is called
   * @param purposes one a designation; one in all where there is no choice
   */
  public record Purse(String code, String name, List<Purpose> purposes) {}

  /**
   * What a gift can be for.
   *
   * @param name what it is called; empty where there is no choice
   * @param panels one a frequency
   */
  public record Purpose(String name, List<Panel> panels) {}

  /**
   * The amounts of one frequency.
   *
   * @param frequency its word
   * @param name what it is called
   * @param options the amounts
   * @param own the form that asks for an amount of one's own
   * @param otherUrl where the donor chooses the amount
   * @param other what that link says
   * @param otherLabel what it says aloud
   */
  public record Panel(
      String frequency,
      String name,
      List<Option> options,
      Optional<Own> own,
      String otherUrl,
      String other,
      String otherLabel) {

    /** True where the editor suggests one of the amounts. */
    public boolean suggests() {
      return options.stream().anyMatch(option -> !option.suggested().isEmpty());
    }
  }

  /**
   * One amount.
   *
   * @param amount in its purse's currency
   * @param frequency its word; empty where the platform decides
   * @param designation what it is for, as the platform knows it; empty for none
   * @param text as the button shows it
   * @param suggested a word of praise for the amount that the editor suggests; empty for others
   * @param impact what it pays for; empty where nothing is said
   * @param said the gift as it is said aloud
   * @param label all of the button as it is said aloud
   * @param url where it leads
   */
  public record Option(
      BigDecimal amount,
      String frequency,
      String designation,
      String text,
      String suggested,
      String impact,
      String said,
      String label,
      String url) {}

  /**
   * A form that asks for an amount and takes it to the platform.
   *
   * @param action where it leads, without parameters
   * @param parameters what it sends along
   * @param parameter the name of the amount
   * @param min the least
   * @param max the most; empty for no limit
   * @param step the smallest coin
   * @param label what is asked
   * @param give what the button says
   * @param giveLabel what it says aloud
   */
  public record Own(
      String action,
      List<Parameter> parameters,
      String parameter,
      String min,
      String max,
      String step,
      String label,
      String give,
      String giveLabel) {}

  /**
   * How near the goal is.
   *
   * @param text in words
   * @param value raised, at most {@code max}
   * @param max wanted
   * @param details how many gave, and until when; may be empty
   * @param remark what is said of a goal that is reached or over; empty for one that is open
   */
  public record Meter(String text, String value, String max, String details, String remark) {}
}
