package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.handbill.server.store.Database;
import org.handbill.server.store.SourceRecords;
import org.handbill.widget.source.LinkChecks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What a network's editors and operators learn of its sources, and what outlives a restart. */
class SourcesTest {

  private static final String TOKEN = "a-token-that-is-long-enough";

  @TempDir Path folder;

  private final TestClock clock = new TestClock();
  private HttpServer site;
  private volatile int status = 200;
  private volatile int entries = 8;

  @BeforeEach
  void begin() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.setExecutor(Executors.newCachedThreadPool());
    site.createContext(
        "/",
        exchange -> {
          boolean list = exchange.getRequestURI().getPath().equals("/list");
          byte[] body = list ? page().getBytes(StandardCharsets.UTF_8) : new byte[0];
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          int answer = list ? status : 404;
          exchange.sendResponseHeaders(answer, body.length == 0 ? -1 : body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    site.start();
    Files.createDirectories(folder.resolve("network/widgets"));
    Files.writeString(
        folder.resolve("network/handbill.yaml"),
        """
        network: {name: Test Network, url: "https://network.example.org"}
        languages: [en]
        editors: [editor@network.example.org]
        """);
    Files.writeString(
        folder.resolve("network/widgets/help.yaml"),
        """
        type: resources
        title: Find help
        sources:
          - page: %s
            every: 1h
            allow-private: true
        """
            .formatted(address()));
  }

  @AfterEach
  void end() {
    site.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + site.getAddress().getPort() + "/list";
  }

  private String page() {
    StringBuilder page = new StringBuilder("<main><h2>Shelter</h2><ul>");
    for (int i = 1; i <= entries; i++) {
      page.append("<li><a href=\"/").append(i).append("\">Place ").append(i).append("</a></li>");
    }
    return page + "</ul></main>";
  }

  private TestServer serve(EachDatabase.Kind kind, Path data, boolean follow) {
    return TestServer.of(
        TestServer.settings(Optional.of(folder.resolve("network")), data)
            .with(kind.url())
            .with(clock)
            .with(new Settings.Desk(OptionalInt.of(0), true, Optional.of(TOKEN)))
            .following(
                follow ? Optional.of(new LinkChecks.Pace(Duration.ZERO)) : Optional.empty()));
  }

  private static int shown(TestServer server) {
    return TestServer.text(server.get("/w/help.json")).split("\"title\":\"Place", -1).length - 1;
  }

  private static List<MimeMessage> mails(Path data) throws Exception {
    List<MimeMessage> mails = new ArrayList<>();
    if (Files.isDirectory(data.resolve("mail"))) {
      try (Stream<Path> files = Files.list(data.resolve("mail"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".eml")).sorted().toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            mails.add(new MimeMessage(Session.getInstance(new Properties()), in));
          }
        }
      }
    }
    return mails;
  }

  /** Lets the time go by in which notices are gathered, and waits until that many were sent. */
  private void awaitMails(Path data, int count) throws Exception {
    Eventually.until(
        "the editors are told",
        () -> {
          clock.advance(Duration.ofSeconds(5));
          return mails(data).size() == count;
        });
  }

  private static String text(MimeMessage mail) throws Exception {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
  }

  private static List<String> subjects(Path data) throws Exception {
    List<String> subjects = new ArrayList<>();
    for (MimeMessage mail : mails(data)) {
      subjects.add(mail.getSubject());
    }
    return subjects;
  }

  private static HttpResponse<String> desk(TestServer server, String path, String form)
      throws Exception {
    URI url = server.server().deskUrl().orElseThrow().resolve(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    if (!form.isEmpty()) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(form));
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static boolean deskSays(TestServer server, String words) throws Exception {
    return desk(server, "/readyz", "").body().contains(words);
  }

  @EachDatabase
  void a_fresh_node_with_a_dead_source_serves_its_last_good_copy(EachDatabase.Kind kind)
      throws Exception {
    Path data = kind.folder();
    try (TestServer server = serve(kind, data, false)) {
      assertThat(shown(server)).isEqualTo(8);
    }
    status = 500;
    try (TestServer server = serve(kind, data, false)) {
      assertThat(shown(server)).isEqualTo(8);
      Eventually.until("the failure is known", () -> deskSays(server, "\"broken\""));
      assertThat(shown(server)).isEqualTo(8);
      assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
    }
  }

  @EachDatabase
  void the_editors_get_one_mail_when_a_source_breaks_and_one_when_it_recovers(
      EachDatabase.Kind kind) throws Exception {
    Path data = kind.folder();
    try (TestServer server = serve(kind, data, false)) {
      assertThat(shown(server)).isEqualTo(8);
      status = 500;
      clock.advance(Duration.ofHours(1));
      awaitMails(data, 1);
      for (int hours = 0; hours < 5; hours++) {
        clock.advance(Duration.ofHours(1));
        Thread.sleep(600);
      }
      String name = "(127.0.0.1:" + site.getAddress().getPort() + "/list)";
      assertThat(subjects(data)).containsExactly("Find help: a source cannot be read " + name);
      assertThat(text(mails(data).get(0)))
          .contains(address(), "“Find help”", "status 500", "2026-03-01 12:00 UTC");
      status = 200;
      clock.advance(Duration.ofHours(1));
      awaitMails(data, 2);
      assertThat(subjects(data)).contains("Well again: Find help " + name);
    }
  }

  @EachDatabase
  void what_breaks_together_is_told_in_one_mail(EachDatabase.Kind kind) throws Exception {
    Path data = kind.folder();
    StringBuilder sources = new StringBuilder("type: resources\ntitle: Find help\nsources:\n");
    for (int i = 1; i <= 9; i++) {
      sources
          .append("  - {page: \"")
          .append(address() + "?" + i)
          .append("\", every: 1h, allow-private: true}\n");
    }
    Files.writeString(folder.resolve("network/widgets/help.yaml"), sources);
    try (TestServer server = serve(kind, data, false);
        Database database = kind.open(clock)) {
      SourceRecords records = new SourceRecords(database);
      assertThat(shown(server)).isEqualTo(8);
      status = 500;
      clock.advance(Duration.ofHours(1));
      Eventually.until("all are broken", () -> records.notices().size() == 9);
      awaitMails(data, 1);
      Eventually.until("that is known", () -> records.notices().isEmpty());
      status = 200;
      clock.advance(Duration.ofHours(2));
      Eventually.until("all are well", () -> records.notices().size() == 9);
      awaitMails(data, 2);
      assertThat(subjects(data))
          .containsExactlyInAnyOrder(
              "Test Network: 9 sources cannot be read", "Well again: 9 sources of Test Network");
      assertThat(text(mails(data).get(0))).contains(address() + "?1", address() + "?9");
    }
  }

  @EachDatabase
  void a_source_that_goes_to_and_fro_is_told_a_few_times_and_then_as_it_is(EachDatabase.Kind kind)
      throws Exception {
    Path data = kind.folder();
    try (TestServer server = serve(kind, data, false)) {
      assertThat(shown(server)).isEqualTo(8);
      for (int change = 1; change <= 4; change++) {
        int told = change;
        status = change % 2 == 1 ? 500 : 200;
        clock.advance(Duration.ofMinutes(61));
        awaitMails(data, told);
      }
      status = 500;
      clock.advance(Duration.ofMinutes(61));
      Eventually.until("the failure is known", () -> deskSays(server, "\"broken\""));
      Thread.sleep(1500);
      assertThat(mails(data)).hasSize(4);
      clock.advance(Duration.ofHours(6));
      awaitMails(data, 5);
      assertThat(subjects(data).stream().filter(subject -> subject.contains("cannot be read")))
          .hasSize(3);
    }
  }

  @EachDatabase
  void the_editors_are_told_of_a_file_that_was_emptied(EachDatabase.Kind kind) throws Exception {
    Path data = kind.folder();
    Path file = folder.resolve("network/pages/list.html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, page());
    Files.writeString(
        folder.resolve("network/widgets/help.yaml"),
        "type: resources\ntitle: Find help\nsources: [{page: pages/list.html}]\n");
    try (TestServer server = serve(kind, data, false)) {
      assertThat(shown(server)).isEqualTo(8);
      Files.writeString(file, "");
      awaitMails(data, 1);
      assertThat(subjects(data).get(0)).contains("pages/list.html");
    }
    try (TestServer server = serve(kind, data, false)) {
      assertThat(shown(server)).isEqualTo(8);
      assertThat(desk(server, "/admin", "").body()).contains("<code dir=\"ltr\">pages/list.html");
      Files.writeString(file, page());
      awaitMails(data, 2);
    }
  }

  @EachDatabase
  void what_is_held_back_is_accepted_on_the_desk_with_the_token_alone(EachDatabase.Kind kind)
      throws Exception {
    Path data = kind.folder();
    try (TestServer server = serve(kind, data, false)) {
      assertThat(shown(server)).isEqualTo(8);
      entries = 2;
      clock.advance(Duration.ofHours(1));
      Eventually.until("it is held back", () -> deskSays(server, "\"held\""));
      awaitMails(data, 1);
      assertThat(subjects(data).get(0)).startsWith("Find help: a source has lost entries");
      assertThat(text(mails(data).get(0)))
          .contains("handbill sources accept '" + address() + "'", "“Accept what it holds now”");
      assertThat(desk(server, "/admin", "").body()).contains("Accept what it holds now");
      String source = "source=" + URLEncoder.encode(address(), StandardCharsets.UTF_8);
      clock.advance(Duration.ofSeconds(10));
      assertThat(desk(server, "/admin/accept", source + "&token=wrong").statusCode())
          .isEqualTo(403);
      Thread.sleep(1000);
      assertThat(shown(server)).isEqualTo(8);
      assertThat(desk(server, "/admin/accept", source + "&token=" + TOKEN).body())
          .contains("Accepted");
      clock.advance(Duration.ofSeconds(10));
      Eventually.until("it is shown", () -> shown(server) == 2);
    }
  }

  @EachDatabase
  void the_health_of_links_is_shown_and_outlives_a_restart(EachDatabase.Kind kind)
      throws Exception {
    Path data = kind.folder();
    entries = 2;
    try (TestServer server = serve(kind, data, true)) {
      Eventually.until("both links are known", () -> deskSays(server, "{\"dead\":2}"));
      assertThat(desk(server, "/admin", "").body()).contains("Gone: 2");
    }
    site.removeContext("/");
    try (TestServer server = serve(kind, data, true)) {
      Eventually.until("both links are known", () -> deskSays(server, "{\"dead\":2}"));
    }
  }

  @EachDatabase
  void a_list_whose_links_are_all_gone_is_not_hidden_and_the_operator_reads_why(
      EachDatabase.Kind kind) throws Exception {
    Path widget = folder.resolve("network/widgets/help.yaml");
    Files.writeString(widget, Files.readString(widget) + "dead-links: hide\n");
    try (TestServer server = serve(kind, kind.folder(), true)) {
      Eventually.until(
          "the operator is told", () -> deskSays(server, "The links of 8 entries are gone"));
      assertThat(shown(server)).isEqualTo(8);
    }
  }

  /** A list as data, wherever it is served. */
  private static String content(TestServer server) {
    String text = TestServer.text(server.get("/w/help.json"));
    return text.replaceAll("http://[^/]*:\\d+/w/", "/w/");
  }

  @EachDatabase
  void a_node_that_recalls_a_file_gives_the_same_bytes_as_the_one_that_read_it(
      EachDatabase.Kind kind) throws Exception {
    Path data = kind.folder();
    Path file = folder.resolve("network/pages/list.html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, page());
    Instant changed = Instant.now().plusSeconds(60).with(ChronoField.NANO_OF_SECOND, 123_456_789);
    Files.setLastModifiedTime(file, FileTime.from(changed));
    Files.writeString(
        folder.resolve("network/widgets/help.yaml"),
        "type: resources\ntitle: Find help\nsources: [{page: pages/list.html}]\n");
    String read;
    try (TestServer server = serve(kind, data, false)) {
      read = content(server);
    }
    try (TestServer server = serve(kind, data, false)) {
      assertThat(content(server)).isEqualTo(read).contains("\"updated\"");
    }
  }

  @EachDatabase
  void the_desk_answers_to_this_machine_s_own_names_only(EachDatabase.Kind kind) throws Exception {
    try (TestServer server = serve(kind, kind.folder(), false)) {
      URI desk = server.server().deskUrl().orElseThrow();
      try (var socket = new java.net.Socket("127.0.0.1", desk.getPort())) {
        socket
            .getOutputStream()
            .write(
                "GET /admin HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("Find help", address());
      }
    }
  }
}
