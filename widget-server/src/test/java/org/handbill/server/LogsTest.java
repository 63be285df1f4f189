package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbill.server.deliver.SmtpStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a visitor does and whatever fails, nothing that the server writes tells of them. */
class LogsTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final String EMAIL = "quetzal.bird@example.org";
  private static final String TOKEN = "aGuessedToken-0123456789abcdefghijklmnopqrs";
  private static final String PASSWORD = "hushhushhush";
  private static final String BROWSER = "VisitorsBrowser/7.7";
  private static final String FORWARDED = "203.0.113.77";

  private static final String PERSON =
      Stream.of(
              "email=" + URLEncoder.encode(EMAIL, StandardCharsets.UTF_8),
              "given-name=Wilhelmina",
              "postal-code=SW1A+9QZ",
              "message=my+landlord+is+Zyzzyva")
          .reduce("consent=1", (all, one) -> all + "&" + one);

  private static final List<String> NEVER =
      List.of(
          "quetzal",
          "Wilhelmina",
          "SW1A",
          "Zyzzyva",
          BROWSER,
          FORWARDED,
          "127.0.0.1",
          TOKEN,
          "whsec_",
          PASSWORD);

  @TempDir Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Crm crm = new Crm();

  @AfterEach
  void the_crm_ends() {
    crm.close();
  }

  private Node start(Map<String, String> more) throws IOException {
    Path network =
        Networks.minimal(
            folder.resolve("network"),
            """
            type: signup
            title: News
            fields: [email, given-name, postal-code, {name: message, type: text, label: Message}]
            """);
    Files.writeString(
        network.resolve("widgets/at-once.yaml"),
        """
        type: signup
        title: At once
        double-opt-in: false
        fields: [email, given-name, postal-code, {name: message, type: text, label: Message}]
        """);
    crm.receiveFrom(network);
    return Node.start(network, data(), log(), more);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path log() {
    return folder.resolve("log");
  }

  private String written() throws IOException {
    return Files.readString(log());
  }

  private int send(Node node, String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.url() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", type)
            .header("User-Agent", BROWSER)
            .header("X-Forwarded-For", FORWARDED)
            .header("Referer", "https://lakeside.example/?email=" + EMAIL)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Test
  void nothing_is_told_of_whoever_signs_up_confirms_and_leaves() throws Exception {
    try (Node node = start(Map.of())) {
      assertThat(send(node, "POST", "/w/news", FORM, PERSON)).isEqualTo(303);
      Path mail = mail();
      assertThat(send(node, "POST", link(mail, "confirm"), FORM, "")).isEqualTo(200);
      Eventually.until("the network was told", () -> !crm.events().isEmpty());
      assertThat(send(node, "POST", link(mail, "unsubscribe"), FORM, "")).isEqualTo(200);
      for (String purpose : List.of("confirm", "unsubscribe")) {
        assertThat(written()).doesNotContain(link(mail, purpose).replaceFirst(".*/", ""));
      }
    }
    assertThat(written()).contains("Handbill serves").doesNotContain(NEVER);
  }

  private Path mail() throws IOException {
    Path mails = data().resolve("mail");
    Eventually.until("a mail was written", () -> !mails(mails).isEmpty());
    return mails(mails).get(0);
  }

  private static List<Path> mails(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).toList();
    }
  }

  private static String link(Path mail, String purpose) throws IOException {
    String text = Files.readString(mail).replace("=\r\n", "");
    Matcher link = Pattern.compile("/" + purpose + "/[A-Za-z0-9_-]+").matcher(text);
    assertThat(link.find()).as("a link to %s", purpose).isTrue();
    return link.group();
  }

  @Test
  void nothing_is_told_of_what_is_refused() throws Exception {
    try (Node node = start(Map.of())) {
      String json = "{\"consent\":true,\"email\":\"" + EMAIL + "\"";
      assertThat(send(node, "POST", "/w/news", FORM, "given-name=Wilhelmina")).isEqualTo(422);
      assertThat(send(node, "POST", "/w/news", JSON, json)).isEqualTo(400);
      assertThat(send(node, "POST", "/w/news", JSON, json + ",\"a\":{}}")).isEqualTo(400);
      assertThat(send(node, "POST", "/w/news", "text/plain", json + "}")).isEqualTo(415);
      assertThat(send(node, "POST", "/w/news", FORM, PERSON + "&b=%zz")).isEqualTo(400);
      assertThat(send(node, "POST", "/w/gone?email=" + EMAIL, FORM, PERSON)).isEqualTo(404);
      assertThat(send(node, "DELETE", "/w/news?email=" + EMAIL, FORM, PERSON)).isEqualTo(405);
      assertThat(send(node, "POST", "/confirm/" + TOKEN, FORM, PERSON)).isEqualTo(404);
      assertThat(send(node, "POST", "/unsubscribe/" + TOKEN, FORM, PERSON)).isEqualTo(404);
      assertThat(send(node, "POST", "/confirm/" + TOKEN, FORM, "x".repeat(9_000))).isEqualTo(413);
      assertThat(raw(node, "GET /w/..%2f" + EMAIL + " HTTP/1.1\r\nHost: a\r\n\r\n"))
          .startsWith("HTTP/1.1 4");
      assertThat(raw(node, "GET /" + EMAIL + " HTTP/1.1\r\nBad " + EMAIL + "\r\n\r\n"))
          .startsWith("HTTP/1.1 4");
      String chunked =
          "POST /w/news HTTP/1.1\r\nHost: a\r\nContent-Type: "
              + JSON
              + "\r\nTransfer-Encoding: chunked\r\n\r\n"
              + EMAIL
              + "\r\n";
      assertThat(raw(node, chunked)).startsWith("HTTP/1.1 4");
    }
    assertThat(written()).contains("Handbill serves").doesNotContain(NEVER);
  }

  /** Sends what no client library would, and returns the answer. */
  private static String raw(Node node, String request) throws IOException {
    int port = URI.create(node.url()).getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      try (InputStream answer = socket.getInputStream()) {
        return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @Test
  void nothing_is_told_of_whom_the_mail_server_and_the_crm_refuse() throws Exception {
    String refusal = "550 5.1.1 <" + EMAIL + ">: Wilhelmina is unknown here";
    crm.answer(422);
    try (SmtpStub stub =
        new SmtpStub(Map.of("RCPT", refusal, "AUTH", "235 welcome"), List.of("AUTH PLAIN"), null)) {
      String smtp = "smtp://sender:" + PASSWORD + "@localhost:" + stub.port();
      try (Node node = start(Map.of("HANDBILL_SMTP_URL", smtp))) {
        assertThat(send(node, "POST", "/w/news", FORM, PERSON)).isEqualTo(303);
        assertThat(send(node, "POST", "/w/at-once", FORM, PERSON)).isEqualTo(303);
        Eventually.until(
            "both refusals are in the log",
            () -> written().contains("answered 422") && written().contains("answered 550"));
        crm.answer(500);
        assertThat(send(node, "POST", "/w/at-once", FORM, PERSON)).isEqualTo(303);
        Eventually.until("the failure is in the log", () -> written().contains("answered 500"));
      }
    }
    assertThat(written()).doesNotContain(NEVER);
  }

  @Test
  void nothing_is_told_of_whoever_comes_while_the_database_fails() throws Exception {
    try (Node node = start(Map.of())) {
      assertThat(send(node, "POST", "/w/news", FORM, PERSON)).isEqualTo(303);
      mail();
      try (Connection other = Tables.open(data());
          Statement statement = other.createStatement()) {
        statement.execute("alter table signup rename to moved");
        assertThat(send(node, "POST", "/w/news", FORM, PERSON)).isEqualTo(503);
        statement.execute("alter table moved rename to signup");
        statement.execute("alter table link rename to moved");
        assertThat(send(node, "POST", "/w/news", FORM, PERSON)).isEqualTo(303);
        assertThat(send(node, "POST", "/confirm/" + TOKEN, FORM, "")).isEqualTo(503);
        Eventually.until(
            "the queue has met it", () -> written().contains("the database is not to be had"));
      }
    }
    Files.writeString(data().resolve("handbill.db"), "no database ".repeat(1_000));
    try (Node node = start(Map.of())) {
      assertThat(send(node, "POST", "/w/news", FORM, PERSON)).isEqualTo(503);
    }
    assertThat(written()).contains("cannot be opened").doesNotContain(NEVER);
  }
}
