package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands, as a shell sees them. */
class MainTest {

  @TempDir Path folder;

  /** What a command wrote, and its exit code. */
  record Result(int code, String out, String err) {}

  /** Runs a command within this process. */
  static Result run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int code = Main.run(arguments);
      return new Result(
          code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void check_prints_each_finding_with_its_place_and_exits_1_for_errors() throws IOException {
    Networks.minimal(folder, "type: signup\ntitel: News\nfields: [e-mail]\n");
    Result result = run("check", folder.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("widgets/news.yaml:2:1: error: 'titel'", "Did you mean 'title'?")
        .contains("widgets/news.yaml:3:10: error: 'e-mail'", "email");
  }

  @Test
  void check_exits_0_for_warnings() throws IOException {
    Networks.minimal(folder, "type: signup\ntitle: News\ntext: {en: Hello, es: Hola}\n");
    Result result = run("check", folder.toString());
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("widgets/news.yaml:3:23: warning: ");
  }

  @Test
  void check_online_asks_every_channel_and_exits_1_when_one_is_not_reached() throws IOException {
    HttpServer crm = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    crm.createContext("/good", asked -> answer(asked, 204));
    crm.createContext("/bad", asked -> answer(asked, 401));
    crm.start();
    try {
      Path secret = folder.resolve("secret");
      Files.writeString(secret, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
      Networks.minimal(folder, "type: signup\ntitle: News\n");
      Path file = folder.resolve("handbill.yaml");
      String minimal = Files.readString(file);
      String hook =
          "webhook: {url: \"http://127.0.0.1:%d/%s\", secret: \"${file:%s}\", allow-private: true}";
      int port = crm.getAddress().getPort();
      String good = "delivery:\n  - " + hook.formatted(port, "good", secret) + "\n";
      Files.writeString(file, minimal + good + "  - mail: {to: [a@network.example.org]}\n");
      Result reached = run("check", "--online", folder.toString());
      assertThat(reached.out())
          .isEqualTo("webhook: reached\nmail: not asked, since no mail server is set\n");
      assertThat(reached.code()).isZero();

      String bad = "  - {name: crm, " + hook.formatted(port, "bad", secret) + "}\n";
      Files.writeString(file, minimal + good + bad);
      Result missed = run("check", "--online", folder.toString());
      assertThat(missed.out())
          .isEqualTo(
              "webhook: reached\n"
                  + "crm: not reached: The webhook answered 401: it does not take our key.\n");
      assertThat(missed.code()).isEqualTo(1);
      assertThat(run("check", folder.toString()).code()).isZero();
    } finally {
      crm.stop(0);
    }
  }

  private static void answer(HttpExchange asked, int status) throws IOException {
    asked.getRequestBody().readAllBytes();
    asked.sendResponseHeaders(status, -1);
    asked.close();
  }

  @Test
  void the_sample_network_has_no_findings() {
    Result result = run("check", "../examples/network");
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isZero();
  }

  @Test
  void serve_refuses_what_check_refuses() throws IOException {
    Networks.minimal(folder, "type: signap\ntitle: News\n");
    Result result = run("serve", folder.toString(), "--port", "0");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("widgets/news.yaml:1:7: error: 'signap'", "'signup'");
  }

  @Test
  void serve_says_which_port_is_taken_and_what_to_do() throws IOException {
    try (TestServer taken = TestServer.sample(folder)) {
      String port = taken.url().replaceFirst(".*:", "");
      Result result = run("serve", "--port", port, "--data", folder.toString());
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err()).contains(":" + port, "--port");
    }
  }

  @Test
  void wrong_usage_exits_2_and_names_what_was_wrong() {
    String[][] wrong = {
      {"--prot", "1"},
      {"serve", "--port", "x"},
      {"serve", "--port", "70000"},
      {"serve", "--public-url", "widgets.example.org"},
      {"serve", "--mail-from", "Open Doors"},
      {"check"},
      {"export"},
      {"export", "signups", "--format", "xls"},
      {"nonsense"}
    };
    for (String[] arguments : wrong) {
      Result result = run(arguments);
      assertThat(result.code()).as(String.join(" ", arguments)).isEqualTo(2);
      assertThat(result.err()).isNotBlank();
    }
  }

  @Test
  void help_and_version_exit_0() {
    assertThat(run("--help").out()).contains("serve", "check", "export");
    assertThat(run("serve", "--help").out()).contains("HANDBILL_PORT", "--data");
    assertThat(run("--version").out()).startsWith("Handbill ");
  }

  @Test
  void export_of_an_empty_folder_says_which_folder_it_wants() {
    Result result = run("export", "signups", "--data", folder.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains(folder.toString(), "--data");
  }

  @Test
  void export_writes_what_was_stored() throws IOException {
    try (TestServer server = TestServer.sample(folder)) {
      server.post(
          "/w/stay-informed",
          "email=main%40example.org&consent=1",
          "Content-Type",
          "application/x-www-form-urlencoded");
    }
    assertThat(run("export", "signups", "--data", folder.toString()).out())
        .startsWith("id,received-at,state,")
        .contains("main@example.org");
    assertThat(run("export", "signups", "--format", "ndjson", "--data", folder.toString()).out())
        .contains("\"email\":\"main@example.org\"");
    assertThat(Files.exists(folder.resolve("handbill.db"))).isTrue();
  }

  @Test
  void a_proxy_that_is_no_address_is_wrong_usage() {
    Result result = run("serve", "--trusted-proxies", "10.0.0.0/8,proxy.example");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--trusted-proxies: 'proxy.example' is no address");
  }

  @ParameterizedTest
  @CsvSource({"off, 0.0.0.0, 'leave the guard on'", "of, 127.0.0.1, 'Write on or off'"})
  void the_guard_is_never_left_out_where_others_reach_the_server(
      String wish, String host, String said) throws Exception {
    ProcessBuilder serve =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--port=0",
            "--host=" + host,
            "--data=" + folder.resolve("data"));
    serve.environment().put("HANDBILL_ABUSE_GUARD", wish);
    Process process = serve.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(output).contains("HANDBILL_ABUSE_GUARD", said);
  }
}
