package org.handbill.widget.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.handbill.widget.source.GuardedClient.Answer;
import org.handbill.widget.source.GuardedClient.NoResponse;
import org.handbill.widget.source.GuardedClient.Request;
import org.handbill.widget.source.GuardedClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request goes where the guard lets it go, once, as it is, and comes back with what was said. */
class GuardedClientTest {

  private static final URI ABOUT = URI.create("https://widgets.example.org/");
  private static final byte[] BODY = "{\"a\":\"ü\"}".getBytes(UTF_8);

  private final GuardedClient client = new GuardedClient(ABOUT, GuardedClient.USUAL_TIME);

  @AfterEach
  void close() {
    client.close();
  }

  private static Request post(URI to, boolean allowPrivate) {
    return new Request(
        "POST", to, Map.of("Content-Type", "application/json", "X-Key", "k"), BODY, allowPrivate);
  }

  private static String reason(Answer answer) {
    return ((NoResponse) answer).reason();
  }

  @Test
  void a_request_is_sent_as_it_is() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 202 Accepted", "", "taken")) {
      Response response =
          (Response) client.send(post(URI.create(server.uri("/hook?a=b") + "#c"), true));
      assertThat(response.status()).isEqualTo(202);
      assertThat(new String(response.body(), UTF_8)).isEqualTo("taken");
      assertThat(server.heads().get(0))
          .startsWith("POST /hook?a=b HTTP/1.1\r\n")
          .contains("Content-Type: application/json\r\n", "X-Key: k\r\n")
          .contains("Content-Length: " + BODY.length + "\r\n")
          .contains("User-Agent: Handbill/0.1 (+https://widgets.example.org/)\r\n");
    }
  }

  @Test
  void a_redirect_is_told_and_not_followed() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 307 Moved", "Location: /there", "", "")) {
      assertThat(((Response) client.send(post(server.uri("/"), true))).status()).isEqualTo(307);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void retry_after_is_handed_on() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 429 Slow down", "Retry-After: 7", "", "")) {
      assertThat(((Response) client.send(post(server.uri("/"), true))).retryAfter()).contains("7");
    }
  }

  @Test
  void no_more_of_an_answer_is_read_than_64_kb() throws Exception {
    byte[] endless = RawServer.ok(new byte[200_000]);
    try (RawServer server = new RawServer((head, socket) -> RawServer.write(socket, endless))) {
      Response response = (Response) client.send(post(server.uri("/"), true));
      assertThat(response.body()).hasSize(65_536);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/, private or reserved",
    "http://localhost/, private or reserved",
    "http://[::1]/, private or reserved",
    "http://10.0.0.1/, private or reserved",
    "http://169.254.169.254/latest/meta-data/, private or reserved",
    "https://example.org:8443/, Port 8443",
    "http://0x7f.1/, not a host",
    "https://user:hunter2@example.org/, user name or password",
    "ftp://example.org/, cannot be fetched"
  })
  void what_the_guard_refuses_is_never_called(String to, String why) {
    Answer answer = client.send(post(URI.create(to), false));
    assertThat(reason(answer)).contains(why).doesNotContain("hunter2", "meta-data", "{0}");
  }

  @Test
  void an_operator_who_allows_private_addresses_does_not_allow_cloud_metadata() {
    assertThat(reason(client.send(post(URI.create("http://169.254.169.254/"), true))))
        .contains("private or reserved");
  }

  @Test
  void nobody_there_is_told_with_host_and_port() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(reason(client.send(post(URI.create("http://127.0.0.1:" + free + "/secret"), true))))
        .contains("127.0.0.1:" + free)
        .doesNotContain("secret");
  }

  @Test
  void a_server_that_never_answers_is_given_up() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (GuardedClient hasty = new GuardedClient(ABOUT, Duration.ofMillis(300));
        RawServer server = new RawServer((head, socket) -> end.await(20, TimeUnit.SECONDS))) {
      assertThat(reason(hasty.send(post(server.uri("/"), true))))
          .contains("did not answer in time");
      end.countDown();
    }
  }

  @Test
  void what_was_said_counts_even_if_the_rest_breaks_off() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 200 OK", "Content-Length: 10", "", "ab")) {
      assertThat(((Response) client.send(post(server.uri("/"), true))).status()).isEqualTo(200);
    }
  }
}
