package org.handbill.widget.type.donate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Donate buttons as data; what is not there is left out. Where there are several currencies, all
 * that is money says which is its own.
 *
 * @param several whether there are several currencies
 */
record DonateData(boolean several) {

  static Map<String, Object> of(
      Donate donate, List<Counter> counters, Optional<Goal.Standing> standing) {
    DonateData form = new DonateData(donate.hasSeveralCurrencies());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("platform", donate.platform().name());
    data.put("currency", counters.get(0).offering().code());
    data.put(
        "options",
        counters.stream()
            .flatMap(
                counter ->
                    counter.buttons().stream()
                        .map(option -> form.option(option, counter.offering())))
            .toList());
    data.put("other", form.other(counters.get(0)));
    if (form.several) {
      data.put("others", counters.stream().map(form::other).toList());
    }
    standing.ifPresent(found -> data.put("goal", form.goal(found, donate.offerings().get(0))));
    return data;
  }

  private Map<String, Object> option(DonateView.Option option, Offering offering) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("amount", option.amount());
    putCurrency(data, offering);
    putText(data, "frequency", option.frequency());
    putText(data, "designation", option.designation());
    data.put("label", option.said());
    putText(data, "impact", option.impact());
    if (!option.suggested().isEmpty()) {
      data.put("suggested", true);
    }
    data.put("url", option.url());
    return data;
  }

  private Map<String, Object> other(Counter counter) {
    Offering offering = counter.offering();
    Map<String, Object> data = new LinkedHashMap<>();
    putCurrency(data, offering);
    data.put("url", counter.otherLink());
    offering.own().flatMap(Offering.Range::min).ifPresent(least -> data.put("min", least));
    offering.own().flatMap(Offering.Range::max).ifPresent(most -> data.put("max", most));
    return data;
  }

  private Map<String, Object> goal(Goal.Standing standing, Offering offering) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("amount", standing.goal().amount());
    putCurrency(data, offering);
    data.put("raised", standing.raised());
    standing.donors().ifPresent(donors -> data.put("donors", donors));
    standing.goal().until().ifPresent(day -> data.put("until", day.toString()));
    data.put("state", standing.state().name().toLowerCase(Locale.ROOT));
    return data;
  }

  private void putCurrency(Map<String, Object> data, Offering offering) {
    if (several) {
      data.put("currency", offering.code());
    }
  }

  private static void putText(Map<String, Object> data, String name, String text) {
    if (!text.isEmpty()) {
      data.put(name, text);
    }
  }
}
