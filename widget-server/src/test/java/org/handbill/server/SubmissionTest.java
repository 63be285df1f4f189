package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.server.TestServer.field;
import static org.handbill.server.TestServer.text;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handbill.server.store.ExportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a submission to the export, in both forms. */
class SubmissionTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir Path data;

  @Test
  void a_browsers_form_is_stored_and_sent_on_with_303() throws Exception {
    try (TestServer server = TestServer.sample(data)) {
      HttpResponse<byte[]> answer =
          server.post(
              "/w/stay-informed?lang=es&member=lakeside-alliance",
              "email=Ana%40Example.org&given-name=Ana+Mar%C3%ADa&postal-code=60614&consent=true",
              "Content-Type",
              FORM);
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(field(answer, "Location"))
          .isEqualTo(server.url() + "/w/stay-informed/received?lang=es&member=lakeside-alliance");
      String page = text(server.get(field(answer, "Location").substring(server.url().length())));
      assertThat(page).contains("Qué bueno tenerte con nosotros", "Abre el enlace");
    }
    assertThat(export(ExportFormat.csv))
        .contains("Ana@example.org", "Ana María", "60614", "stay-informed,lakeside-alliance,es")
        .contains("Open Doors Network puede escribirme");
  }

  @Test
  void json_is_stored_and_answered_with_202() throws Exception {
    try (TestServer server = TestServer.sample(data)) {
      HttpResponse<byte[]> answer =
          server.post(
              "/w/stay-informed",
              "{\"email\":\"sam@example.org\",\"consent\":true,\"lang\":\"es\"}",
              "Content-Type",
              "application/json");
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(text(answer)).contains("\"status\":\"received\"", "Gracias");
    }
    assertThat(export(ExportFormat.ndjson)).contains("\"email\":\"sam@example.org\"");
  }

  @Test
  void what_is_wrong_is_told_by_field_in_the_visitors_language() {
    try (TestServer server = TestServer.sample(data)) {
      HttpResponse<byte[]> answer =
          server.post(
              "/w/stay-informed?lang=es",
              "email=nobody&postal-code=%3F%3F",
              "Content-Type",
              FORM,
              "Accept",
              "application/json");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(field(answer, "Content-Type")).startsWith("application/problem+json");
      assertThat(text(answer))
          .containsSubsequence("\"email\"", "\"postal-code\"", "\"consent\"")
          .contains("Escribe un correo electrónico", "Marca la casilla");
    }
  }

  @Test
  void a_form_with_errors_is_shown_again_with_what_was_typed() {
    try (TestServer server = TestServer.sample(data)) {
      HttpResponse<byte[]> answer =
          server.post(
              "/w/stay-informed",
              "email=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&given-name=Sam",
              "Content-Type",
              FORM);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(field(answer, "Content-Security-Policy")).contains("default-src 'none'");
      assertThat(text(answer))
          .contains("value=\"Sam\"", "aria-invalid=\"true\"", "autofocus")
          .contains("Please enter an e-mail address with an @")
          .doesNotContain("<script>alert");
    }
  }

  @Test
  void a_submission_to_nothing_is_404_in_the_form_asked_for() {
    try (TestServer server = TestServer.sample(data)) {
      String body = "email=a%40example.org&consent=on";
      HttpResponse<byte[]> page = server.post("/w/gone", body, "Content-Type", FORM);
      HttpResponse<byte[]> json =
          server.post("/w/gone", body, "Content-Type", FORM, "Accept", "application/json");
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(field(page, "Content-Type")).startsWith("text/html");
      assertThat(json.statusCode()).isEqualTo(404);
      assertThat(field(json, "Content-Type")).startsWith("application/problem+json");
    }
  }

  @Test
  void a_retried_submission_is_one_signup() throws Exception {
    String body = "email=a%40example.org&consent=on&submission-id=" + UUID.randomUUID();
    try (TestServer server = TestServer.sample(data)) {
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThat(server.post("/w/stay-informed", body, "Content-Type", FORM).statusCode())
            .isEqualTo(303);
      }
    }
    assertThat(export(ExportFormat.ndjson).lines()).hasSize(1);
  }

  @Test
  void an_unknown_wording_is_not_consent() {
    try (TestServer server = TestServer.sample(data)) {
      HttpResponse<byte[]> answer =
          server.post(
              "/w/stay-informed",
              "email=a%40example.org&consent=true&consent-version=000000000000000000000000",
              "Content-Type",
              FORM,
              "Accept",
              "application/json");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(text(answer)).contains("outdated", "\"consent-version\":\"");
    }
  }

  @Test
  void a_wording_from_an_old_cache_is_recorded_as_it_was_shown() throws Exception {
    Path network =
        Networks.minimal(
            data.resolve("network"),
            "type: signup\ntitle: News\n" + "consent: {text: The first wording}\n");
    String old;
    try (TestServer server = TestServer.of(network, data)) {
      String html = text(server.get("/w/news.html"));
      old = html.replaceAll("(?s).*name=\"consent-version\" value=\"(\\w+)\".*", "$1");
    }
    Networks.minimal(network, "type: signup\ntitle: News\nconsent: {text: The second wording}\n");
    try (TestServer server = TestServer.of(network, data)) {
      String body = "email=b%40example.org&consent=1&consent-version=" + old;
      assertThat(server.post("/w/news", body, "Content-Type", FORM).statusCode()).isEqualTo(303);
    }
    assertThat(export(ExportFormat.csv).lines().skip(1))
        .singleElement()
        .asString()
        .contains("b@example.org", "The first wording");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "415|text/plain|{\"email\":\"a@example.org\",\"consent\":true}",
        "415|multipart/form-data; boundary=x|--x--",
        "400|application/json|{\"email\":",
        "400|application/json|[]",
        "400|application/json|{\"email\":\"a@example.org\",\"email\":\"b@example.org\"}",
        "400|application/json|{\"email\":{\"a\":1}}",
        "400|application/json|{\"email\":[[\"a@example.org\"]]}",
        "400|application/json|{\"email\":[{\"a\":1}]}",
        "422|application/json|{\"email\":[],\"consent\":true}",
        "422|application/json|{\"email\":[\"a@example.org\",\"b@example.org\"],\"consent\":true}",
        "422|application/x-www-form-urlencoded|email=a%40example.org&email=b%40example.org&consent=1",
        "303|application/x-www-form-urlencoded|email=a%40example.org&email=a%40example.org&consent=1",
        "400|application/json|{} {}",
        "400|application/x-www-form-urlencoded|email=%zz",
        "422|application/x-www-form-urlencoded|email=",
        "422|application/json|{}"
      })
  void a_body_that_cannot_be_read_is_refused(int status, String type, String body) {
    try (TestServer server = TestServer.sample(data)) {
      HttpResponse<byte[]> answer = server.post("/w/stay-informed", body, "Content-Type", type);
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
    }
  }

  private static final String TOPICS =
      """
      type: signup
      title: News
      fields:
        - email
        - {name: topics, type: choices, label: Topics, required: false,
           options: [{value: housing, label: Housing}, {value: work, label: Work}]}
        - {name: story, type: text, label: Story, required: false}
        - {name: campaign, type: hidden, value: spring}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/x-www-form-urlencoded|"
            + "email=a%40example.org&consent=1&topics=work&topics=housing&story=a%0D%0Ab",
        "application/json|{\"email\":\"a@example.org\",\"consent\":true,"
            + "\"topics\":[\"work\",\"housing\"],\"story\":\"a\\nb\"}"
      })
  void several_choices_and_lines_are_kept_whichever_way_they_come(String type, String body)
      throws Exception {
    try (TestServer server =
        TestServer.of(Networks.minimal(data.resolve("network"), TOPICS), data)) {
      assertThat(server.post("/w/news", body, "Content-Type", type).statusCode()).isLessThan(400);
    }
    assertThat(export(ExportFormat.ndjson))
        .contains("\"topics\":\"housing, work\"", "\"story\":\"a\\nb\"")
        .contains("\"campaign\":\"spring\"");
    assertThat(export(ExportFormat.csv)).contains(",topics,story,campaign", "\"housing, work\"");
  }

  @Test
  void a_likely_slip_is_asked_about_once_and_never_forced() throws Exception {
    try (TestServer server = TestServer.sample(data)) {
      String body = "email=ana%40gmial.com&consent=1";
      HttpResponse<byte[]> asked =
          server.post("/w/stay-informed", body, "Content-Type", FORM, "Accept", "application/json");
      assertThat(asked.statusCode()).isEqualTo(422);
      assertThat(text(asked)).contains("\"typo\"", "\"suggestion\":\"ana@gmail.com\"");
      String page = text(server.post("/w/stay-informed", body, "Content-Type", FORM));
      assertThat(page).contains("name=\"as-typed\" value=\"ana@gmial.com\"");
      String again = body + "&as-typed=ana%40gmial.com";
      assertThat(server.post("/w/stay-informed", again, "Content-Type", FORM).statusCode())
          .isEqualTo(303);
    }
    assertThat(export(ExportFormat.ndjson)).contains("\"email\":\"ana@gmial.com\"");
  }

  @Test
  void a_body_that_is_too_large_or_has_too_many_fields_is_refused() {
    try (TestServer server = TestServer.sample(data)) {
      String large = "email=" + "a".repeat(70_000);
      assertThat(server.post("/w/stay-informed", large, "Content-Type", FORM).statusCode())
          .isEqualTo(413);
      StringBuilder many = new StringBuilder();
      for (int i = 0; i < 200; i++) {
        many.append("f").append(i).append("=1&");
      }
      assertThat(
              server.post("/w/stay-informed", many.toString(), "Content-Type", FORM).statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void only_members_pages_may_send_where_the_network_says_so() throws IOException {
    Path network = Networks.minimal(data.resolve("network"), "type: signup\ntitle: News\n");
    Files.writeString(
        network.resolve("handbill.yaml"),
        """
        embedding: members
        members:
          - {id: lake, name: Lake, origins: ["https://Lake.example:443"]}
        """,
        java.nio.file.StandardOpenOption.APPEND);
    try (TestServer server = TestServer.of(network, data)) {
      String body = "email=a%40example.org&consent=1";
      String[][] tries = {
        {"https://lake.example", "303"},
        {"null", "303"},
        {server.url(), "303"},
        {"https://lake.example.evil.example", "403"},
        {"http://lake.example", "403"},
        {"https://evil.example", "403"}
      };
      for (String[] one : tries) {
        HttpResponse<byte[]> answer =
            server.post("/w/news", body, "Content-Type", FORM, "Origin", one[0]);
        assertThat(String.valueOf(answer.statusCode())).as(one[0]).isEqualTo(one[1]);
        assertThat(field(answer, "Vary")).contains("Origin");
        assertThat(field(answer, "Access-Control-Allow-Origin"))
            .isEqualTo(one[1].equals("403") ? "" : one[0]);
      }
      assertThat(field(server.get("/w/news?member=lake"), "Content-Security-Policy"))
          .contains("frame-ancestors https://lake.example;");
      assertThat(field(server.get("/w/news"), "Content-Security-Policy"))
          .contains("frame-ancestors 'self'");
    }
  }

  @Test
  void content_is_served_and_what_was_typed_is_kept_when_there_is_no_database() throws IOException {
    Path blocked = data.resolve("a-file");
    Files.writeString(blocked, "not a folder");
    try (TestServer server = TestServer.sample(blocked)) {
      assertThat(server.get("/w/stay-informed.html").statusCode()).isEqualTo(200);
      assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(server.get("/readyz").statusCode()).isEqualTo(503);
      HttpResponse<byte[]> page =
          server.post(
              "/w/stay-informed", "email=sam%40example.org&consent=true", "Content-Type", FORM);
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(field(page, "Retry-After")).isNotEmpty();
      assertThat(text(page)).contains("value=\"sam@example.org\"", "could not store");
      HttpResponse<byte[]> json =
          server.post(
              "/w/stay-informed",
              "{\"email\":\"sam@example.org\",\"consent\":true}",
              "Content-Type",
              "application/json");
      assertThat(json.statusCode()).isEqualTo(503);
      Files.delete(blocked);
    }
  }

  @Test
  void many_at_once_are_all_stored() throws Exception {
    int count = 400;
    try (TestServer server = TestServer.sample(data)) {
      ExecutorService pool = Executors.newFixedThreadPool(16);
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String body = "email=p" + i + "%40example.org&consent=1";
        tasks.add(() -> server.post("/w/stay-informed", body, "Content-Type", FORM).statusCode());
      }
      for (Future<Integer> answer : pool.invokeAll(tasks)) {
        assertThat(answer.get()).isEqualTo(303);
      }
      pool.shutdown();
    }
    assertThat(export(ExportFormat.ndjson).lines()).hasSize(count);
  }

  @Test
  void formulas_are_defused_and_the_file_still_reads() throws Exception {
    try (TestServer server = TestServer.sample(data)) {
      server.post(
          "/w/stay-informed",
          "email=a%40example.org&consent=1&given-name=%3DSUM(1%2C%22x%22)",
          "Content-Type",
          FORM);
    }
    assertThat(export(ExportFormat.csv)).contains("\"'=SUM(1,\"\"x\"\")\"");
    assertThat(export(ExportFormat.ndjson)).contains("\"given-name\":\"=SUM(1,\\\"x\\\")\"");
  }

  @Test
  void nobody_else_can_read_the_data_folder() throws IOException {
    TestServer.sample(data.resolve("own")).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("own"))))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("own/handbill.db"))))
        .isEqualTo("rw-------");
  }

  private String export(ExportFormat format) {
    return Exported.signups(data, format);
  }
}
