package org.handbill.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.handbill.server.store.Database;
import org.handbill.server.store.OneByOne;
import org.handbill.server.store.Routing;
import org.handbill.server.store.SignupStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many sign-ups a second are on the disk when they are answered: SQLite, {@code
 * synchronous=FULL}, 64 visitors at once; beside it the same rows committed one by one. Prints
 * figures, and asserts none; the README has the command.
 */
class SubmissionBenchmark {

  private static final int VISITORS = 64;
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final int ROUNDS = 3;

  @TempDir Path folder;

  @Test
  void sign_ups_a_second() throws Exception {
    System.out.println("sign-ups/s, SQLite FULL, " + VISITORS + " at once");
    for (int round = 1; round <= ROUNDS; round++) {
      double grouped = grouped(folder.resolve("grouped" + round));
      double single = oneByOne(folder.resolve("single" + round));
      double http = overHttp(folder.resolve("http" + round), false);
      double mailed = overHttp(folder.resolve("mailed" + round), true);
      System.out.printf(
          Locale.ROOT,
          "round %d: group commit %,.0f · one by one %,.0f · the server over HTTP %,.0f, and while"
              + " it writes the mails %,.0f%n",
          round,
          grouped,
          single,
          http,
          mailed);
    }
  }

  private static double grouped(Path data) throws Exception {
    try (Database database = Database.in(data, Clock.systemUTC());
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      database.available();
      return rate(
          () -> {
            store.save(Signups.pending("p@example.org", Clock.systemUTC().instant()));
            return null;
          });
    }
  }

  private static double oneByOne(Path data) throws Exception {
    try (Database database = Database.in(data, Clock.systemUTC())) {
      database.available();
      OneByOne peer = new OneByOne(database);
      return rate(
          () -> {
            peer.save(Signups.pending("p@example.org", Clock.systemUTC().instant()));
            return null;
          });
    }
  }

  private static double overHttp(Path data, boolean doubleOptIn) throws Exception {
    Path network =
        Networks.minimal(
            data.resolve("network"),
            "type: signup\ntitle: News\ndouble-opt-in: " + doubleOptIn + "\n");
    AtomicInteger number = new AtomicInteger();
    try (TestServer server = TestServer.of(network, data)) {
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      URI form = URI.create(server.url() + "/w/news");
      return rate(
          () -> {
            String body =
                "{\"email\":\"p" + number.incrementAndGet() + "@example.org\",\"consent\":true}";
            HttpRequest request =
                HttpRequest.newBuilder(form)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 202) {
              throw new IllegalStateException("Answered " + status);
            }
            return null;
          });
    }
  }

  /** How often all visitors together do something in a second. */
  private static double rate(Callable<?> action) throws Exception {
    ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
    long end = System.nanoTime() + ROUND.toNanos();
    List<Future<Integer>> counts = new ArrayList<>();
    for (int i = 0; i < VISITORS; i++) {
      counts.add(
          visitors.submit(
              () -> {
                int count = 0;
                while (System.nanoTime() < end) {
                  action.call();
                  count++;
                }
                return count;
              }));
    }
    int total = 0;
    for (Future<Integer> count : counts) {
      total += count.get();
    }
    visitors.shutdown();
    return total / (double) ROUND.toSeconds();
  }
}
