package org.handbill.widget.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class HttpFetcherTlsTest {

  private static final URI ABOUT = URI.create("https://network.example/about");
  private static final char[] PASSWORD = "for-this-test".toCharArray();
  private static final HttpFetcher.Limits LIMITS =
      new HttpFetcher.Limits(Duration.ofSeconds(30), Duration.ofSeconds(5), 64 * 1024);
  private static final HttpFetcher.Limits SHORT =
      new HttpFetcher.Limits(Duration.ofMillis(700), Duration.ofMillis(500), 64 * 1024);

  /** Has a certificate for good.example, and trusts it. */
  private static SSLContext tls;

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=good.example",
                "-ext",
                "SAN=dns:good.example",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(file)) {
      keys.load(bytes, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
  }

  private static RawServer secure(String answer) throws Exception {
    ServerSocket listener =
        tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return new RawServer(listener, (head, socket) -> RawServer.write(socket, answer));
  }

  private static HttpFetcher fetcher(HttpFetcher.Limits limits, SSLContext trust) {
    HttpFetcher.Lookup here = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    return new HttpFetcher(ABOUT, Set.of(), limits, here, trust);
  }

  private static Fetched fetch(String scheme, String host, int port, SSLContext trust) {
    return fetch(scheme, host, port, LIMITS, trust);
  }

  private static Fetched fetch(
      String scheme, String host, int port, HttpFetcher.Limits limits, SSLContext trust) {
    try (HttpFetcher fetcher = fetcher(limits, trust)) {
      URI uri = URI.create(scheme + "://" + host + ":" + port + "/");
      return fetcher.fetch(uri, true, Optional.empty());
    }
  }

  private static String key(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Refused.class);
    return ((Fetched.Refused) fetched).key();
  }

  private static String text(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Fresh.class);
    return new String(((Fetched.Fresh) fetched).bytes().bytes(), UTF_8);
  }

  @Test
  void aTrustedCertificateOfTheRightNameIsAccepted() throws Exception {
    try (RawServer server = secure("HTTP/1.1 200 OK\r\n\r\nsafe")) {
      assertThat(text(fetch("https", "good.example", server.port(), tls))).isEqualTo("safe");
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    try (RawServer server = secure("HTTP/1.1 200 OK\r\n\r\nunsafe")) {
      assertThat(key(fetch("https", "good.example", server.port(), SSLContext.getDefault())))
          .isEqualTo("fetch.tls");
    }
  }

  @Test
  void aCertificateOfAnotherNameIsRefused() throws Exception {
    try (RawServer server = secure("HTTP/1.1 200 OK\r\n\r\nunsafe")) {
      assertThat(key(fetch("https", "other.example", server.port(), tls))).isEqualTo("fetch.tls");
      assertThat(key(fetch("https", "127.0.0.1", server.port(), tls))).isEqualTo("fetch.tls");
    }
  }

  @Test
  void aServerThatSpeaksNoTlsIsRefused() throws Exception {
    try (RawServer server =
        RawServer.greeting("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8))) {
      assertThat(key(fetch("https", "good.example", server.port(), tls))).isEqualTo("fetch.tls");
    }
  }

  @Test
  void aRedirectFromHttpsToHttpIsRefused() throws Exception {
    try (RawServer plain = RawServer.of("HTTP/1.1 200 OK", "", "unsafe");
        RawServer server =
            secure("HTTP/1.1 301 Moved\r\nLocation: " + plain.uri("/") + "\r\n\r\n")) {
      assertThat(key(fetch("https", "good.example", server.port(), tls)))
          .isEqualTo("fetch.downgrade");
      assertThat(plain.heads()).isEmpty();
    }
  }

  @Test
  void aRedirectFromHttpToHttpsIsFollowed() throws Exception {
    try (RawServer server = secure("HTTP/1.1 200 OK\r\n\r\nsafe");
        RawServer plain =
            RawServer.of(
                "HTTP/1.1 301 Moved",
                "Location: https://good.example:" + server.port() + "/",
                "",
                "")) {
      assertThat(text(fetch("http", "good.example", plain.port(), tls))).isEqualTo("safe");
    }
  }

  @Test
  void aHandshakeThatTricklesDoesNotOutliveTheDeadline() throws Exception {
    byte[] recordOfSixteenKilobytes = {22, 3, 3, 64, 0};
    try (RawServer server = RawServer.trickling(recordOfSixteenKilobytes)) {
      assertThat(key(fetch("https", "good.example", server.port(), SHORT, tls)))
          .isEqualTo("fetch.timeout");
    }
  }
}
