package org.handbill.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of the network's on this machine that webhooks tell of sign-ups. Thread-safe. */
final class Crm implements AutoCloseable {

  private static final int THREADS = 4;
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private volatile int status = 204;

  /** An event as it came in; {@code id} is the idempotency key. */
  record Event(String id, String type, JsonNode data) {}

  Crm() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/hook", this::take);
    server.setExecutor(threads);
    server.start();
  }

  /** Has a network tell it of every sign-up. */
  void receiveFrom(Path network) throws IOException {
    Path secret = Files.writeString(network.resolve("crm-secret"), SECRET);
    String hook = "webhook: {url: \"%s\", secret: \"${file:%s}\", allow-private: true}";
    Files.writeString(
        network.resolve("handbill.yaml"),
        "delivery:\n  - " + hook.formatted(url(), secret) + "\n",
        StandardOpenOption.APPEND);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** From now on answers with that status, and echoes what it was told. */
  void answer(int other) {
    status = other;
  }

  /** What came, in its order, repeats included. */
  List<Event> events() {
    return events;
  }

  /** The types of what came. */
  List<String> types() {
    return events.stream().map(Event::type).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    JsonNode event = JsonMapper.shared().readTree(new String(body, StandardCharsets.UTF_8));
    String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
    events.add(new Event(id, event.at("/type").asString(""), event.at("/data")));
    if (status == 204) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
