package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.server.TestServer.field;
import static org.handbill.server.TestServer.text;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbill.server.store.ExportFormat;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Submissions with the abuse guard on duty, at both doors. */
class GuardedSubmissionTest {

  private static final String[] PAGE = {"Content-Type", "application/x-www-form-urlencoded"};
  private static final String[] JSON = {
    "Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"
  };
  private static final Duration MOMENT = Duration.ofSeconds(2);
  private static final String ANA = "email=ana%40example.org&consent=true";

  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private Path network;

  @BeforeEach
  void write() throws IOException {
    network =
        Networks.minimal(
            folder.resolve("network"),
            "type: signup\ntitle: News\nfields: [email, {name: name, required: false}]\n");
    Files.writeString(
        network.resolve("handbill.yaml"),
        Files.readString(network.resolve("handbill.yaml")).replace("[en]", "[en, es, ar]"));
    Files.copy(network.resolve("widgets/news.yaml"), network.resolve("widgets/other.yaml"));
    Files.writeString(
        network.resolve("widgets/list.yaml"),
        "type: resources\ntitle: List\nitems: [{title: One, url: \"https://one.example\"}]\n");
  }

  private TestServer start() {
    return TestServer.guarded(network, folder.resolve("data"), clock);
  }

  /** The rest of a body: a proof that is old enough. */
  private String proof(TestServer server) {
    String proof = Work.field(server, "news");
    clock.advance(MOMENT);
    return proof;
  }

  private String signups() {
    return Exported.signups(folder.resolve("data"), ExportFormat.ndjson);
  }

  @Test
  void a_challenge_is_new_each_time_and_open_to_every_origin() {
    try (TestServer server = start()) {
      HttpResponse<byte[]> one = server.get("/w/news/challenge", "Origin", "https://any.example");
      assertThat(one.statusCode()).isEqualTo(200);
      assertThat(field(one, "Cache-Control")).isEqualTo("no-store");
      assertThat(field(one, "Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(text(one))
          .contains("\"algorithm\":\"SHA-256\"", "\"maxnumber\":10000", "&w=news&")
          .isNotEqualTo(text(server.get("/w/news/challenge")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/w/none/challenge", "/w/list/challenge", "/w/NEWS/challenge"})
  void where_there_is_no_form_there_is_no_challenge(String path) {
    try (TestServer server = start()) {
      assertThat(server.get(path).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({"json, 202", "page, 303"})
  void with_a_proof_a_submission_is_stored(String door, int status) {
    try (TestServer server = start()) {
      String body = ANA + proof(server);
      String[] fields = door.equals("json") ? JSON : PAGE;
      assertThat(server.post("/w/news", body, fields).statusCode()).isEqualTo(status);
    }
    assertThat(signups()).contains("\"email\":\"ana@example.org\"");
  }

  @Test
  void a_body_of_json_carries_its_proof_too() {
    try (TestServer server = start()) {
      String proof = Work.proof(server, "news");
      clock.advance(MOMENT);
      String body =
          "{\"email\":\"ana@example.org\",\"consent\":true,\"altcha\":\"%s\"}".formatted(proof);
      assertThat(server.post("/w/news", body, "Content-Type", "application/json").statusCode())
          .isEqualTo(202);
    }
  }

  @Test
  void json_without_proof_is_told_where_the_challenge_is() {
    try (TestServer server = start()) {
      HttpResponse<byte[]> answer = server.post("/w/news?lang=es", ANA, JSON);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(text(answer))
          .contains("\"field\":\"altcha\"", "\"code\":\"missing\"", "Envíalo de nuevo")
          .contains("\"challenge\":\"" + server.url() + "/w/news/challenge\"");
    }
    assertThat(signups()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT0S, too-early", "PT31M, expired"})
  void a_proof_has_its_time(Duration age, String code) {
    try (TestServer server = start()) {
      String body = ANA + Work.field(server, "news");
      clock.advance(age);
      HttpResponse<byte[]> answer = server.post("/w/news", body, JSON);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(text(answer)).contains("\"code\":\"" + code + "\"");
    }
  }

  @Test
  void a_proof_for_another_widget_is_none() {
    try (TestServer server = start()) {
      String body = ANA + proof(server);
      assertThat(text(server.post("/w/other", body, JSON))).contains("\"code\":\"missing\"");
    }
    assertThat(signups()).isEmpty();
  }

  @Test
  void a_proof_is_used_once_and_never_again_after_a_restart() {
    String proof;
    try (TestServer server = start()) {
      proof = proof(server);
      assertThat(server.post("/w/news", ANA + proof, JSON).statusCode()).isEqualTo(202);
      assertThat(text(server.post("/w/news", "email=sam%40example.org&consent=1" + proof, JSON)))
          .contains("\"code\":\"spent\"");
    }
    try (TestServer server = start()) {
      HttpResponse<byte[]> replay =
          server.post("/w/news", "email=sam%40example.org&consent=1" + proof, JSON);
      assertThat(replay.statusCode()).isEqualTo(422);
      assertThat(text(replay)).contains("\"code\":\"spent\"");
    }
    assertThat(signups().lines()).hasSize(1);
  }

  @Test
  void a_challenge_survives_a_restart() {
    String proof;
    try (TestServer server = start()) {
      proof = proof(server);
    }
    try (TestServer server = start()) {
      assertThat(server.post("/w/news", ANA + proof, JSON).statusCode()).isEqualTo(202);
    }
  }

  @Test
  void a_retry_of_the_same_submission_is_received_again() {
    try (TestServer server = start()) {
      String body = ANA + proof(server) + "&submission-id=" + UUID.randomUUID();
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThat(server.post("/w/news", body, JSON).statusCode()).isEqualTo(202);
      }
    }
    assertThat(signups().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"json, 202", "page, 303"})
  void the_trap_answers_as_if_all_were_well_and_keeps_nothing(String door, int status) {
    try (TestServer server = start()) {
      String body = ANA + proof(server) + "&website=https%3A%2F%2Fspam.example";
      String[] fields = door.equals("json") ? JSON : PAGE;
      HttpResponse<byte[]> trapped = server.post("/w/news", body, fields);
      HttpResponse<byte[]> real =
          server.post("/w/news", "email=sam%40example.org&consent=1" + proof(server), fields);
      assertThat(trapped.statusCode()).isEqualTo(status);
      assertThat(text(trapped)).isEqualTo(text(real));
      assertThat(field(trapped, "Location")).isEqualTo(field(real, "Location"));
    }
    assertThat(signups()).doesNotContain("ana@example.org").contains("sam@example.org");
  }

  /** The fields of a page's form, as a browser sends them. */
  private static String fields(Document page) {
    Map<String, String> sent = new LinkedHashMap<>();
    page.select("form input").forEach(input -> sent.put(input.attr("name"), input.val()));
    return sent.entrySet().stream()
        .map(
            entry ->
                URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Test
  void without_proof_a_browser_gets_one_more_page_and_its_button_stores() {
    try (TestServer server = start()) {
      HttpResponse<byte[]> answer =
          server.post("/w/news?lang=es", ANA + "&name=%22%3E%3Cb%3EAna&consent-version=", PAGE);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(field(answer, "Content-Security-Policy")).contains("default-src 'none'");
      Document page = Jsoup.parse(text(answer));
      assertThat(page.select("html").attr("lang")).isEqualTo("es");
      assertThat(page.text()).contains("Un paso más");
      assertThat(page.select("form button")).hasSize(1);
      assertThat(page.select("form input:not([type=hidden]), form b")).isEmpty();
      assertThat(page.select("input[name=email]").val()).isEqualTo("ana@example.org");
      assertThat(page.select("input[name=name]").val()).isEqualTo("\"><b>Ana");
      clock.advance(MOMENT);
      String action = page.select("form").attr("action").substring(server.url().length());
      HttpResponse<byte[]> sent = server.post(action, fields(page), PAGE);
      assertThat(sent.statusCode()).isEqualTo(303);
      assertThat(field(sent, "Location")).contains("/w/news/received?lang=es");
      assertThat(server.post(action, fields(page), PAGE).statusCode())
          .as("a double click")
          .isEqualTo(303);
    }
    assertThat(signups().lines()).singleElement().asString().contains("ana@example.org", "\"es\"");
  }

  @Test
  void the_button_pressed_at_once_shows_the_page_again_and_then_works() {
    try (TestServer server = start()) {
      Document page = Jsoup.parse(text(server.post("/w/news", ANA, PAGE)));
      HttpResponse<byte[]> early = server.post("/w/news", fields(page), PAGE);
      assertThat(early.statusCode()).isEqualTo(200);
      assertThat(text(early)).contains("One more step");
      clock.advance(MOMENT);
      assertThat(server.post("/w/news", fields(Jsoup.parse(text(early))), PAGE).statusCode())
          .isEqualTo(303);
    }
  }

  @Test
  void a_page_for_one_address_is_no_use_for_another_nor_twice() {
    try (TestServer server = start()) {
      String held = fields(Jsoup.parse(text(server.post("/w/news", ANA, PAGE))));
      clock.advance(MOMENT);
      String other = held.replace("ana%40example.org", "sam%40example.org");
      assertThat(server.post("/w/news", other, PAGE).statusCode()).isEqualTo(200);
      assertThat(server.post("/w/news", held, PAGE).statusCode()).isEqualTo(303);
      String again = held.replaceAll("submission-id=[^&]+", "submission-id=" + UUID.randomUUID());
      assertThat(server.post("/w/news", again, PAGE).statusCode()).isEqualTo(200);
    }
    assertThat(signups().lines()).singleElement().asString().contains("ana@example.org");
  }

  @Test
  void what_has_to_be_mended_comes_before_the_button() {
    try (TestServer server = start()) {
      assertThat(server.post("/w/news", "email=nobody", PAGE).statusCode()).isEqualTo(422);
      assertThat(server.post("/w/news", ANA + "&consent-version=0", PAGE).statusCode())
          .isEqualTo(422);
    }
  }

  /** Proofs that are old enough, all at the same moment. */
  private List<String> proofs(TestServer server, int count) {
    List<String> proofs = Stream.generate(() -> Work.field(server, "news")).limit(count).toList();
    clock.advance(MOMENT);
    return proofs;
  }

  @Test
  void a_room_full_of_people_can_sign_up_and_a_flood_cannot() {
    try (TestServer server = start()) {
      List<String> proofs = proofs(server, 32);
      for (int i = 0; i < 30; i++) {
        String body = "email=p" + i + "%40example.org&consent=1" + proofs.get(i);
        assertThat(server.post("/w/news", body, JSON).statusCode()).isEqualTo(202);
      }
      HttpResponse<byte[]> json = server.post("/w/news", ANA + proofs.get(30), JSON);
      assertThat(json.statusCode()).isEqualTo(429);
      assertThat(field(json, "Retry-After")).matches("[1-9][0-9]*");
      assertThat(text(json)).contains("\"message\":\"Many sign-ups are coming in");
      HttpResponse<byte[]> page = server.post("/w/news", ANA + proofs.get(31), PAGE);
      assertThat(page.statusCode()).isEqualTo(429);
      assertThat(field(page, "Retry-After")).matches("[1-9][0-9]*");
      assertThat(text(page)).contains("value=\"ana@example.org\"", "Many sign-ups are coming in");
    }
    assertThat(signups()).doesNotContain("ana@example.org");
  }

  @Test
  void pages_with_a_button_run_out_sooner() {
    try (TestServer server = start()) {
      int shown = 0;
      HttpResponse<byte[]> answer;
      do {
        answer = server.post("/w/news", ANA, PAGE);
        shown++;
      } while (answer.statusCode() == 200 && shown < 100);
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(shown).isLessThan(30);
      assertThat(server.post("/w/news", ANA + proof(server), JSON).statusCode()).isEqualTo(202);
    }
  }

  @Test
  void one_mailbox_is_limited_from_wherever_it_is_asked_for() {
    try (TestServer server =
        TestServer.behind("127.0.0.0/8", network, folder.resolve("data"), clock)) {
      int last = 0;
      int taken = 0;
      for (int i = 0; i < 12; i++) {
        String[] from = {
          JSON[0], JSON[1], JSON[2], JSON[3], "X-Forwarded-For", "192.0." + i + ".1"
        };
        last = server.post("/w/news", ANA + proof(server), from).statusCode();
        taken += last == 202 ? 1 : 0;
      }
      assertThat(taken).isEqualTo(10);
      assertThat(last).isEqualTo(429);
    }
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.0/8, 40", "192.0.2.0/24, 30"})
  void forwarded_for_counts_from_listed_proxies_alone(String proxies, int expected) {
    try (TestServer server = TestServer.behind(proxies, network, folder.resolve("data"), clock)) {
      int stored = 0;
      List<String> proofs = proofs(server, 40);
      for (int i = 0; i < proofs.size(); i++) {
        String body = "email=p" + i + "%40example.org&consent=1" + proofs.get(i);
        String[] from = {
          JSON[0], JSON[1], JSON[2], JSON[3], "X-Forwarded-For", "198.51." + i + ".1"
        };
        stored += server.post("/w/news", body, from).statusCode() == 202 ? 1 : 0;
      }
      assertThat(stored).isEqualTo(expected);
    }
  }

  @Test
  void without_a_database_a_challenge_says_to_come_back() throws IOException {
    Path blocked = Files.writeString(folder.resolve("a-file"), "not a folder");
    try (TestServer server = TestServer.guarded(network, blocked, clock)) {
      HttpResponse<byte[]> answer = server.get("/w/news/challenge");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(field(answer, "Retry-After")).isNotEmpty();
      HttpResponse<byte[]> page = server.post("/w/news", ANA, PAGE);
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(text(page)).contains("value=\"ana@example.org\"");
    }
  }
}
