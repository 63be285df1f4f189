package org.handbill.server.deliver;

import java.util.LinkedHashMap;
import java.util.Map;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Delivery.Person;

/**
 * {@code salesforce}: a lead by Web-to-Lead. Salesforce demands a last name, so a full name is
 * split at its last blank, and the e-mail address stands in where no name was asked for. It answers
 * 200 to whatever it is sent, and takes 500 leads a day; what it drops it tells its own
 * administrator. It only takes people in, so unsubscribing and erasing are put aside for the
 * operator.
 */
final class SalesforceChannel implements Channel {

  private static final String USUAL = "https://webto.salesforce.com";
  private static final String PATH = "/servlet/servlet.WebToLead?encoding=UTF-8";
  private static final String LAST_NAME = "last_name";

  private final Api api;
  private final String organization;
  private final String company;
  private final FieldMapping fields;

  SalesforceChannel(ChannelSettings settings, Connections connections) throws UnreadyException {
    this.api = Api.of("Salesforce", USUAL, Map.of(), settings, connections);
    this.organization = settings.text("oid", "");
    this.company = settings.text("company", "");
    this.fields =
        FieldMapping.of(
            settings,
            "email",
            "email",
            "given-name",
            "first_name",
            "family-name",
            LAST_NAME,
            "postal-code",
            "zip",
            "phone",
            "phone",
            "country",
            "country",
            "source",
            "lead_source");
  }

  @Override
  public Outcome deliver(Delivery delivery) {
    return switch (delivery.event()) {
      case SIGNUP -> api.form(PATH, lead(delivery.person()), delivery).outcome();
      case UNSUBSCRIBE ->
          new Outcome.Refused(
              "Web-to-Lead unsubscribes nobody. Tick Email Opt Out of the lead by hand.");
      case ERASE -> new Outcome.Refused("Web-to-Lead deletes nobody. Delete the lead by hand.");
    };
  }

  /** Asks whether it can be reached at all; Web-to-Lead takes no key. */
  @Override
  public Outcome probe() {
    Reply reply = api.get("/");
    return reply.status() > 0 ? new Outcome.Delivered() : reply.outcome();
  }

  private Map<String, String> lead(Person person) {
    Map<String, String> lead = new LinkedHashMap<>();
    lead.put("oid", organization);
    lead.putAll(fields.of(person));
    lead.putIfAbsent("company", company);
    if (!lead.containsKey(LAST_NAME)) {
      String name = FieldMapping.value(person, "name").strip();
      int blank = name.lastIndexOf(' ');
      if (blank > 0) {
        lead.putIfAbsent("first_name", name.substring(0, blank).strip());
      }
      lead.put(LAST_NAME, name.isEmpty() ? lastNameWithoutOne(lead, person) : lastOf(name, blank));
    }
    return lead;
  }

  private static String lastOf(String name, int blank) {
    return name.substring(blank + 1);
  }

  private static String lastNameWithoutOne(Map<String, String> lead, Person person) {
    return lead.getOrDefault("first_name", person.email());
  }
}
