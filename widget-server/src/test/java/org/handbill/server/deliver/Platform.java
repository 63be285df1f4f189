package org.handbill.server.deliver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform's interface on this machine: it notes what it is asked and answers as it is told. */
final class Platform implements AutoCloseable {

  private static final int ENDLESS_SECONDS = 30;

  /** One request; the names of headers count without case. */
  record Asked(String method, String target, HttpExchange exchange, String body) {

    String header(String name) {
      String value = exchange.getRequestHeaders().getFirst(name);
      return value == null ? "" : value;
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  private record Said(int status, String body, Map<String, String> headers) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Queue<Said> answers = new ConcurrentLinkedQueue<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean silent;

  Platform() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Answers the next request so; without one, with 200 and an empty object. */
  Platform says(int status, String body, Map<String, String> headers) {
    answers.add(new Said(status, body, headers));
    return this;
  }

  Platform says(int status, String body) {
    return says(status, body, Map.of());
  }

  /** Answers nothing at all. */
  Platform fallsSilent() {
    silent = true;
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Asked> asked() {
    return asked;
  }

  /** The one request that there was. */
  Asked only() {
    if (asked.size() != 1) {
      throw new AssertionError("Asked " + asked.size() + " times");
    }
    return asked.get(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(
            exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange, body));
    if (silent) {
      hang();
    }
    Said said = answers.isEmpty() ? new Said(200, "{}", Map.of()) : answers.remove();
    said.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void hang() {
    try {
      if (!end.await(ENDLESS_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("A test left its platform open");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
