package org.handbill.widget.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.io.CloseMode;
import org.handbill.widget.model.SourceBytes;

/**
 * One fetch: its hops, each of them checked anew, over connections that nothing else uses. {@link
 * #close()} may be called by another thread, and cuts whatever is under way.
 */
final class FetchAttempt implements AutoCloseable {

  /** Who asks, and what is allowed. */
  record Terms(
      String userAgent,
      Set<Integer> extraPorts,
      HttpFetcher.Limits limits,
      HttpFetcher.Lookup lookup,
      SSLContext tls,
      boolean allowPrivate) {

    /** A client for one attempt. */
    CloseableHttpClient client() {
      return new GuardedConnections(
              userAgent, limits.total(), limits.connect(), lookup, tls, allowPrivate)
          .client();
    }
  }

  static final int MAX_REDIRECTS = 5;

  private static final String ACCEPT =
      "text/html, application/xhtml+xml, text/markdown, text/csv, application/json,"
          + " application/feed+json, application/atom+xml, application/rss+xml,"
          + " application/xml;q=0.9, text/plain;q=0.9, */*;q=0.5";

  private final Terms terms;
  private final Validators previous;
  private final CloseableHttpClient client;

  FetchAttempt(Terms terms, Validators previous) {
    this.terms = terms;
    this.previous = previous;
    this.client = terms.client();
  }

  /** Fetches, following redirects. */
  Fetched run(URI start) {
    WebAddress at = new WebAddress(start);
    try {
      for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
        Optional<Fetched.Refused> refusal = at.refusal(terms.extraPorts(), terms.allowPrivate());
        if (refusal.isPresent()) {
          return refusal.get();
        }
        Hop hop = hop(at, redirects == 0);
        if (hop instanceof Arrived arrived) {
          return arrived.fetched();
        }
        at = ((Redirected) hop).to();
      }
      return Fetched.refused("fetch.redirects", at.name(), Integer.toString(MAX_REDIRECTS));
    } catch (IOException e) {
      return Fetched.refused(keyOf(e), at.name());
    }
  }

  private sealed interface Hop {}

  private record Arrived(Fetched fetched) implements Hop {}

  private record Redirected(WebAddress to) implements Hop {}

  private Hop hop(WebAddress at, boolean first) throws IOException {
    // Validators belong to one address: after a redirect they could be another page's.
    Validators validators = first ? previous : Validators.NONE;
    HttpGet request = new HttpGet(at.target());
    request.setHeader(HttpHeaders.ACCEPT, ACCEPT);
    request.setHeader(HttpHeaders.ACCEPT_ENCODING, ContentCoding.ACCEPTED);
    request.setHeader(HttpHeaders.CONNECTION, "close");
    validators.etag().ifPresent(etag -> request.setHeader(HttpHeaders.IF_NONE_MATCH, etag));
    validators
        .lastModified()
        .ifPresent(date -> request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, date));
    try {
      ClassicHttpResponse response = client.executeOpen(null, request, null);
      return switch (response.getCode()) {
        case HttpStatus.SC_OK -> new Arrived(content(response, at, first));
        case HttpStatus.SC_MOVED_PERMANENTLY,
            HttpStatus.SC_MOVED_TEMPORARILY,
            HttpStatus.SC_SEE_OTHER,
            HttpStatus.SC_TEMPORARY_REDIRECT,
            HttpStatus.SC_PERMANENT_REDIRECT ->
            redirect(response, at);
        case HttpStatus.SC_NOT_MODIFIED ->
            new Arrived(validators.isEmpty() ? status(response, at) : new Fetched.Unchanged());
        default -> new Arrived(status(response, at));
      };
    } finally {
      request.cancel(); // cuts the connection; closing the response would read the rest of it first
    }
  }

  private static Fetched status(ClassicHttpResponse response, WebAddress at) {
    int status = response.getCode();
    boolean theirs =
        status == HttpStatus.SC_TOO_MANY_REQUESTS || status >= HttpStatus.SC_INTERNAL_SERVER_ERROR;
    return Fetched.refused(
            theirs ? "fetch.trouble" : "fetch.status", at.name(), Integer.toString(status))
        .until(header(response, HttpHeaders.RETRY_AFTER));
  }

  private Fetched content(ClassicHttpResponse response, WebAddress at, boolean first)
      throws IOException {
    List<String> codings =
        Arrays.stream(response.getHeaders(HttpHeaders.CONTENT_ENCODING))
            .flatMap(header -> Stream.of(header.getValue().split(",", -1)))
            .map(token -> token.strip().toLowerCase(Locale.ROOT))
            .filter(token -> !token.isEmpty())
            .toList();
    Optional<ContentCoding> coding = ContentCoding.named(codings);
    if (coding.isEmpty()) {
      return Fetched.refused("fetch.encoding", at.name(), String.join(", ", codings));
    }
    int limit = terms.limits().bodyBytes();
    byte[] coded = body(response.getEntity(), limit);
    byte[] plain = coded.length > limit ? coded : coding.get().decode(coded, limit);
    if (plain.length > limit) {
      return Fetched.refused("fetch.too-large", at.name(), Integer.toString(limit / 1024));
    }
    Optional<String> modified = header(response, HttpHeaders.LAST_MODIFIED);
    Optional<Instant> modifiedAt =
        modified.flatMap(date -> Optional.ofNullable(DateUtils.parseStandardDate(date)));
    SourceBytes bytes =
        new SourceBytes(plain, header(response, HttpHeaders.CONTENT_TYPE), at.target(), modifiedAt);
    Validators validators =
        first ? new Validators(header(response, HttpHeaders.ETAG), modified) : Validators.NONE;
    return new Fetched.Fresh(bytes, validators, at.target());
  }

  private static byte[] body(HttpEntity entity, int limit) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    InputStream body = entity.getContent();
    return body.readNBytes(limit + 1);
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }

  private static Hop redirect(ClassicHttpResponse response, WebAddress at) {
    Optional<WebAddress> to = header(response, HttpHeaders.LOCATION).flatMap(at::redirectedTo);
    if (to.isEmpty()) {
      return new Arrived(Fetched.refused("fetch.location", at.name()));
    }
    if (at.isHttps() && to.get().isHttp()) {
      return new Arrived(Fetched.refused("fetch.downgrade", at.name()));
    }
    return new Redirected(to.get());
  }

  /** The key of the message that says what went wrong with a connection. */
  static String keyOf(IOException e) {
    if (e instanceof GuardedConnections.NotAllowed) {
      return "fetch.private-address";
    }
    if (e instanceof UnknownHostException) {
      return "fetch.unknown-host";
    }
    if (e instanceof ConnectTimeoutException
        || e instanceof ConnectException
        || e instanceof NoRouteToHostException) {
      return "fetch.unreachable";
    }
    return e instanceof SSLException ? "fetch.tls" : "fetch.broken";
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
