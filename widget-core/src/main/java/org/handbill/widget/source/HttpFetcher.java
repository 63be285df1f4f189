package org.handbill.widget.source;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.handbill.widget.model.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches content from the web without becoming a way into the network that this server stands in,
 * and without ever waiting longer or reading more than it said it would.
 *
 * <p>Every hop goes to http or https on an allowed port, to a host that is resolved once and all of
 * whose addresses are allowed ({@link AddressGuard}), over a connection to one of those very
 * addresses. There are no cookies, no authentication, no proxies and no retries. The whole fetch,
 * names and redirects included, ends by its deadline: it runs on a thread of its own, and at the
 * deadline the caller gets an answer and the connection is cut. Thread-safe.
 */
final class HttpFetcher implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpFetcher.class);

  /**
   * What a fetch may take.
   *
   * @param total from the call to the answer, everything included
   * @param connect for one address of the host to accept a connection
   * @param bodyBytes of content, as it comes and after decompression
   */
  record Limits(Duration total, Duration connect, int bodyBytes) {
    static final Limits DEFAULT =
        new Limits(Duration.ofSeconds(10), Duration.ofSeconds(5), Source.USUAL_BYTES);

    private Limits with(int bytes) {
      return new Limits(total, connect, bytes);
    }
  }

  /** Finds all addresses of a host, which may also be an address itself. */
  interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  private final String userAgent;
  private final Set<Integer> extraPorts;
  private final Limits limits;
  private final Lookup lookup;
  private final SSLContext tls;
  private final BoundedCalls calls = new BoundedCalls();

  /**
   * A fetcher that uses the system's names and trusts the certificates that Java trusts.
   *
   * @param about where the owner of a fetched site can read who fetches it; goes into the user
   *     agent
   * @param extraPorts allowed besides 80 and 443
   */
  HttpFetcher(URI about, Set<Integer> extraPorts, Limits limits) {
    this(about, extraPorts, limits, InetAddress::getAllByName, defaultTls());
  }

  HttpFetcher(URI about, Set<Integer> extraPorts, Limits limits, Lookup lookup, SSLContext tls) {
    this.userAgent = userAgent(about);
    this.extraPorts = Set.copyOf(extraPorts);
    this.limits = limits;
    this.lookup = lookup;
    this.tls = tls;
  }

  /** How we introduce ourselves to other servers. */
  static String userAgent(URI about) {
    return "Handbill/0.1 (+" + about + ")";
  }

  /** What Java trusts. */
  static SSLContext defaultTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java's default TLS settings cannot be used", e);
    }
  }

  /** Fetches what is at an address, as large as its limits say. */
  Fetched fetch(URI uri, boolean allowPrivate, Optional<Validators> previous) {
    return fetch(uri, allowPrivate, previous, limits.bodyBytes());
  }

  /**
   * Fetches what is at an address. Blocks until the answer, but not past the deadline.
   *
   * @param allowPrivate whether private networks, this machine and any port are allowed
   * @param previous what the last {@link Fetched.Fresh} of this address came with
   * @param mostBytes of content, as it comes and after decompression
   */
  Fetched fetch(URI uri, boolean allowPrivate, Optional<Validators> previous, int mostBytes) {
    FetchAttempt attempt =
        new FetchAttempt(
            new FetchAttempt.Terms(
                userAgent, extraPorts, limits.with(mostBytes), lookup, tls, allowPrivate),
            previous.orElse(Validators.NONE));
    Fetched fetched = inTime(attempt, uri);
    if (fetched instanceof Fetched.Refused refused) {
      log.debug("Fetch from {}: {}", uri.getHost(), refused.key());
    }
    return fetched;
  }

  private Fetched inTime(FetchAttempt attempt, URI uri) {
    String name = new WebAddress(uri).name();
    String seconds = Long.toString(limits.total().toSeconds());
    try (attempt) {
      return calls.within(
          limits.total(),
          () -> attempt.run(uri),
          () -> Fetched.refused("fetch.timeout", name, seconds),
          () -> Fetched.refused("fetch.stopped", name));
    }
  }

  /** Starts no further fetch; those under way end by their deadline. */
  @Override
  public void close() {
    calls.close();
  }
}
