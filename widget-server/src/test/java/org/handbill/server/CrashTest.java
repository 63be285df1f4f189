package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.handbill.server.store.Database;
import org.handbill.server.store.ExportFormat;
import org.handbill.server.store.Report;
import org.handbill.server.store.Routing;
import org.handbill.server.store.SignupStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server is killed under load, again and again: what a visitor was told had been received is
 * there, once, and every delivery of it arrives, repeats only under the same idempotency key.
 * {@code -Dhandbill.crashes=100} kills it that often.
 */
class CrashTest {

  private static final int CRASHES = Integer.getInteger("handbill.crashes", 4);
  private static final int VISITORS = 6;
  private static final Duration BETWEEN_TWO = Duration.ofMillis(5);
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir Path folder;

  private final AtomicInteger number = new AtomicInteger();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Map<String, Set<String>> delivered = new ConcurrentHashMap<>();
  private HttpServer crm = newServer();

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void a_crm_takes_deliveries() {
    crm.createContext("/hook", this::take);
    crm.setExecutor(Executors.newFixedThreadPool(4));
    crm.start();
  }

  @AfterEach
  void the_crm_ends() {
    crm.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
    String email = body.at("/data/email").asString("");
    delivered
        .computeIfAbsent(email, key -> ConcurrentHashMap.newKeySet())
        .add(String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  @EachDatabase
  void nothing_that_was_acknowledged_is_ever_lost(EachDatabase.Kind kind) throws Exception {
    Path network = network();
    Path log = folder.resolve("log");
    Random random = new Random(7);
    for (int crash = 0; crash < CRASHES; crash++) {
      Node node = start(kind, network, log);
      ExecutorService visitors = visit(node);
      int before = acknowledged.size();
      Eventually.until("some have signed up", () -> acknowledged.size() > before + 20);
      Thread.sleep(random.nextInt(300));
      node.kill();
      visitors.shutdownNow();
      assertThat(visitors.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
    try (Node node = start(kind, network, log)) {
      Eventually.until(
          "every delivery has arrived after the last start of " + node.url(),
          () -> delivered.keySet().containsAll(acknowledged));
    }
    assertThat(emails(kind)).doesNotHaveDuplicates().containsAll(acknowledged);
    assertThat(delivered.values()).allMatch(ids -> ids.size() == 1);
    assertThat(Files.readString(log)).doesNotContain("@example.org");
  }

  private Node start(EachDatabase.Kind kind, Path network, Path log) throws IOException {
    Map<String, String> environment = new java.util.HashMap<>();
    environment.put("HANDBILL_ABUSE_GUARD", "off");
    environment.put("CRM_SECRET", SECRET);
    kind.url().ifPresent(url -> environment.put("HANDBILL_DATABASE_URL", url.toString()));
    return Node.start(network, kind.folder(), log, environment);
  }

  private Path network() throws IOException {
    Path network =
        Networks.minimal(
            folder.resolve("network"), "type: signup\ntitle: News\ndouble-opt-in: false\n");
    Files.writeString(
        network.resolve("handbill.yaml"),
        """
        delivery:
          - webhook:
              url: "http://127.0.0.1:%d/hook"
              secret: "${CRM_SECRET}"
              allow-private: true
        """
            .formatted(crm.getAddress().getPort()),
        java.nio.file.StandardOpenOption.APPEND);
    return network;
  }

  /** Visitors who sign up one after the other until they are stopped. */
  private ExecutorService visit(Node node) {
    ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
    for (int i = 0; i < VISITORS; i++) {
      visitors.submit(() -> signUpAgainAndAgain(node));
    }
    return visitors;
  }

  private void signUpAgainAndAgain(Node node) {
    HttpClient client = HttpClient.newHttpClient();
    while (!Thread.currentThread().isInterrupted()) {
      String email = "p" + number.incrementAndGet() + "@example.org";
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(node.url() + "/w/news"))
              .header("Content-Type", "application/json")
              .timeout(Duration.ofSeconds(10))
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"email\":\"" + email + "\",\"consent\":true}"))
              .build();
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 202) {
          acknowledged.add(email);
        }
        Thread.sleep(BETWEEN_TWO.toMillis());
      } catch (IOException killed) {
        return;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static List<String> emails(EachDatabase.Kind kind) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Database database = kind.open(Clock.systemUTC());
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      ExportFormat.ndjson.write(store, Report.signups, out);
    }
    List<String> emails = new ArrayList<>();
    out.toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> emails.add(JsonMapper.shared().readTree(line).at("/email").asString()));
    return emails;
  }
}
