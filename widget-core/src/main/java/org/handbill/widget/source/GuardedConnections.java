package org.handbill.widget.source;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * How every connection to the web is made: to an address that was checked, without cookies,
 * authentication, proxies, retries or redirects, and used once.
 *
 * @param total the longest that reading, writing and the TLS handshake may each hang
 * @param connect for one address of the host to accept a connection
 */
record GuardedConnections(
    String userAgent,
    Duration total,
    Duration connect,
    HttpFetcher.Lookup lookup,
    SSLContext tls,
    boolean allowPrivate) {

  private static final int MAX_HEADER_LINE = 8 * 1024;
  private static final int MAX_HEADERS = 100;

  /** How every request is made; one that needs more begins with a copy. */
  static final RequestConfig REQUESTS =
      RequestConfig.custom()
          .setAuthenticationEnabled(false)
          .setProtocolUpgradeEnabled(false)
          .build();

  /** A client for one attempt. */
  CloseableHttpClient client() {
    Timeout longest = Timeout.of(total);
    HttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new CheckedNames(lookup, allowPrivate))
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(longest).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(connect))
                    .setSocketTimeout(longest)
                    .build())
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setMaxLineLength(MAX_HEADER_LINE)
                            .setMaxHeaderCount(MAX_HEADERS)
                            .build())
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setDefaultRequestConfig(REQUESTS)
        .setUserAgent(userAgent)
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .build();
  }

  /** A host of which an address is not allowed. */
  static final class NotAllowed extends UnknownHostException {
    private static final long serialVersionUID = 1;
  }

  /** Resolves a host, and hands out its addresses only when every one of them is allowed. */
  private record CheckedNames(HttpFetcher.Lookup lookup, boolean allowPrivate)
      implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] addresses = lookup.addresses(host);
      for (InetAddress address : addresses) {
        if (!AddressGuard.accepts(address, allowPrivate)) {
          throw new NotAllowed();
        }
      }
      return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
