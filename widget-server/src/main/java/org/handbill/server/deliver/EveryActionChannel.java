package org.handbill.server.deliver;

import java.util.Map;
import java.util.Set;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Delivery.Person;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code every-action}: a person in EveryAction or NGP VAN, found or made by what is known of them.
 * What an editor maps goes into properties of the person. Its interface deletes nobody, as far as
 * is documented, so an erasure unsubscribes the person and is then put aside for the operator.
 */
final class EveryActionChannel implements Channel {

  private static final String USUAL = "https://api.securevan.com";
  private static final String CODE = "/errors/0/code";

  /** The database that campaigns keep themselves, as against the voter file. */
  private static final String OWN_DATABASE = "|1";

  private static final Set<String> OWN_PLACES =
      Set.of("phoneNumber", "zipOrPostalCode", "countryCode");

  private final Api api;
  private final FieldMapping fields;

  EveryActionChannel(ChannelSettings settings, Connections connections) throws UnreadyException {
    String key = settings.secret("api-key");
    String password = key.contains("|") ? key : key + OWN_DATABASE;
    String login = Api.basic(settings.text("app-name", ""), password);
    this.api = Api.of("EveryAction", USUAL, Map.of("Authorization", login), settings, connections);
    this.fields =
        FieldMapping.of(
            settings,
            "given-name",
            "firstName",
            "name",
            "firstName",
            "family-name",
            "lastName",
            "phone",
            "phoneNumber",
            "postal-code",
            "zipOrPostalCode",
            "country",
            "countryCode");
  }

  @Override
  public Outcome deliver(Delivery delivery) {
    return switch (delivery.event()) {
      case SIGNUP -> send(person(delivery.person()), delivery);
      case UNSUBSCRIBE -> unsubscribe(delivery);
      case ERASE -> {
        Outcome outcome = unsubscribe(delivery);
        yield outcome instanceof Outcome.Delivered
            ? new Outcome.Refused(
                "EveryAction deletes nobody for us. The person is unsubscribed there; delete their"
                    + " record by hand.")
            : outcome;
      }
    };
  }

  @Override
  public Outcome probe() {
    return api.get("/v4/apiKeyProfiles").outcome(CODE);
  }

  private Outcome unsubscribe(Delivery delivery) {
    ObjectNode person = Api.object();
    email(person, delivery.person(), false);
    return send(person, delivery);
  }

  private Outcome send(ObjectNode person, Delivery delivery) {
    return api.send("POST", "/v4/people/findOrCreate", person, delivery).outcome(CODE);
  }

  private ObjectNode person(Person person) {
    ObjectNode told = Api.object();
    Map<String, String> values = fields.of(person);
    values.forEach(
        (name, value) -> {
          if (!OWN_PLACES.contains(name)) {
            told.put(name, value);
          }
        });
    email(told, person, true);
    if (values.containsKey("phoneNumber")) {
      told.putArray("phones").addObject().put("phoneNumber", values.get("phoneNumber"));
    }
    if (values.containsKey("zipOrPostalCode") || values.containsKey("countryCode")) {
      ObjectNode address = told.putArray("addresses").addObject();
      for (String name : new String[] {"zipOrPostalCode", "countryCode"}) {
        String value = values.get(name);
        if (value != null) {
          address.put(name, value);
        }
      }
    }
    return told;
  }

  private static void email(ObjectNode told, Person person, boolean subscribed) {
    told.putArray("emails")
        .addObject()
        .put("email", person.email())
        .put("isSubscribed", subscribed);
  }
}
