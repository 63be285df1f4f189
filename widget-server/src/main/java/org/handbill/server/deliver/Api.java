package org.handbill.server.deliver;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.handbill.server.store.Delivery;
import org.handbill.widget.source.GuardedClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One platform's interface: what it is called, where it answers, and how it knows us. Thread-safe.
 *
 * @param name as an operator knows it
 * @param base what every address begins with
 * @param headers sent with every request
 */
record Api(
    String name,
    String base,
    Map<String, String> headers,
    boolean allowPrivate,
    Connections connections) {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

  Api {
    headers = Map.copyOf(headers);
  }

  /** The platform at its usual address, or where the editor says that it answers. */
  static Api of(
      String name,
      String usual,
      Map<String, String> headers,
      ChannelSettings settings,
      Connections connections)
      throws UnreadyException {
    String base = settings.address("base-url", usual).replaceFirst("/+$", "");
    return new Api(name, base, headers, settings.allowPrivate(), connections);
  }

  /** An empty object to be filled and sent. */
  static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }

  /** The value of an {@code Authorization} field (RFC 7617). */
  static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** A value as a path or a query takes it. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * The bytes of a JSON text; half a character pair, which UTF-8 cannot have, becomes {@code ?}.
   */
  static byte[] bytes(JsonNode json) {
    return JsonMapper.shared().writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
  }

  /** Asks for something that is about nobody. */
  Reply get(String path) {
    return exchange("GET", path, Map.of(), new byte[0], List.of());
  }

  /** Asks for something, or deletes it, for a delivery. */
  Reply send(String method, String path, Delivery delivery) {
    return exchange(method, path, keyOf(delivery), new byte[0], personal(delivery));
  }

  /** Sends JSON for a delivery. */
  Reply send(String method, String path, JsonNode body, Delivery delivery) {
    Map<String, String> own = new LinkedHashMap<>(keyOf(delivery));
    own.put("Content-Type", JSON);
    return exchange(method, path, own, bytes(body), personal(delivery));
  }

  /** Sends what a browser's form would, for a delivery. */
  Reply form(String path, Map<String, String> fields, Delivery delivery) {
    Map<String, String> own = new LinkedHashMap<>(keyOf(delivery));
    own.put("Content-Type", FORM);
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return exchange("POST", path, own, body.getBytes(StandardCharsets.UTF_8), personal(delivery));
  }

  /**
   * Sends bytes exactly as they are.
   *
   * @param own headers of this request alone
   * @param personal what must not be repeated of the answer
   */
  Reply exchange(
      String method,
      String path,
      Map<String, String> own,
      byte[] body,
      Collection<String> personal) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Accept", JSON);
    all.putAll(own);
    GuardedClient.Answer answer =
        connections
            .http()
            .send(
                new GuardedClient.Request(
                    method, URI.create(base + path), all, body, allowPrivate));
    return new Reply(name, answer, connections.clock(), List.copyOf(personal));
  }

  private static Map<String, String> keyOf(Delivery delivery) {
    return Map.of("Idempotency-Key", delivery.id());
  }

  private static Collection<String> personal(Delivery delivery) {
    return delivery.person().values().values();
  }

  /** The name alone: the headers hold keys. */
  @Override
  public String toString() {
    return name;
  }
}
