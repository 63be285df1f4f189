package org.handbill.widget.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Delivery;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problems;

/**
 * Reads the lists under {@code delivery}, which have passed their schema, and tells what a schema
 * cannot. Ids are told apart over all lists that one reader reads.
 */
final class DeliveryReader {

  private static final String NAME = "name";

  private final Problems problems;
  private final Map<String, Place> seen = new HashMap<>();

  DeliveryReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads one list.
   *
   * @param owner what every id of the list begins with: nothing for the network's own
   */
  List<Delivery> read(String owner, List<Node> entries) {
    List<Delivery> deliveries = new ArrayList<>();
    for (Node entry : entries) {
      kind(entry).map(kind -> delivery(owner, entry, kind)).ifPresent(deliveries::add);
    }
    return deliveries;
  }

  private Optional<String> kind(Node entry) {
    List<String> kinds = entry.keys().stream().filter(key -> !key.equals(NAME)).toList();
    if (kinds.isEmpty()) {
      problems.error(NetworkFolder.MESSAGES, entry.place(), "delivery.kind-missing");
    } else if (kinds.size() > 1) {
      problems.error(
          NetworkFolder.MESSAGES, entry.place(), "delivery.kind-twice", String.join(", ", kinds));
    }
    return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
  }

  private Delivery delivery(String owner, Node entry, String kind) {
    Node settings = entry.require(kind);
    String id = owner + entry.text(NAME).orElse(kind);
    Place place = entry.get(NAME).orElse(settings).place();
    Place first = seen.putIfAbsent(id, place);
    if (first != null) {
      problems.error(NetworkFolder.MESSAGES, place, "delivery.duplicate", id, first.toString());
    }
    for (String key : List.of("url", "base-url", "redirect-url")) {
      settings
          .get(key)
          .filter(address -> !address.text().startsWith("${"))
          .ifPresent(address -> address.uri(problems));
    }
    if (settings.get("template").isPresent() && settings.get("redirect-url").isEmpty()) {
      Place template = settings.require("template").place();
      problems.error(NetworkFolder.MESSAGES, template, "delivery.template");
    }
    if (kind.equals("listmonk")) {
      together(settings, "api-user", "api-key");
      together(settings, "api-key", "api-user");
    }
    return new Delivery(id, kind, settings);
  }

  private void together(Node settings, String key, String other) {
    settings
        .get(key)
        .filter(present -> settings.get(other).isEmpty())
        .ifPresent(
            present ->
                problems.error(
                    NetworkFolder.MESSAGES, present.place(), "delivery.half-login", key, other));
  }
}
