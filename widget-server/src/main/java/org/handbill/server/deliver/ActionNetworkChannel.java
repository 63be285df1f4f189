package org.handbill.server.deliver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Delivery.Person;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code action-network}: the person alone, or a submission of a form there, which carries the
 * member's source code as referrer data. A full name goes into the given name whole, since nobody
 * can tell where to split it. What an editor maps goes into custom fields.
 *
 * <p>Its interface cannot delete a person, so an erasure unsubscribes them and is then put aside
 * for the operator.
 */
final class ActionNetworkChannel implements Channel {

  private static final String USUAL = "https://actionnetwork.org";
  private static final String ERROR = "/error";
  private static final Set<String> OWN_PLACES =
      Set.of("given_name", "family_name", "postal_code", "country", "phone_number");

  private final Api api;
  private final Optional<String> form;
  private final List<String> tags;
  private final FieldMapping fields;

  ActionNetworkChannel(ChannelSettings settings, Connections connections) throws UnreadyException {
    Map<String, String> key = Map.of("OSDI-API-Token", settings.secret("api-key"));
    this.api = Api.of("Action Network", USUAL, key, settings, connections);
    this.form = settings.text("form");
    this.tags = settings.list("tags");
    this.fields =
        FieldMapping.of(
            settings,
            "given-name",
            "given_name",
            "name",
            "given_name",
            "family-name",
            "family_name",
            "postal-code",
            "postal_code",
            "country",
            "country",
            "phone",
            "phone_number");
  }

  @Override
  public Outcome deliver(Delivery delivery) {
    return switch (delivery.event()) {
      case SIGNUP -> signup(delivery);
      case UNSUBSCRIBE -> unsubscribe(delivery);
      case ERASE -> {
        Outcome outcome = unsubscribe(delivery);
        yield outcome instanceof Outcome.Delivered
            ? new Outcome.Refused(
                "Action Network cannot delete a person for us. They are unsubscribed there; delete"
                    + " their record by hand.")
            : outcome;
      }
    };
  }

  @Override
  public Outcome probe() {
    return api.get("/api/v2/").outcome(ERROR);
  }

  private Outcome signup(Delivery delivery) {
    ObjectNode body = Api.object();
    body.set("person", person(delivery.person()));
    if (!tags.isEmpty()) {
      tags.forEach(body.putArray("add_tags")::add);
    }
    if (form.isEmpty()) {
      return api.send("POST", "/api/v2/people/", body, delivery).outcome(ERROR);
    }
    body.putObject("triggers").putObject("autoresponse").put("enabled", true);
    String source = delivery.person().source();
    if (!source.isEmpty()) {
      body.putObject("action_network:referrer_data").put("source", source);
    }
    String path = "/api/v2/forms/" + form.get() + "/submissions";
    return api.send("POST", path, body, delivery).outcome(ERROR);
  }

  private Outcome unsubscribe(Delivery delivery) {
    ObjectNode body = Api.object();
    addresses(body.putObject("person"), delivery.person(), "unsubscribed");
    return api.send("POST", "/api/v2/people/", body, delivery).outcome(ERROR);
  }

  private ObjectNode person(Person person) {
    ObjectNode told = Api.object();
    Map<String, String> values = fields.of(person);
    put(told, "given_name", values);
    put(told, "family_name", values);
    addresses(told, person, "subscribed");
    if (values.containsKey("postal_code") || values.containsKey("country")) {
      ObjectNode address = told.putArray("postal_addresses").addObject();
      put(address, "postal_code", values);
      put(address, "country", values);
    }
    if (values.containsKey("phone_number")) {
      told.putArray("phone_numbers").addObject().put("number", values.get("phone_number"));
    }
    String language = FieldMapping.primaryLanguage(person);
    if (!language.isEmpty()) {
      told.putArray("languages_spoken").add(language);
    }
    ObjectNode custom = Api.object();
    values.keySet().stream()
        .filter(name -> !OWN_PLACES.contains(name))
        .forEach(name -> put(custom, name, values));
    if (!custom.isEmpty()) {
      told.set("custom_fields", custom);
    }
    return told;
  }

  private static void addresses(ObjectNode told, Person person, String status) {
    told.putArray("email_addresses")
        .addObject()
        .put("address", person.email())
        .put("status", status);
  }

  private static void put(ObjectNode object, String name, Map<String, String> values) {
    String value = values.get(name);
    if (value != null) {
      object.put(name, value);
    }
  }
}
