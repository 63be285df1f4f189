package org.handbill.server.deliver;

import java.net.URI;
import java.util.Map;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Delivery.Person;
import org.handbill.widget.model.RichText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code hubspot}: a submission of a form. The form there has to have the fields that are mapped;
 * HubSpot refuses others. Forms only take people in, so unsubscribing and erasing are put aside for
 * the operator.
 */
final class HubSpotChannel implements Channel {

  private static final String USUAL = "https://api.hsforms.com";
  private static final String CODE = "/errors/0/errorType";
  private static final URI NO_BASE = URI.create("about:blank");

  private final Api api;
  private final String path;
  private final FieldMapping fields;

  HubSpotChannel(ChannelSettings settings, Connections connections) throws UnreadyException {
    this.api = Api.of("HubSpot", USUAL, Map.of(), settings, connections);
    this.path =
        "/submissions/v3/integration/submit/"
            + settings.text("portal", "")
            + "/"
            + settings.text("form", "");
    this.fields =
        FieldMapping.of(
            settings,
            "email",
            "email",
            "given-name",
            "firstname",
            "name",
            "firstname",
            "family-name",
            "lastname",
            "postal-code",
            "zip",
            "phone",
            "phone",
            "country",
            "country");
  }

  @Override
  public Outcome deliver(Delivery delivery) {
    return switch (delivery.event()) {
      case SIGNUP -> api.send("POST", path, submission(delivery.person()), delivery).outcome(CODE);
      case UNSUBSCRIBE ->
          new Outcome.Refused(
              "A form of HubSpot's unsubscribes nobody. Unsubscribe the contact there by hand.");
      case ERASE ->
          new Outcome.Refused(
              "A form of HubSpot's deletes nobody. Delete the contact there by hand.");
    };
  }

  /** Asks whether it can be reached at all; forms take no key. */
  @Override
  public Outcome probe() {
    Reply reply = api.get("/");
    return reply.status() > 0 ? new Outcome.Delivered() : reply.outcome();
  }

  private ObjectNode submission(Person person) {
    ObjectNode submission = Api.object();
    ArrayNode list = submission.putArray("fields");
    fields
        .of(person)
        .forEach((name, value) -> list.addObject().put("name", name).put("value", value));
    if (!person.widget().isEmpty()) {
      submission.putObject("context").put("pageName", person.widget());
    }
    ObjectNode consent = submission.putObject("legalConsentOptions").putObject("consent");
    consent.put("consentToProcess", true);
    consent.put("text", RichText.clean(person.consent().text(), NO_BASE).text());
    consent.putArray("communications");
    return submission;
  }
}
