package org.handbill.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handbill.server.deliver.Platform.Asked;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Delivery.Event;
import org.handbill.server.store.Delivery.Person;
import org.handbill.server.store.Delivery.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each platform is asked exactly what it documents, and its answers are understood. */
class PlatformsTest {

  private static final Outcome DELIVERED = new Outcome.Delivered();

  /** An address that is one, with everything that other languages than e-mail's give a meaning. */
  private static final String HOSTILE = "o'hara+x&y=z/..?#%41{}$|`~*!@example.net";

  /** MD5 of ana.okafor@example.net. */
  private static final String ANA = "/3.0/lists/a1b2/members/" + md5("ana.okafor@example.net");

  @TempDir Path folder;
  private final Platform platform = new Platform();
  private final List<Desk> desks = new ArrayList<>();

  @AfterEach
  void close() {
    platform.close();
    desks.forEach(Desk::close);
  }

  private Channel channel(String kind, String settings) {
    Desk desk = new Desk(folder);
    desks.add(desk);
    String at = kind.equals("listmonk") ? "url" : "base-url";
    return desk.channel(
        kind, "{" + settings + ", " + at + ": \"" + platform.url() + "/\", allow-private: true}");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static String md5(String text) {
    try {
      byte[] hash =
          java.security.MessageDigest.getInstance("MD5")
              .digest(text.getBytes(StandardCharsets.UTF_8));
      return java.util.HexFormat.of().formatHex(hash);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String reason(Outcome outcome) {
    return ((Outcome.Refused) outcome).reason();
  }

  private static Delivery unconfirmed(Delivery delivery) {
    Person person = delivery.person();
    Receipt receipt =
        new Receipt("0a1b2c", "Yes.", List.of("Open Doors"), "2026-11-22T10:00:00Z", "");
    return new Delivery(
        delivery.id(),
        delivery.channel(),
        delivery.event(),
        delivery.at(),
        new Person(
            person.email(),
            person.values(),
            person.signup(),
            person.widget(),
            person.member(),
            person.source(),
            person.language(),
            receipt),
        false);
  }

  private static void isAsked(Asked asked, String method, String target, String body) {
    assertThat(asked.method() + " " + asked.target()).isEqualTo(method + " " + target);
    assertThat(asked.json()).isEqualTo(json(body));
    assertThat(asked.header("content-type")).isEqualTo("application/json");
    assertThat(asked.header("idempotency-key")).isNotEmpty();
  }

  // Action Network

  private static final String ACTION_NETWORK =
      "api-key: \"${KEY}\", tags: [newsletter], fields: {why: Why}";

  @Test
  void action_network_records_a_person() {
    Channel channel = channel("action-network", ACTION_NETWORK);
    Delivery ana =
        Desk.signup(
            "ana.okafor@example.net", "why", "solidarity", "phone", "+13125550100", "other", "no");
    assertThat(channel.deliver(ana)).isEqualTo(DELIVERED);
    isAsked(
        platform.only(),
        "POST",
        "/api/v2/people/",
        """
        {"person": {"given_name": "Ana", "family_name": "Okafor",
          "email_addresses": [{"address": "ana.okafor@example.net", "status": "subscribed"}],
          "postal_addresses": [{"postal_code": "60601"}],
          "phone_numbers": [{"number": "+13125550100"}],
          "languages_spoken": ["es"],
          "custom_fields": {"Why": "solidarity"}},
         "add_tags": ["newsletter"]}
        """);
    assertThat(platform.only().header("osdi-api-token")).isEqualTo(Desk.KEY);
    assertThat(platform.only().header("idempotency-key")).isEqualTo("d-1");
  }

  @Test
  void action_network_records_a_submission_of_a_form_with_its_source() {
    Channel channel = channel("action-network", "api-key: \"${KEY}\", form: 9a-f0");
    assertThat(channel.deliver(Desk.signup())).isEqualTo(DELIVERED);
    isAsked(
        platform.only(),
        "POST",
        "/api/v2/forms/9a-f0/submissions",
        """
        {"person": {"given_name": "Ana", "family_name": "Okafor",
          "email_addresses": [{"address": "ana.okafor@example.net", "status": "subscribed"}],
          "postal_addresses": [{"postal_code": "60601"}], "languages_spoken": ["es"]},
         "triggers": {"autoresponse": {"enabled": true}},
         "action_network:referrer_data": {"source": "lwa"}}
        """);
  }

  @Test
  void action_network_unsubscribes_and_leaves_deleting_to_a_person() {
    Channel channel = channel("action-network", ACTION_NETWORK);
    String gone =
        """
        {"person": {"email_addresses":
          [{"address": "ana.okafor@example.net", "status": "unsubscribed"}]}}
        """;
    assertThat(channel.deliver(Desk.leaving(Event.UNSUBSCRIBE))).isEqualTo(DELIVERED);
    isAsked(platform.asked().get(0), "POST", "/api/v2/people/", gone);
    assertThat(reason(channel.deliver(Desk.leaving(Event.ERASE)))).contains("by hand");
    isAsked(platform.asked().get(1), "POST", "/api/v2/people/", gone);
  }

  // Mailchimp

  private static final String MAILCHIMP = "list: a1b2, api-key: \"${KEY}\", fields: {source: SRC}";

  @Test
  void mailchimp_records_a_contact_without_touching_the_status_of_one_that_is_there() {
    platform.says(200, "{\"status\": \"subscribed\"}");
    assertThat(channel("mailchimp", MAILCHIMP).deliver(Desk.signup("Ana.Okafor@Example.NET")))
        .isEqualTo(DELIVERED);
    isAsked(
        platform.only(),
        "PUT",
        ANA,
        """
        {"email_address": "Ana.Okafor@Example.NET", "status_if_new": "subscribed",
         "merge_fields": {"FNAME": "Ana", "LNAME": "Okafor", "SRC": "lwa"}, "language": "es"}
        """);
    assertThat(platform.only().header("authorization")).isEqualTo(basic("handbill:" + Desk.KEY));
  }

  @Test
  void mailchimp_gets_the_whole_name_where_there_is_one_alone() {
    Delivery ana =
        Desk.signup(
            "ana@example.net", "given-name", "", "family-name", "", "name", "Ana María Okafor");
    assertThat(channel("mailchimp", MAILCHIMP).deliver(ana)).isEqualTo(DELIVERED);
    assertThat(platform.only().json().path("merge_fields"))
        .isEqualTo(json("{\"FNAME\": \"Ana María Okafor\", \"SRC\": \"lwa\"}"));
  }

  @Test
  void mailchimp_tags_a_contact_once_it_is_there() {
    Channel channel = channel("mailchimp", MAILCHIMP + ", tags: [web, new]");
    assertThat(channel.deliver(Desk.signup())).isEqualTo(DELIVERED);
    isAsked(
        platform.asked().get(1),
        "POST",
        ANA + "/tags",
        """
        {"tags": [{"name": "web", "status": "active"}, {"name": "new", "status": "active"}]}
        """);
  }

  @Test
  void mailchimp_asks_one_who_had_left_and_confirmed_anew() {
    platform.says(200, "{\"status\": \"unsubscribed\"}");
    assertThat(channel("mailchimp", MAILCHIMP).deliver(Desk.signup())).isEqualTo(DELIVERED);
    isAsked(platform.asked().get(1), "PATCH", ANA, "{\"status\": \"pending\"}");
  }

  @Test
  void mailchimp_leaves_one_alone_who_had_left_and_has_not_confirmed() {
    platform.says(200, "{\"status\": \"unsubscribed\"}");
    Outcome outcome = channel("mailchimp", MAILCHIMP).deliver(unconfirmed(Desk.signup()));
    assertThat(reason(outcome)).contains("not confirmed");
    assertThat(platform.asked()).hasSize(1);
  }

  @Test
  void mailchimps_own_refusals_are_understood() {
    Channel channel = channel("mailchimp", MAILCHIMP);
    platform
        .says(400, "{\"title\": \"Member Exists\", \"detail\": \"ana.okafor@example.net is\"}")
        .says(400, "{\"title\": \"Member In Compliance State\"}")
        .says(400, "{\"title\": \"Forgotten Email Not Subscribed\"}")
        .says(200, "{\"status\": \"cleaned\"}")
        .says(400, "{\"title\": \"Invalid Resource\", \"detail\": \"ana.okafor@example.net\"}");
    assertThat(channel.deliver(Desk.signup())).isEqualTo(DELIVERED);
    assertThat(reason(channel.deliver(Desk.signup()))).contains("own form");
    assertThat(reason(channel.deliver(Desk.signup()))).contains("own form");
    assertThat(reason(channel.deliver(Desk.signup()))).contains("came back");
    assertThat(reason(channel.deliver(Desk.signup())))
        .isEqualTo("Mailchimp answered 400 (Invalid Resource).");
  }

  @Test
  void mailchimp_unsubscribes_and_deletes_for_good() {
    Channel channel = channel("mailchimp", MAILCHIMP);
    platform.says(200, "{}").says(204, "");
    assertThat(channel.deliver(Desk.leaving(Event.UNSUBSCRIBE))).isEqualTo(DELIVERED);
    isAsked(platform.asked().get(0), "PATCH", ANA, "{\"status\": \"unsubscribed\"}");
    assertThat(channel.deliver(Desk.leaving(Event.ERASE))).isEqualTo(DELIVERED);
    assertThat(platform.asked().get(1).method()).isEqualTo("POST");
    assertThat(platform.asked().get(1).target()).isEqualTo(ANA + "/actions/delete-permanent");
  }

  // Brevo

  private static final String BREVO = "api-key: \"${KEY}\", lists: [4, 7]";

  @Test
  void brevo_puts_one_who_confirmed_on_its_lists() {
    platform.says(201, "{\"id\": 1}");
    assertThat(channel("brevo", BREVO).deliver(Desk.signup())).isEqualTo(DELIVERED);
    isAsked(
        platform.only(),
        "POST",
        "/v3/contacts",
        """
        {"email": "ana.okafor@example.net", "listIds": [4, 7],
         "attributes": {"FIRSTNAME": "Ana", "LASTNAME": "Okafor"},
         "updateEnabled": true, "emailBlacklisted": false}
        """);
    assertThat(platform.only().header("api-key")).isEqualTo(Desk.KEY);
  }

  @Test
  void brevo_does_not_write_again_to_one_who_had_left_and_has_not_confirmed() {
    assertThat(channel("brevo", BREVO).deliver(unconfirmed(Desk.signup()))).isEqualTo(DELIVERED);
    assertThat(platform.only().json().has("emailBlacklisted")).isFalse();
  }

  @Test
  void brevo_confirms_by_its_own_template_where_the_editor_wants_that() {
    String settings =
        BREVO + ", template: 3, redirect-url: \"https://a.example/thanks\", fields: {source: SRC}";
    assertThat(channel("brevo", settings).deliver(Desk.signup())).isEqualTo(DELIVERED);
    isAsked(
        platform.only(),
        "POST",
        "/v3/contacts/doubleOptinConfirmation",
        """
        {"email": "ana.okafor@example.net", "includeListIds": [4, 7], "templateId": 3,
         "redirectionUrl": "https://a.example/thanks",
         "attributes": {"FIRSTNAME": "Ana", "LASTNAME": "Okafor", "SRC": "lwa"}}
        """);
  }

  @Test
  void brevo_blocks_and_deletes_and_minds_no_stranger() {
    Channel channel = channel("brevo", BREVO);
    String path = "/v3/contacts/ana.okafor%40example.net";
    platform
        .says(204, "")
        .says(204, "")
        .says(404, "{\"code\": \"document_not_found\"}")
        .says(410, "");
    assertThat(channel.deliver(Desk.leaving(Event.UNSUBSCRIBE))).isEqualTo(DELIVERED);
    isAsked(platform.asked().get(0), "PUT", path, "{\"emailBlacklisted\": true}");
    assertThat(channel.deliver(Desk.leaving(Event.ERASE))).isEqualTo(DELIVERED);
    assertThat(platform.asked().get(1).method() + " " + platform.asked().get(1).target())
        .isEqualTo("DELETE " + path);
    assertThat(channel.deliver(Desk.leaving(Event.ERASE))).isEqualTo(DELIVERED);
    assertThat(channel.deliver(Desk.leaving(Event.UNSUBSCRIBE))).isEqualTo(DELIVERED);
  }

  // listmonk

  private static final String UUID = "eb420c55-4cfb-4972-92ba-c93c34ba475d";
  private static final String LISTMONK = "lists: [" + UUID + "]";
  private static final String LISTMONK_KEYED = LISTMONK + ", api-user: bot, api-key: \"${KEY}\"";

  @Test
  void listmonk_takes_a_subscriber_and_both_of_its_answers() {
    Channel channel = channel("listmonk", LISTMONK);
    platform.says(200, "{\"data\": true}").says(200, "{\"data\": {\"has_optin\": false}}");
    assertThat(channel.deliver(Desk.signup())).isEqualTo(DELIVERED);
    isAsked(
        platform.only(),
        "POST",
        "/api/public/subscription",
        "{\"email\": \"ana.okafor@example.net\", \"name\": \"Ana Okafor\", \"list_uuids\": [\""
            + UUID
            + "\"]}");
    assertThat(platform.only().header("authorization")).isEmpty();
    assertThat(channel.deliver(Desk.signup())).isEqualTo(DELIVERED);
  }

  @Test
  void listmonk_without_a_key_leaves_the_rest_to_a_person() {
    Channel channel = channel("listmonk", LISTMONK);
    assertThat(reason(channel.deliver(Desk.leaving(Event.UNSUBSCRIBE)))).contains("by hand");
    assertThat(reason(channel.deliver(Desk.leaving(Event.ERASE)))).contains("by hand");
    assertThat(platform.asked()).isEmpty();
  }

  @Test
  void listmonk_takes_a_subscriber_off_the_lists_of_the_channel_alone() {
    Channel channel = channel("listmonk", LISTMONK_KEYED);
    platform.says(
        200,
        "{\"data\": {\"results\": [{\"id\": 17, \"lists\": [{\"id\": 3, \"uuid\": \""
            + UUID
            + "\"}, {\"id\": 4, \"uuid\": \"11111111-4cfb-4972-92ba-c93c34ba475d\"}]}]}}");
    assertThat(channel.deliver(Desk.leaving(Event.UNSUBSCRIBE, HOSTILE))).isEqualTo(DELIVERED);
    Asked search = platform.asked().get(0);
    assertThat(search.method()).isEqualTo("GET");
    assertThat(URLDecoder.decode(search.target(), StandardCharsets.UTF_8))
        .isEqualTo(
            "/api/subscribers?per_page=1&query=subscribers.email = '"
                + HOSTILE.replace("'", "''")
                + "'");
    assertThat(search.target().chars().filter(c -> c == '&' || c == '#')).hasSize(1);
    assertThat(search.header("authorization")).isEqualTo(basic("bot:" + Desk.KEY));
    isAsked(
        platform.asked().get(1),
        "PUT",
        "/api/subscribers/lists",
        "{\"action\": \"unsubscribe\", \"ids\": [17], \"target_list_ids\": [3]}");
  }

  @Test
  void listmonk_deletes_a_subscriber_and_minds_no_stranger() {
    Channel channel = channel("listmonk", LISTMONK_KEYED);
    platform
        .says(200, "{\"data\": {\"results\": [{\"id\": 17, \"lists\": []}]}}")
        .says(200, "{\"data\": true}")
        .says(200, "{\"data\": {\"results\": []}}");
    assertThat(channel.deliver(Desk.leaving(Event.ERASE))).isEqualTo(DELIVERED);
    assertThat(platform.asked().get(1).method() + " " + platform.asked().get(1).target())
        .isEqualTo("DELETE /api/subscribers/17");
    assertThat(channel.deliver(Desk.leaving(Event.ERASE))).isEqualTo(DELIVERED);
    assertThat(platform.asked()).hasSize(3);
  }

  // EveryAction

  private static final String EVERY_ACTION =
      "app-name: opendoors, api-key: \"${KEY}\", fields: {job: occupation}";

  @Test
  void every_action_finds_or_makes_a_person() {
    Channel channel = channel("every-action", EVERY_ACTION);
    platform.says(201, "{\"vanId\": 1, \"status\": \"Stored\"}");
    Delivery ana =
        Desk.signup("ana@example.net", "phone", "3125550100", "country", "US", "job", "nurse");
    assertThat(channel.deliver(ana)).isEqualTo(DELIVERED);
    isAsked(
        platform.only(),
        "POST",
        "/v4/people/findOrCreate",
        """
        {"firstName": "Ana", "lastName": "Okafor", "occupation": "nurse",
         "emails": [{"email": "ana@example.net", "isSubscribed": true}],
         "phones": [{"phoneNumber": "3125550100"}],
         "addresses": [{"zipOrPostalCode": "60601", "countryCode": "US"}]}
        """);
    assertThat(platform.only().header("authorization"))
        .isEqualTo(basic("opendoors:" + Desk.KEY + "|1"));
  }

  @Test
  void every_action_unsubscribes_and_leaves_deleting_to_a_person() {
    Channel channel = channel("every-action", EVERY_ACTION);
    assertThat(channel.deliver(Desk.leaving(Event.UNSUBSCRIBE))).isEqualTo(DELIVERED);
    isAsked(
        platform.only(),
        "POST",
        "/v4/people/findOrCreate",
        "{\"emails\": [{\"email\": \"ana.okafor@example.net\", \"isSubscribed\": false}]}");
    assertThat(reason(channel.deliver(Desk.leaving(Event.ERASE)))).contains("by hand");
  }

  @Test
  void every_actions_code_for_what_is_wrong_is_told() {
    platform.says(
        400, "{\"errors\": [{\"code\": \"INVALID_PARAMETER\", \"text\": \"'ana@' is invalid\"}]}");
    assertThat(reason(channel("every-action", EVERY_ACTION).deliver(Desk.signup())))
        .isEqualTo("EveryAction answered 400 (INVALID_PARAMETER).");
  }

  // HubSpot

  private static final String HUBSPOT =
      "portal: 123, form: 11111111-4cfb-4972-92ba-c93c34ba475d, fields: {source: campaign}";

  @Test
  void hubspot_takes_a_submission_with_the_consent_that_was_given() {
    assertThat(channel("hubspot", HUBSPOT).deliver(Desk.signup())).isEqualTo(DELIVERED);
    isAsked(
        platform.only(),
        "POST",
        "/submissions/v3/integration/submit/123/11111111-4cfb-4972-92ba-c93c34ba475d",
        """
        {"fields": [{"name": "email", "value": "ana.okafor@example.net"},
           {"name": "firstname", "value": "Ana"}, {"name": "lastname", "value": "Okafor"},
           {"name": "zip", "value": "60601"}, {"name": "campaign", "value": "lwa"}],
         "context": {"pageName": "join"},
         "legalConsentOptions": {"consent": {"consentToProcess": true,
           "text": "Write to me, please.", "communications": []}}}
        """);
  }

  @Test
  void hubspot_leaves_unsubscribing_and_deleting_to_a_person() {
    Channel channel = channel("hubspot", HUBSPOT);
    assertThat(reason(channel.deliver(Desk.leaving(Event.UNSUBSCRIBE)))).contains("by hand");
    assertThat(reason(channel.deliver(Desk.leaving(Event.ERASE)))).contains("by hand");
  }

  @Test
  void hubspot_is_reached_whatever_its_front_page_says() {
    platform.says(404, "");
    assertThat(channel("hubspot", HUBSPOT).probe()).isEqualTo(DELIVERED);
  }

  // Salesforce

  private static final String SALESFORCE = "oid: 00D50000000Ixyz, company: Household";

  private Map<String, String> lead(Delivery delivery) {
    assertThat(channel("salesforce", SALESFORCE).deliver(delivery)).isEqualTo(DELIVERED);
    Asked asked = platform.only();
    assertThat(asked.method() + " " + asked.target())
        .isEqualTo("POST /servlet/servlet.WebToLead?encoding=UTF-8");
    assertThat(asked.header("content-type")).startsWith("application/x-www-form-urlencoded");
    Map<String, String> fields = new LinkedHashMap<>();
    Arrays.stream(asked.body().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .forEach(
            pair ->
                fields.put(
                    URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return fields;
  }

  @Test
  void salesforce_takes_a_lead() {
    assertThat(lead(Desk.signup(HOSTILE, "given-name", "Ana & Co=")))
        .isEqualTo(
            Map.of(
                "oid", "00D50000000Ixyz",
                "company", "Household",
                "email", HOSTILE,
                "first_name", "Ana & Co=",
                "last_name", "Okafor",
                "zip", "60601",
                "lead_source", "lwa"));
  }

  @Test
  void salesforce_gets_a_full_name_in_two() {
    Delivery ana =
        Desk.signup(
            "ana@example.net", "given-name", "", "family-name", "", "name", "Ana María Okafor");
    assertThat(lead(ana))
        .containsEntry("first_name", "Ana María")
        .containsEntry("last_name", "Okafor");
  }

  @Test
  void salesforce_gets_a_last_name_from_one_who_gave_none() {
    Delivery ana = Desk.signup("ana@example.net", "given-name", "", "family-name", "");
    assertThat(lead(ana)).containsEntry("last_name", "ana@example.net");
  }

  // All

  @Test
  void a_hostile_address_stays_data() {
    Channel channel = channel("brevo", BREVO);
    assertThat(channel.deliver(Desk.leaving(Event.ERASE, HOSTILE))).isEqualTo(DELIVERED);
    String target = platform.only().target();
    assertThat(target.substring("/v3/contacts/".length())).doesNotContain("/", "?", "#", "&");
    assertThat(URLDecoder.decode(target, StandardCharsets.UTF_8))
        .isEqualTo("/v3/contacts/" + HOSTILE);
    assertThat(channel.deliver(Desk.signup(HOSTILE))).isEqualTo(DELIVERED);
    assertThat(platform.asked().get(1).json().path("email").asString()).isEqualTo(HOSTILE);
  }
}
