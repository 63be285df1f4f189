package org.handbill.server.deliver;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Delivery.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code listmonk}: a subscriber of public lists. Signing up needs no key; unsubscribing and
 * erasing take the subscribers' interface and so an API user, and without one they are put aside
 * for the operator. A list of listmonk's with its own double opt-in asks a second time: make it
 * single.
 */
final class ListmonkChannel implements Channel {

  private static final String SUBSCRIBERS = "/api/subscribers";

  private final Api open;
  private final Optional<Api> keyed;
  private final List<String> lists;

  ListmonkChannel(ChannelSettings settings, Connections connections) throws UnreadyException {
    String url = settings.address("url");
    this.open = Api.of("listmonk", url, Map.of(), settings, connections);
    Optional<String> key = settings.optionalSecret("api-key");
    Map<String, String> login =
        Map.of("Authorization", Api.basic(settings.text("api-user", ""), key.orElse("")));
    Api withKey = Api.of("listmonk", url, login, settings, connections);
    this.keyed = key.map(present -> withKey);
    this.lists = settings.list("lists");
  }

  @Override
  public Outcome deliver(Delivery delivery) {
    return switch (delivery.event()) {
      case SIGNUP -> signup(delivery);
      case UNSUBSCRIBE ->
          keyed
              .map(api -> remove(api, delivery))
              .orElse(
                  new Outcome.Refused(
                      "Without api-user and api-key listmonk unsubscribes nobody for us."
                          + " Unsubscribe the person there by hand."));
      case ERASE ->
          keyed
              .map(api -> remove(api, delivery))
              .orElse(
                  new Outcome.Refused(
                      "Without api-user and api-key listmonk deletes nobody for us. Delete the"
                          + " subscriber there by hand."));
    };
  }

  @Override
  public Outcome probe() {
    return keyed.isPresent()
        ? keyed.get().get("/api/lists?per_page=1").outcome()
        : open.get("/api/public/lists").outcome();
  }

  private Outcome signup(Delivery delivery) {
    Person person = delivery.person();
    ObjectNode body = Api.object().put("email", person.email());
    String name = name(person);
    if (!name.isEmpty()) {
      body.put("name", name);
    }
    lists.forEach(body.putArray("list_uuids")::add);
    return open.send("POST", "/api/public/subscription", body, delivery).outcome();
  }

  private static String name(Person person) {
    String whole = FieldMapping.value(person, "name");
    String parts =
        FieldMapping.value(person, "given-name") + " " + FieldMapping.value(person, "family-name");
    return whole.isEmpty() ? parts.strip() : whole;
  }

  private Outcome remove(Api api, Delivery delivery) {
    Reply found = api.send("GET", SUBSCRIBERS + "?per_page=1&query=" + query(delivery), delivery);
    if (!found.taken()) {
      return found.outcome();
    }
    JsonNode subscriber = found.json().path("data").path("results").path(0);
    long id = subscriber.path("id").asLong(0);
    if (id == 0) {
      return new Outcome.Delivered(); // listmonk does not know them
    }
    if (delivery.event() == Delivery.Event.ERASE) {
      return api.send("DELETE", SUBSCRIBERS + "/" + id, delivery).removal("");
    }
    ObjectNode body = Api.object().put("action", "unsubscribe");
    body.putArray("ids").add(id);
    ArrayNode targets = body.putArray("target_list_ids");
    for (JsonNode list : subscriber.path("lists")) {
      if (lists.stream().anyMatch(list.path("uuid").asString("")::equalsIgnoreCase)) {
        targets.add(list.path("id").asLong(0));
      }
    }
    return targets.isEmpty()
        ? new Outcome.Delivered() // on none of the lists
        : api.send("PUT", SUBSCRIBERS + "/lists", body, delivery).outcome();
  }

  /** The condition that listmonk takes, an SQL expression: the address is a quoted string in it. */
  private static String query(Delivery delivery) {
    String email = delivery.person().email().toLowerCase(Locale.ROOT).replace("'", "''");
    return Api.encoded("subscribers.email = '" + email + "'");
  }
}
