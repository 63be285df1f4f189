package org.handbill.server.deliver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Delivery.Person;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code brevo}: a contact on lists. With a {@code template}, Brevo sends a confirmation mail of
 * its own; without one the contact is on the lists at once, and one who had left and has now
 * confirmed that they are back may be written to again. The attributes are those of an account in
 * English. The e-mail address stands in the path of some requests, since Brevo asks for it there.
 */
final class BrevoChannel implements Channel {

  private static final String USUAL = "https://api.brevo.com";
  private static final String CODE = "/code";
  private static final String CONTACTS = "/v3/contacts";

  private final Api api;
  private final List<Long> lists;
  private final List<Long> template;
  private final Optional<String> redirect;
  private final FieldMapping fields;

  BrevoChannel(ChannelSettings settings, Connections connections) throws UnreadyException {
    Map<String, String> key = Map.of("api-key", settings.secret("api-key"));
    this.api = Api.of("Brevo", USUAL, key, settings, connections);
    this.lists = settings.numbers("lists");
    this.template = settings.numbers("template");
    this.redirect = settings.text("redirect-url");
    this.fields =
        FieldMapping.of(
            settings, "given-name", "FIRSTNAME", "name", "FIRSTNAME", "family-name", "LASTNAME");
  }

  @Override
  public Outcome deliver(Delivery delivery) {
    Person person = delivery.person();
    return switch (delivery.event()) {
      case SIGNUP ->
          template.isEmpty()
              ? api.send("POST", CONTACTS, contact(person), delivery).outcome(CODE)
              : api.send("POST", CONTACTS + "/doubleOptinConfirmation", asked(person), delivery)
                  .outcome(CODE);
      case UNSUBSCRIBE -> {
        ObjectNode body = Api.object().put("emailBlacklisted", true);
        yield api.send("PUT", path(person), body, delivery).removal(CODE);
      }
      case ERASE -> api.send("DELETE", path(person), delivery).removal(CODE);
    };
  }

  @Override
  public Outcome probe() {
    return api.get("/v3/account").outcome(CODE);
  }

  private ObjectNode contact(Person person) {
    ObjectNode contact = Api.object().put("email", person.email());
    lists.forEach(contact.putArray("listIds")::add);
    attributes(contact, person);
    contact.put("updateEnabled", true);
    if (!person.consent().confirmedAt().isEmpty()) {
      contact.put("emailBlacklisted", false);
    }
    return contact;
  }

  private ObjectNode asked(Person person) {
    ObjectNode asked = Api.object().put("email", person.email());
    lists.forEach(asked.putArray("includeListIds")::add);
    template.forEach(number -> asked.put("templateId", number));
    redirect.ifPresent(url -> asked.put("redirectionUrl", url));
    attributes(asked, person);
    return asked;
  }

  private void attributes(ObjectNode contact, Person person) {
    Map<String, String> values = fields.of(person);
    if (!values.isEmpty()) {
      values.forEach(contact.putObject("attributes")::put);
    }
  }

  private static String path(Person person) {
    return CONTACTS + "/" + Api.encoded(person.email());
  }
}
