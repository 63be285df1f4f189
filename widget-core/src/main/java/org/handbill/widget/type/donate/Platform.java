package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A donation platform: how a gift becomes a link to the network's form there, and what such a link
 * cannot carry. Implementations hold nothing and are thread-safe.
 *
 * <p>{@code form} is everywhere what the editor wrote, which this platform did not refuse.
 */
interface Platform {

  /** Every platform, a line each. */
  List<Platform> ALL =
      List.of(
          new ActBlue(),
          new Donorbox(),
          new EveryOrg(),
          new Givebutter(),
          new Stripe(),
          new PayPal(),
          new CommitChange(),
          new ActionNetwork(),
          new UrlTemplate());

  /** The word after {@code platform:}. */
  String name();

  /** The address of a form there, for an editor who wrote something else. */
  String example();

  /** What is wrong with the form's address as a message key, or nothing. */
  Optional<String> refuses(String form);

  /** The link. */
  URI link(String form, Gift gift);

  /** Whether a link can carry an amount. */
  default boolean carriesAmounts(String form) {
    return amountParameter(form).isPresent();
  }

  /** The query parameter that carries an amount, so that a plain form can ask for it. */
  default Optional<String> amountParameter(String form) {
    return Optional.empty();
  }

  /** Whether a link can say the currency, so that one form takes several. */
  default boolean carriesCurrency(String form) {
    return false;
  }

  /** The most amounts that a link without one can suggest. */
  default int mostSuggested() {
    return Integer.MAX_VALUE;
  }

  /** The frequencies that a link can carry; none where the form itself decides. */
  default Set<Frequency> frequencies(String form) {
    return Set.of();
  }

  /** The frequencies of a widget whose editor names none. */
  default List<Frequency> usualFrequencies(String form) {
    return frequencies(form).contains(Frequency.ONCE) ? List.of(Frequency.ONCE) : List.of();
  }

  /** Whether a link can say what a gift is for. */
  default boolean carriesDesignations(String form) {
    return false;
  }

  /** The source codes that it keeps; nothing where a link cannot carry any. */
  default Optional<Codes> codes(String form) {
    return Optional.empty();
  }
}
