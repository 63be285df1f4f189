package org.handbill.server.deliver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Delivery.Person;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code mailchimp}: a contact of one audience. Recording it never sets the status of a contact
 * that is there already. One who had left and has now confirmed that they are back is asked by
 * Mailchimp itself ({@code pending}), which is the one way back that it allows everybody; one who
 * has not confirmed stays as they are. The source code goes where the editor maps {@code source}.
 */
final class MailchimpChannel implements Channel {

  private static final Pattern KEY_WITH_DATA_CENTER = Pattern.compile("[^-]+-([a-z]{2}[0-9]{1,3})");
  private static final String TITLE = "/title";
  private static final String SUBSCRIBED = "subscribed";

  private final Api api;
  private final String list;
  private final String statusIfNew;
  private final List<String> tags;
  private final FieldMapping fields;

  MailchimpChannel(ChannelSettings settings, Connections connections) throws UnreadyException {
    String key = settings.secret("api-key");
    String usual = "https://" + dataCenter(settings, key) + ".api.mailchimp.com";
    Map<String, String> login = Map.of("Authorization", Api.basic("handbill", key));
    this.api = Api.of("Mailchimp", usual, login, settings, connections);
    this.list = "/3.0/lists/" + settings.text("list", "");
    this.statusIfNew = settings.text("status", SUBSCRIBED);
    this.tags = settings.list("tags");
    this.fields =
        FieldMapping.of(settings, "given-name", "FNAME", "name", "FNAME", "family-name", "LNAME");
  }

  private static String dataCenter(ChannelSettings settings, String key) throws UnreadyException {
    Matcher suffix = KEY_WITH_DATA_CENTER.matcher(key);
    if (settings.text("data-center").isEmpty() && !suffix.matches()) {
      throw new UnreadyException(
          "Mailchimp's key does not end in its data centre. Write data-center, such as us21.");
    }
    return settings.text("data-center").orElseGet(() -> suffix.group(1));
  }

  @Override
  public Outcome deliver(Delivery delivery) {
    return switch (delivery.event()) {
      case SIGNUP -> signup(delivery);
      case UNSUBSCRIBE -> status(delivery, "unsubscribed").removal(TITLE);
      case ERASE ->
          api.send("POST", contact(delivery) + "/actions/delete-permanent", delivery)
              .removal(TITLE);
    };
  }

  @Override
  public Outcome probe() {
    return api.get("/3.0/ping").outcome(TITLE);
  }

  private Outcome signup(Delivery delivery) {
    Reply reply = api.send("PUT", contact(delivery), contactOf(delivery.person()), delivery);
    if (!reply.taken()) {
      return refused(reply);
    }
    Outcome outcome = back(reply.text("/status"), delivery);
    return outcome instanceof Outcome.Delivered && !tags.isEmpty() ? tag(delivery) : outcome;
  }

  private static Outcome refused(Reply reply) {
    return switch (reply.text(TITLE)) {
      case "Member Exists" -> new Outcome.Delivered();
      case "Member In Compliance State" ->
          new Outcome.Refused(
              "Mailchimp lets only the person themselves undo that they left or that their mail"
                  + " came back. Send them Mailchimp's own form.");
      case "Forgotten Email Not Subscribed" ->
          new Outcome.Refused(
              "The contact was deleted in Mailchimp for good. Only Mailchimp's own form can add"
                  + " them again.");
      default -> reply.outcome(TITLE);
    };
  }

  /** What to do about a contact that was there already and is not written to. */
  private Outcome back(String status, Delivery delivery) {
    return switch (status) {
      case "unsubscribed", "archived" -> {
        boolean confirmed = !delivery.person().consent().confirmedAt().isEmpty();
        yield confirmed
            ? refused(status(delivery, "pending"))
            : new Outcome.Refused(
                "The contact is "
                    + status
                    + " in Mailchimp and has not confirmed that they are back.");
      }
      case "cleaned" ->
          new Outcome.Refused("Mailchimp writes to the contact no more: its mail came back.");
      default -> new Outcome.Delivered();
    };
  }

  private Reply status(Delivery delivery, String status) {
    return api.send("PATCH", contact(delivery), Api.object().put("status", status), delivery);
  }

  private Outcome tag(Delivery delivery) {
    ObjectNode body = Api.object();
    ArrayNode list = body.putArray("tags");
    tags.forEach(tag -> list.addObject().put("name", tag).put("status", "active"));
    return api.send("POST", contact(delivery) + "/tags", body, delivery).outcome(TITLE);
  }

  private ObjectNode contactOf(Person person) {
    ObjectNode contact =
        Api.object().put("email_address", person.email()).put("status_if_new", statusIfNew);
    Map<String, String> values = fields.of(person);
    if (!values.isEmpty()) {
      values.forEach(contact.putObject("merge_fields")::put);
    }
    String language = FieldMapping.primaryLanguage(person);
    if (!language.isEmpty()) {
      contact.put("language", language);
    }
    return contact;
  }

  /** A contact's address: the MD5 of its e-mail address in small letters. */
  private String contact(Delivery delivery) {
    try {
      byte[] email =
          delivery.person().email().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("MD5").digest(email);
      return list + "/members/" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has MD5", e);
    }
  }
}
