package org.handbill.widget.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.handbill.widget.model.Language;

/**
 * Sends requests to addresses that an operator named, through the same guard as fetched pages: http
 * and https only, ports 80 and 443, a host all of whose addresses are public, over a connection to
 * one of those very addresses. One request is one exchange: no redirects, cookies, proxies or
 * retries. It is over by its deadline, names included. Thread-safe.
 */
public final class GuardedClient implements AutoCloseable {

  /** The longest that one exchange takes. */
  public static final Duration USUAL_TIME = Duration.ofSeconds(20);

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int ANSWER_BYTES = 64 * 1024;

  /**
   * What is sent.
   *
   * @param method as RFC 9110 has them, in capitals
   * @param to an absolute address
   * @param headers by name; {@code Content-Length} and {@code Host} are set by the client
   * @param body sent exactly as it is; empty for a request without one
   * @param allowPrivate whether private networks, this machine and any port are allowed
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Request(
      String method, URI to, Map<String, String> headers, byte[] body, boolean allowPrivate) {

    public Request {
      headers = Map.copyOf(headers);
    }
  }

  /** What came of a request. */
  public sealed interface Answer {}

  /**
   * The other side answered, whatever it says.
   *
   * @param body its beginning, 64 KB at most
   * @param retryAfter the field of that name, as it was sent
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Response(int status, byte[] body, Optional<String> retryAfter) implements Answer {}

  /**
   * It did not; whether it took the request nobody knows.
   *
   * @param reason a sentence in English that names host and port, and nothing else of the request
   */
  public record NoResponse(String reason) implements Answer {}

  private final String userAgent;
  private final Duration total;
  private final BoundedCalls calls = new BoundedCalls();

  /**
   * A client that uses the system's names and trusts the certificates that Java trusts.
   *
   * @param about where the owner of a server can read who calls it; goes into the user agent
   * @param total the longest that one exchange takes; {@link #USUAL_TIME}, or less in tests
   */
  public GuardedClient(URI about, Duration total) {
    this.userAgent = HttpFetcher.userAgent(about);
    this.total = total;
  }

  /** Sends a request and waits for the answer, but not past the deadline. */
  public Answer send(Request request) {
    WebAddress at = new WebAddress(request.to());
    Optional<Fetched.Refused> refusal = at.refusal(Set.of(), request.allowPrivate());
    if (refusal.isPresent()) {
      return noResponse(refusal.get());
    }
    Duration connect = CONNECT.compareTo(total) < 0 ? CONNECT : total;
    GuardedConnections connections =
        new GuardedConnections(
            userAgent,
            total,
            connect,
            InetAddress::getAllByName,
            HttpFetcher.defaultTls(),
            request.allowPrivate());
    CloseableHttpClient client = connections.client();
    try {
      return calls.within(
          total,
          () -> exchange(client, at, request),
          () -> noResponse(Fetched.refused("send.timeout", at.name())),
          () -> noResponse(Fetched.refused("send.stopped", at.name())));
    } finally {
      client.close(CloseMode.IMMEDIATE);
    }
  }

  private static Answer exchange(CloseableHttpClient client, WebAddress at, Request request) {
    HttpUriRequestBase sent = new HttpUriRequestBase(request.method(), at.target());
    request.headers().forEach(sent::setHeader);
    sent.setHeader(HttpHeaders.CONNECTION, "close");
    if (request.body().length > 0) {
      // The type is among the headers already.
      sent.setEntity(new ByteArrayEntity(request.body(), null));
    }
    try {
      ClassicHttpResponse response = client.executeOpen(null, sent, null);
      Optional<String> retryAfter =
          Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
              .map(Header::getValue);
      return new Response(response.getCode(), body(response), retryAfter);
    } catch (SocketTimeoutException silent) {
      return noResponse(Fetched.refused("send.timeout", at.name()));
    } catch (IOException e) {
      return noResponse(Fetched.refused(FetchAttempt.keyOf(e), at.name()));
    } finally {
      sent.cancel(); // cuts the connection; closing the response would read the rest of it first
    }
  }

  /** The body, or nothing of one that breaks off: what counts has been said before it. */
  private static byte[] body(ClassicHttpResponse response) {
    if (response.getEntity() == null) {
      return new byte[0];
    }
    try {
      InputStream body = response.getEntity().getContent();
      return body.readNBytes(ANSWER_BYTES);
    } catch (IOException brokenOff) {
      return new byte[0];
    }
  }

  private static Answer noResponse(Fetched.Refused refused) {
    return new NoResponse(
        NetworkFolder.MESSAGES
            .in(Language.ENGLISH)
            .format(refused.key(), refused.args().toArray()));
  }

  /** Sends nothing further; requests under way end by their deadline. */
  @Override
  public void close() {
    calls.close();
  }
}
