package org.handbill.widget.type.donate;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Donate buttons as data; what is not there is left out. */
final class DonateData {

  private DonateData() {}

  static Map<String, Object> of(
      Donate donate, List<DonateView.Option> options, URI other, Optional<Goal.Standing> standing) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("platform", donate.platform().name());
    data.put("currency", donate.offering().money().currency().getCurrencyCode());
    data.put("options", options.stream().map(DonateData::option).toList());
    data.put("other", other(other, donate.offering().own()));
    standing.ifPresent(found -> data.put("goal", goal(found)));
    return data;
  }

  private static Map<String, Object> option(DonateView.Option option) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("amount", option.amount());
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

  private static void putText(Map<String, Object> data, String name, String text) {
    if (!text.isEmpty()) {
      data.put(name, text);
    }
  }

  private static Map<String, Object> other(URI url, Optional<Offering.Range> own) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("url", url);
    own.flatMap(Offering.Range::min).ifPresent(least -> data.put("min", least));
    own.flatMap(Offering.Range::max).ifPresent(most -> data.put("max", most));
    return data;
  }

  private static Map<String, Object> goal(Goal.Standing standing) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("amount", standing.goal().amount());
    data.put("raised", standing.raised());
    standing.donors().ifPresent(donors -> data.put("donors", donors));
    standing.goal().until().ifPresent(day -> data.put("until", day.toString()));
    data.put("state", standing.state().name().toLowerCase(java.util.Locale.ROOT));
    return data;
  }
}
