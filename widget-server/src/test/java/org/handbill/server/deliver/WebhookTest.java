package org.handbill.server.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.handbill.server.deliver.Platform.Asked;
import org.handbill.server.store.Delivery;
import org.handbill.server.store.Delivery.Event;
import org.handbill.widget.source.GuardedClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks are signed as the specification says, and their bytes never change. */
class WebhookTest {

  private static final String OLD = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);

  /** The first key pair of RFC 8032, 7.1. */
  private static final String SEED =
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

  private static final String PUBLIC =
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

  @TempDir Path folder;
  private final Platform platform = new Platform();

  @AfterEach
  void close() {
    platform.close();
  }

  private String settings(String secret) {
    return "{url: \"" + platform.url() + "/hook\", secret: " + secret + ", allow-private: true}";
  }

  private Outcome deliver(Delivery delivery, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    try (Desk desk = new Desk(folder, GuardedClient.USUAL_TIME, clock)) {
      return desk.channel("webhook", settings("\"${SECRET}\"")).deliver(delivery);
    }
  }

  private void deliver(String secret, Map<String, String> environment) {
    try (Desk desk = new Desk(folder).with(environment)) {
      assertThat(desk.channel("webhook", settings(secret)).deliver(Desk.signup()))
          .isEqualTo(new Outcome.Delivered());
    }
  }

  private static Map<String, List<String>> headers(Asked asked) {
    return Map.of(
        "webhook-id", List.of(asked.header("webhook-id")),
        "webhook-timestamp", List.of(asked.header("webhook-timestamp")),
        "webhook-signature", List.of(asked.header("webhook-signature")));
  }

  private static void verify(String secret, Asked asked) throws WebhookVerificationException {
    new Webhook(secret).verify(asked.body(), headers(asked));
  }

  @Test
  void the_vector_of_the_specification_gets_its_signature() throws Exception {
    WebhookKey key = WebhookKey.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertThat(
            key.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}".getBytes(UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @CsvSource({"24,a", "32,{}", "64,ünïcode 🎈", "33,''"})
  void every_length_of_secret_signs_as_the_specifications_own_library_does(int bytes, String body)
      throws Exception {
    byte[] secret = new byte[bytes];
    java.util.Arrays.fill(secret, (byte) bytes);
    String written = "whsec_" + Base64.getEncoder().encodeToString(secret);
    assertThat(WebhookKey.of(written).sign("msg_1", 1700000000, body.getBytes(UTF_8)))
        .isEqualTo(new Webhook(written).sign("msg_1", 1700000000, body));
  }

  @Test
  void the_specifications_own_library_verifies_what_arrives() throws Exception {
    deliver("\"${SECRET}\"", Desk.ENVIRONMENT);
    assertThatCode(() -> verify(Desk.SECRET, platform.only())).doesNotThrowAnyException();
    assertThatThrownBy(() -> verify(OLD, platform.only()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void while_a_key_is_changed_both_verify() throws Exception {
    deliver("[\"${SECRET}\", \"${OLD}\"]", Map.of("SECRET", Desk.SECRET, "OLD", OLD));
    verify(Desk.SECRET, platform.only());
    verify(OLD, platform.only());
  }

  @ParameterizedTest
  @ValueSource(strings = {SEED, SEED + PUBLIC})
  void an_asymmetric_key_signs_so_that_its_public_half_verifies(String hex) throws Exception {
    String secret = "whsk_" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    deliver("\"${SECRET}\"", Map.of("SECRET", secret));
    Asked asked = platform.only();
    assertThat(asked.header("webhook-signature")).startsWith("v1a,");
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(publicKey());
    String signed =
        asked.header("webhook-id") + "." + asked.header("webhook-timestamp") + "." + asked.body();
    verifier.update(signed.getBytes(UTF_8));
    assertThat(
            verifier.verify(
                Base64.getDecoder().decode(asked.header("webhook-signature").substring(4))))
        .isTrue();
  }

  private static PublicKey publicKey() throws Exception {
    byte[] bytes = HexFormat.of().parseHex(PUBLIC);
    boolean odd = (bytes[31] & 0x80) != 0;
    bytes[31] &= 0x7f;
    byte[] bigEndian = new byte[32];
    for (int i = 0; i < 32; i++) {
      bigEndian[i] = bytes[31 - i];
    }
    EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2hunter2hunter2hunter2",
        "whsec_hunter2",
        "whsec_****",
        "whsk_hunter2hunter2hunter2hunter2",
        "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
      })
  void what_is_no_key_waits_for_a_better_one_and_is_not_repeated(String secret) {
    try (Desk desk = new Desk(folder).with(Map.of("SECRET", secret))) {
      Outcome outcome = desk.channel("webhook", settings("\"${SECRET}\"")).deliver(Desk.signup());
      assertThat(outcome).isInstanceOf(Outcome.Later.class);
      assertThat(((Outcome.Later) outcome).reason()).contains("whsec_").doesNotContain("hunter2");
      assertThat(platform.asked()).isEmpty();
    }
  }

  @Test
  void an_event_says_who_what_and_by_which_consent() {
    deliver(Desk.signup("ana@example.net", "why", "\"</script>\n"), Desk.AT);
    assertThat(platform.only().method()).isEqualTo("POST");
    assertThat(platform.only().target()).isEqualTo("/hook");
    assertThat(platform.only().header("content-type")).isEqualTo("application/json");
    assertThat(platform.only().json())
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"type": "signup.confirmed", "timestamp": "2026-11-22T10:15:30Z",
                     "data": {"email": "ana@example.net",
                       "fields": {"email": "ana@example.net", "given-name": "Ana",
                         "family-name": "Okafor", "postal-code": "60601",
                         "why": "\\"</script>\\n"},
                       "signup": "s-1", "widget": "join", "member": "lakeside", "source": "lwa",
                       "language": "es-MX",
                       "consent": {"version": "0a1b2c", "text": "Write to <b>me</b>, please.",
                         "controllers": ["Open Doors", "Lakeside"],
                         "given-at": "2026-11-22T10:00:00Z",
                         "confirmed-at": "2026-11-22T10:15:30Z"}}}
                    """));
  }

  @ParameterizedTest
  @CsvSource({"UNSUBSCRIBE,signup.unsubscribed", "ERASE,person.erased"})
  void one_who_goes_is_told_by_address_alone(Event event, String type) {
    deliver(Desk.leaving(event), Desk.AT);
    assertThat(platform.only().json().path("type").asString()).isEqualTo(type);
    assertThat(platform.only().json().path("data"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"email": "ana.okafor@example.net",
                     "fields": {"email": "ana.okafor@example.net"}}
                    """));
  }

  @Test
  void every_attempt_has_the_same_id_and_bytes_and_its_own_time() {
    platform.says(503, "");
    deliver(Desk.signup(), Desk.AT);
    deliver(Desk.signup(), Desk.AT.plus(Duration.ofHours(5)));
    Asked first = platform.asked().get(0);
    Asked second = platform.asked().get(1);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(first.header("webhook-id")).isEqualTo("msg_d-1");
    assertThat(second.header("webhook-id")).isEqualTo("msg_d-1");
    assertThat(first.header("webhook-timestamp")).isEqualTo("1795342530");
    assertThat(second.header("webhook-timestamp")).isEqualTo("1795360530");
  }

  @Test
  void a_test_submission_is_an_event_of_another_type() {
    deliver(Desk.test(Desk.signup()), Desk.AT);
    assertThat(platform.only().json().path("type").asString()).isEqualTo("handbill.test");
  }

  @Test
  void an_address_may_be_a_secret_and_is_called_as_it_is() {
    try (Desk desk =
        new Desk(folder)
            .with(Map.of("SECRET", Desk.SECRET, "HOOK", platform.url() + "/in/x1/?k=%2F"))) {
      Channel hook =
          desk.channel("webhook", "{url: \"${HOOK}\", secret: \"${SECRET}\", allow-private: true}");
      assertThat(hook.deliver(Desk.signup())).isEqualTo(new Outcome.Delivered());
    }
    assertThat(platform.only().target()).isEqualTo("/in/x1/?k=%2F");
  }

  @Test
  void a_private_address_is_not_called_unless_the_operator_says_so() {
    try (Desk desk = new Desk(folder)) {
      Channel hook =
          desk.channel("webhook", settings("\"${SECRET}\"").replace(", allow-private: true", ""));
      assertThat(hook.deliver(Desk.signup())).isInstanceOf(Outcome.Later.class);
      assertThat(platform.asked()).isEmpty();
    }
  }
}
