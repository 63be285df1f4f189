package org.handbill.server.deliver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Delivery.Person;
import org.handbill.server.store.Delivery.Receipt;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code webhook}: any program that takes events by the Standard Webhooks specification. The body
 * of one delivery is the same, byte for byte, at every attempt; its id and time stamp are signed
 * with it, by every key that is listed.
 */
final class WebhookChannel implements Channel {

  private final Api api;
  private final List<WebhookKey> keys = new ArrayList<>();

  WebhookChannel(ChannelSettings settings, Connections connections) throws UnreadyException {
    String url = settings.address("url");
    this.api = new Api("The webhook", url, Map.of(), settings.allowPrivate(), connections);
    for (String secret : settings.secrets("secret")) {
      keys.add(WebhookKey.of(secret));
    }
  }

  @Override
  public Outcome deliver(Delivery delivery) {
    return tell(delivery, type(delivery.event()));
  }

  /** Tells it as an event of another type, so that it reaches no list by mistake. */
  @Override
  public Outcome rehearse(Delivery delivery) {
    return tell(delivery, "handbill.test");
  }

  @Override
  public Outcome probe() {
    ObjectNode event = event("handbill.test", api.connections().clock().instant());
    event.putObject("data");
    return post("test_" + UUID.randomUUID(), event, List.of());
  }

  private Outcome tell(Delivery delivery, String type) {
    ObjectNode event = event(type, delivery.at());
    event.set("data", data(delivery.person()));
    return post(delivery.id(), event, delivery.person().values().values());
  }

  private Outcome post(String id, ObjectNode event, Collection<String> personal) {
    byte[] body = Api.bytes(event);
    String message = "msg_" + id;
    long now = api.connections().clock().instant().getEpochSecond();
    String signatures =
        keys.stream().map(key -> key.sign(message, now, body)).collect(Collectors.joining(" "));
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/json",
            "webhook-id",
            message,
            "webhook-timestamp",
            Long.toString(now),
            "webhook-signature",
            signatures);
    return api.exchange("POST", "", headers, body, personal).outcome();
  }

  private static String type(Delivery.Event event) {
    return switch (event) {
      case SIGNUP -> "signup.confirmed";
      case UNSUBSCRIBE -> "signup.unsubscribed";
      case ERASE -> "person.erased";
    };
  }

  private static ObjectNode event(String type, Instant at) {
    return Api.object().put("type", type).put("timestamp", at.toString());
  }

  private static ObjectNode data(Person person) {
    ObjectNode data = Api.object().put("email", person.email());
    ObjectNode fields = data.putObject("fields");
    person.values().forEach(fields::put);
    putWhereKnown(data, "signup", person.signup());
    putWhereKnown(data, "widget", person.widget());
    putWhereKnown(data, "member", person.member());
    putWhereKnown(data, "source", person.source());
    putWhereKnown(data, "language", person.language());
    Receipt receipt = person.consent();
    if (!receipt.version().isEmpty()) {
      ObjectNode consent = data.putObject("consent").put("version", receipt.version());
      consent.put("text", receipt.text());
      receipt.controllers().forEach(consent.putArray("controllers")::add);
      putWhereKnown(consent, "given-at", receipt.givenAt());
      putWhereKnown(consent, "confirmed-at", receipt.confirmedAt());
    }
    return data;
  }

  private static void putWhereKnown(ObjectNode object, String key, String value) {
    if (!value.isEmpty()) {
      object.put(key, value);
    }
  }
}
