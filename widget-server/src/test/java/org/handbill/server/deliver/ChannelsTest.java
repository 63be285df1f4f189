package org.handbill.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.server.store.Delivery.Event;
import org.handbill.widget.source.GuardedClient;
import org.handbill.widget.source.Schemas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What every channel has in common: what answers mean, what is never told, who is routed where. */
class ChannelsTest {

  private static final String UUID = "eb420c55-4cfb-4972-92ba-c93c34ba475d";

  /** The kinds that speak HTTP, and what they cannot do without. */
  static final Map<String, String> HTTP =
      Map.of(
          "webhook", "secret: \"${SECRET}\", url",
          "action-network", "api-key: \"${KEY}\", base-url",
          "mailchimp", "list: a1, api-key: \"${KEY}\", base-url",
          "brevo", "api-key: \"${KEY}\", lists: [1], base-url",
          "listmonk", "lists: [" + UUID + "], api-user: bot, api-key: \"${KEY}\", url",
          "every-action", "app-name: app, api-key: \"${KEY}\", base-url",
          "hubspot", "portal: 1, form: " + UUID + ", base-url",
          "salesforce", "oid: 00D50000000Ixyz, company: None, base-url");

  static final List<String> KINDS = HTTP.keySet().stream().sorted().toList();

  /** What every platform here echoes, wherever one of them has its code for what is wrong. */
  private static final String ECHO =
      """
      {"error": "%1$s", "title": "%1$s", "code": "%1$s",
       "errors": [{"code": "%1$s", "errorType": "%1$s"}]}
      """;

  @TempDir Path folder;
  private final Platform platform = new Platform();

  @AfterEach
  void close() {
    platform.close();
  }

  private String settings(String kind) {
    return "{" + HTTP.get(kind) + ": \"" + platform.url() + "\", allow-private: true}";
  }

  private Outcome deliver(String kind) {
    try (Desk desk = new Desk(folder)) {
      return desk.channel(kind, settings(kind)).deliver(Desk.signup());
    }
  }

  private static String reason(Outcome outcome) {
    if (outcome instanceof Outcome.Later later) {
      return later.reason();
    }
    if (outcome instanceof Outcome.Gone gone) {
      return gone.reason();
    }
    return outcome instanceof Outcome.Refused refused ? refused.reason() : "";
  }

  static Stream<Arguments> answers() {
    Map<Integer, Class<? extends Outcome>> meanings =
        Map.ofEntries(
            Map.entry(200, Outcome.Delivered.class),
            Map.entry(202, Outcome.Delivered.class),
            Map.entry(302, Outcome.Later.class),
            Map.entry(307, Outcome.Later.class),
            Map.entry(400, Outcome.Refused.class),
            Map.entry(401, Outcome.Later.class),
            Map.entry(403, Outcome.Later.class),
            Map.entry(402, Outcome.Later.class),
            Map.entry(404, Outcome.Later.class),
            Map.entry(405, Outcome.Later.class),
            Map.entry(408, Outcome.Later.class),
            Map.entry(410, Outcome.Gone.class),
            Map.entry(422, Outcome.Refused.class),
            Map.entry(425, Outcome.Later.class),
            Map.entry(429, Outcome.Later.class),
            Map.entry(500, Outcome.Later.class),
            Map.entry(503, Outcome.Later.class));
    return KINDS.stream()
        .flatMap(
            kind ->
                meanings.entrySet().stream()
                    .map(meant -> Arguments.of(kind, meant.getKey(), meant.getValue())));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_means_the_same_of_every_platform(
      String kind, int status, Class<? extends Outcome> meaning) {
    platform.says(status, "{}", Map.of("Location", platform.url() + "/elsewhere"));
    assertThat(deliver(kind)).isInstanceOf(meaning);
    assertThat(platform.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "120,PT2M",
    "0,",
    "-5,",
    "soon,",
    "99999999999999999,PT24H",
    "'Sun, 22 Nov 2026 10:20:30 GMT',PT5M",
    "'Sun, 22 Nov 2026 10:00:00 GMT',"
  })
  void a_platform_may_ask_to_be_left_alone_for_a_while(String field, String wait) {
    platform.says(429, "", Map.of("Retry-After", field));
    Clock clock = Clock.fixed(Desk.AT, ZoneOffset.UTC);
    try (Desk desk = new Desk(folder, GuardedClient.USUAL_TIME, clock)) {
      Outcome outcome = desk.channel("brevo", settings("brevo")).deliver(Desk.signup());
      assertThat(((Outcome.Later) outcome).after())
          .isEqualTo(Optional.ofNullable(wait).map(Duration::parse));
    }
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void no_outcome_repeats_a_person_or_a_secret(String kind) {
    for (String echoed :
        List.of("ana.okafor@example.net", "Ana", "invalid okafor", Desk.KEY, "<b>no</b>")) {
      for (int status : new int[] {400, 401, 410, 429, 500}) {
        platform.says(status, ECHO.formatted(echoed));
        String reason = reason(deliver(kind));
        assertThat(reason).matches("[A-Za-z ]+ answered " + status + "[^()]*\\.");
      }
    }
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void a_platform_that_never_answers_is_for_later(String kind) {
    platform.fallsSilent();
    try (Desk desk = new Desk(folder, Duration.ofMillis(400), Clock.systemUTC())) {
      Outcome outcome = desk.channel(kind, settings(kind)).deliver(Desk.signup());
      assertThat(outcome).isInstanceOf(Outcome.Later.class);
      assertThat(reason(outcome)).contains("did not answer in time");
    }
  }

  @Test
  void a_platform_that_is_not_there_is_for_later() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (Desk desk = new Desk(folder)) {
      String nobody = settings("brevo").replace(platform.url(), "http://127.0.0.1:" + free);
      assertThat(desk.channel("brevo", nobody).deliver(Desk.signup()))
          .isInstanceOf(Outcome.Later.class);
    }
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void a_test_submission_reaches_no_list(String kind) {
    if (kind.equals("webhook")) {
      return; // is told of it as a test
    }
    try (Desk desk = new Desk(folder)) {
      Channel channel = desk.channel(kind, settings(kind));
      assertThat(channel.deliver(Desk.test(Desk.signup()))).isEqualTo(new Outcome.Delivered());
      assertThat(channel.deliver(Desk.test(Desk.leaving(Event.ERASE))))
          .isEqualTo(new Outcome.Delivered());
    }
    assertThat(platform.asked()).hasSize(2).allMatch(asked -> asked.method().equals("GET"));
    assertThat(platform.asked()).noneMatch(asked -> asked.target().contains("ana"));
  }

  @ParameterizedTest
  @CsvSource({
    "action-network,/api/v2/",
    "mailchimp,/3.0/ping",
    "brevo,/v3/account",
    "every-action,/v4/apiKeyProfiles",
    "listmonk,/api/lists?per_page=1"
  })
  void a_probe_asks_for_something_that_takes_the_key(String kind, String target) {
    platform.says(200, "{}").says(401, "{}");
    try (Desk desk = new Desk(folder)) {
      Channel channel = desk.channel(kind, settings(kind));
      assertThat(channel.probe()).isEqualTo(new Outcome.Delivered());
      assertThat(reason(channel.probe())).contains("does not take our key");
    }
    assertThat(platform.asked()).allMatch(asked -> asked.target().equals(target));
  }

  @Test
  void a_webhook_is_probed_with_a_signed_event_of_its_own() {
    try (Desk desk = new Desk(folder)) {
      assertThat(desk.channel("webhook", settings("webhook")).probe())
          .isEqualTo(new Outcome.Delivered());
    }
    assertThat(platform.only().json().path("type").asString()).isEqualTo("handbill.test");
    assertThat(platform.only().header("webhook-signature")).startsWith("v1,");
  }

  @Test
  void a_channel_without_its_secret_loses_nothing_and_says_what_to_set() {
    try (Desk desk = new Desk(folder).with(Map.of("KEY", " "))) {
      for (String kind : List.of("webhook", "brevo")) {
        Outcome outcome = desk.channel(kind, settings(kind)).deliver(Desk.signup());
        assertThat(outcome).isInstanceOf(Outcome.Later.class);
        assertThat(reason(outcome))
            .contains("environment variable", " is not set", "handbill.yaml:4:");
      }
    }
    assertThat(platform.asked()).isEmpty();
  }

  @Test
  void a_secret_may_stand_in_a_file() throws IOException {
    Path file = folder.resolve("key.txt");
    Files.writeString(file, Desk.KEY + "\n");
    try (Desk desk = new Desk(folder)) {
      String settings = settings("brevo").replace("${KEY}", "${file:" + file + "}");
      assertThat(desk.channel("brevo", settings).deliver(Desk.signup()))
          .isEqualTo(new Outcome.Delivered());
      assertThat(platform.only().header("api-key")).isEqualTo(Desk.KEY);
      Files.delete(file);
      assertThat(reason(desk.channel("brevo", settings).deliver(Desk.signup())))
          .contains("key.txt", "unreadable");
    }
  }

  @Test
  void a_secret_with_a_line_break_adds_no_header() {
    try (Desk desk = new Desk(folder).with(Map.of("KEY", "a\r\nX-Evil: b"))) {
      Outcome outcome = desk.channel("brevo", settings("brevo")).deliver(Desk.signup());
      assertThat(reason(outcome)).contains("line breaks").doesNotContain("X-Evil");
      assertThat(platform.asked()).isEmpty();
    }
  }

  @Test
  void mailchimps_data_centre_is_read_off_its_key_or_asked_for() {
    try (Desk desk = new Desk(folder).with(Map.of("KEY", "hunter2"))) {
      Outcome outcome = desk.channel("mailchimp", settings("mailchimp")).deliver(Desk.signup());
      assertThat(reason(outcome)).contains("data-center").doesNotContain("hunter2");
    }
  }

  @Test
  void a_signup_goes_to_the_network_and_to_the_member_that_it_agreed_to() {
    String two = "{url: \"https://a.example\", secret: \"${SECRET}\"}";
    try (Desk desk = new Desk(folder)) {
      Channels channels =
          desk.channels(
              "delivery:\n  - webhook: %1$s\n  - {name: crm, webhook: %1$s}\nmembers:\n  - {id: lake, name: Lake, delivery: [{webhook: %1$s}]}\n  - {id: hill, name: Hill}\n"
                  .formatted(two));
      assertThat(channels.routes("", false)).containsExactly("webhook", "crm");
      assertThat(channels.routes("lake", true)).containsExactly("webhook", "crm", "lake/webhook");
      assertThat(channels.routes("lake", false)).containsExactly("webhook", "crm");
      assertThat(channels.routes("hill", true)).containsExactly("webhook", "crm");
      assertThat(channels.routes("gone", true)).containsExactly("webhook", "crm");
      assertThat(channels.find("lake/webhook")).isPresent();
      assertThat(channels.find("lake/crm")).isEmpty();
    }
  }

  @Test
  void every_kind_that_an_editor_can_write_can_be_opened() {
    String schema = new Schemas(List.of()).texts().get("delivery.json");
    List<String> keys =
        new ArrayList<>(
            JsonMapper.shared().readTree(schema).at("/$defs/channel/properties").propertyNames());
    keys.remove("name");
    assertThat(Channels.kinds()).isEqualTo(keys);
  }
}
