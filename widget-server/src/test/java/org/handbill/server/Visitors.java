package org.handbill.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People who sign up one after the other until they are stopped, each by an address of its own. */
final class Visitors implements AutoCloseable {

  private static final int AT_ONCE = 6;
  private static final Duration BETWEEN_TWO = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final AtomicInteger number = new AtomicInteger();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  /**
   * @param servers whose form {@code news} they use in turn
   */
  Visitors(List<String> servers) {
    for (int i = 0; i < AT_ONCE; i++) {
      String server = servers.get(i % servers.size());
      threads.execute(() -> signUpAgainAndAgain(server));
    }
  }

  private void signUpAgainAndAgain(String server) {
    HttpClient client = HttpClient.newHttpClient();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        signUp(client, server);
        Thread.sleep(BETWEEN_TWO.toMillis());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void signUp(HttpClient client, String server) throws InterruptedException {
    String email = "p" + number.incrementAndGet() + "@example.org";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/w/news"))
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"email\":\"" + email + "\",\"consent\":true}"))
            .build();
    try {
      if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 202) {
        acknowledged.add(email);
      }
    } catch (IOException notAnswered) {
      // nothing was promised to this one
    }
  }

  /** The addresses of all who were told that they had been received. */
  Set<String> acknowledged() {
    return acknowledged;
  }

  /** Returns once so many more have been received. */
  void untilMoreAreReceived(int more) {
    int before = acknowledged.size();
    Eventually.until("more have signed up", () -> acknowledged.size() >= before + more);
  }

  @Override
  public void close() throws InterruptedException {
    threads.shutdownNow();
    if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("A visitor still waits for an answer");
    }
  }
}
