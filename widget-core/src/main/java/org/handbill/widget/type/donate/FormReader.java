package org.handbill.widget.type.donate;

import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problems;

/**
 * Reads {@code form}. One form takes several currencies only where a link can say which is meant;
 * else somebody would give 500 dollars instead of 500 pesos.
 */
record FormReader(Platform platform, Currencies currencies, Problems problems) {

  /** The form's address of every currency, in order. One that is refused is replaced by another. */
  Map<Currency, String> read(Node node) {
    Node written = node.require("form");
    Map<Currency, String> forms = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Currency currency : currencies.list()) {
      Optional<Node> form =
          Currencies.isByCode(written)
              ? currencies.ofMapping(written, currency)
              : Optional.of(written);
      if (form.isEmpty()) {
        error(written.place(), "form.lacking", currency.getCurrencyCode());
      }
      String address = form.map(this::address).orElse(platform.example());
      if (!taken.add(address) && !platform.carriesCurrency(address)) {
        form.filter(found -> found.text().equals(address))
            .ifPresent(found -> error(found.place(), "form.currency", platform.name()));
      }
      forms.put(currency, address);
    }
    return forms;
  }

  /** A form that was refused cannot be asked what it carries; the rest is read all the same. */
  private String address(Node form) {
    Optional<String> refusal = platform.refuses(form.text());
    refusal.ifPresent(key -> error(form.place(), key, form.text(), platform.example()));
    return refusal.isEmpty() ? form.text() : platform.example();
  }

  private void error(Place place, String key, Object... values) {
    problems.error(DonateType.MESSAGES, place, key, values);
  }
}
