package org.handbill.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.handbill.server.submit.guard.TrustedProxies;
import org.handbill.widget.InvalidNetworkException;

/**
 * A real server on a free port of this machine, and a client for it. The abuse guard is off unless
 * a test asks for it.
 */
public final class TestServer implements AutoCloseable {

  private final HandbillServer server;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private TestServer(HandbillServer server) {
    this.server = server;
  }

  /** Serves the sample network. */
  public static TestServer sample(Path data) {
    return start(Optional.empty(), data);
  }

  /** Serves a folder. */
  public static TestServer of(Path network, Path data) {
    return start(Optional.of(network), data);
  }

  /** Serves a folder with the abuse guard on duty. */
  public static TestServer guarded(Path network, Path data, Clock clock) {
    return start(Optional.of(network), data, TrustedProxies.NONE, true, clock);
  }

  /** As {@link #guarded}, behind proxies. */
  public static TestServer behind(String proxies, Path network, Path data, Clock clock) {
    return start(Optional.of(network), data, TrustedProxies.of(proxies), true, clock);
  }

  private static TestServer start(Optional<Path> network, Path data) {
    return of(settings(network, data));
  }

  private static TestServer start(
      Optional<Path> network, Path data, TrustedProxies proxies, boolean guarded, Clock clock) {
    return of(settings(network, data).with(proxies, guarded).with(clock));
  }

  /** The settings of a test's server, with the abuse guard off; to be changed before its start. */
  public static Settings settings(Optional<Path> network, Path data) {
    return Settings.of(network, "127.0.0.1", 0, data, Optional.empty())
        .with(TrustedProxies.NONE, false);
  }

  /** Serves as it is told. */
  public static TestServer of(Settings settings) {
    try {
      return new TestServer(HandbillServer.start(settings));
    } catch (InvalidNetworkException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String url() {
    return server.url().toString();
  }

  public HandbillServer server() {
    return server;
  }

  /** Asks for a path with fields as name and value in turn. */
  public HttpResponse<byte[]> send(String method, String path, String body, String... fields) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (fields.length > 0) {
      request.headers(fields);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<byte[]> get(String path, String... fields) {
    return send("GET", path, "", fields);
  }

  public HttpResponse<byte[]> post(String path, String body, String... fields) {
    return send("POST", path, body, fields);
  }

  /** The body as text. */
  public static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The first value of a field, or nothing. */
  public static String field(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Override
  public void close() {
    server.close();
  }
}
