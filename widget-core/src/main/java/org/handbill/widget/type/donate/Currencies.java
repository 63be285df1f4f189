package org.handbill.widget.type.donate;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problems;

/**
 * The currencies that a widget takes, and what its file says for each of them: once for all, or in
 * a mapping from their codes.
 *
 * @param list the one that comes first in front; never empty
 * @param written whether the editor named them
 */
record Currencies(List<Currency> list, boolean written, Problems problems) {

  private static final Currency USUAL = Currency.getInstance("USD");
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  Currencies {
    list = List.copyOf(list);
  }

  /** Those of the amounts, or else of the forms; {@code currency} says which comes first. */
  static Currencies read(Node node, Problems problems) {
    Optional<Node> mapping =
        node.get("amounts")
            .filter(Currencies::isByCode)
            .or(() -> node.get("form").filter(Currencies::isByCode));
    Optional<Node> first = node.get("currency");
    List<Currency> list = new ArrayList<>();
    for (String code : mapping.map(Node::keys).orElse(List.of())) {
      known(code, mapping.orElseThrow().require(code).place(), problems).ifPresent(list::add);
    }
    Optional<Currency> wish = first.flatMap(code -> known(code.text(), code.place(), problems));
    if (list.isEmpty()) {
      list.add(wish.orElse(USUAL));
    } else if (wish.isPresent() && list.remove(wish.get())) {
      list.add(0, wish.get());
    } else if (wish.isPresent()) {
      error(problems, first.orElseThrow().place(), "currency.unlisted", wish.get(), text(list));
    }
    return new Currencies(list, first.isPresent() || mapping.isPresent(), problems);
  }

  private static Optional<Currency> known(String code, Place place, Problems problems) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException unknown) {
      error(problems, place, "currency.unknown", code);
      return Optional.empty();
    }
  }

  /** True for a mapping from codes of currencies, and not from anything else. */
  static boolean isByCode(Node node) {
    return node.isMapping() && node.keys().stream().anyMatch(key -> CODE.matcher(key).matches());
  }

  boolean areSeveral() {
    return list.size() > 1;
  }

  /**
   * What the file says under a key for a currency. A mapping without entries holds for all;
   * anything else that is said once for several currencies is reported.
   */
  Optional<Node> said(Node node, String key, Currency currency) {
    Optional<Node> value = node.get(key);
    if (value.isEmpty()) {
      return value;
    }
    if (isByCode(value.get())) {
      return ofMapping(value.get(), currency);
    }
    boolean forAll = !areSeveral() || (value.get().isMapping() && value.get().keys().isEmpty());
    if (!forAll) {
      error(problems, value.get().place(), "currency.each", key, text(list));
    }
    return forAll ? value : Optional.empty();
  }

  /** The value of a currency's code; reports the codes of others than there are. */
  Optional<Node> ofMapping(Node mapping, Currency currency) {
    List<String> codes = list.stream().map(Currency::getCurrencyCode).toList();
    for (String code : mapping.keys()) {
      Place place = mapping.require(code).place();
      if (!codes.contains(code) && known(code, place, problems).isPresent()) {
        error(problems, place, "currency.unlisted", code, text(list));
      }
    }
    return mapping.get(currency.getCurrencyCode());
  }

  private static String text(List<Currency> list) {
    return list.stream().map(Currency::getCurrencyCode).collect(Collectors.joining(", "));
  }

  private static void error(Problems problems, Place place, String key, Object... values) {
    problems.error(DonateType.MESSAGES, place, key, values);
  }
}
