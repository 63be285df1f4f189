package org.handbill.widget.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class HttpFetcherTest {

  private static final URI ABOUT = URI.create("https://network.example/about");
  private static final int LIMIT = 64 * 1024;
  private static final HttpFetcher.Limits LIMITS =
      new HttpFetcher.Limits(Duration.ofSeconds(30), Duration.ofSeconds(5), LIMIT);
  private static final HttpFetcher.Limits SHORT =
      new HttpFetcher.Limits(Duration.ofMillis(700), Duration.ofMillis(500), LIMIT);

  private final HttpFetcher fetcher = new HttpFetcher(ABOUT, Set.of(), LIMITS);
  private final HttpFetcher hasty = new HttpFetcher(ABOUT, Set.of(), SHORT);

  @AfterEach
  void close() {
    fetcher.close();
    hasty.close();
  }

  private Fetched fetch(URI uri) {
    return fetcher.fetch(uri, true, Optional.empty());
  }

  private Fetched fetch(RawServer server) {
    return fetch(server.uri("/"));
  }

  private static String text(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Fresh.class);
    return new String(((Fetched.Fresh) fetched).bytes().bytes(), UTF_8);
  }

  private static String key(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Refused.class);
    return ((Fetched.Refused) fetched).key();
  }

  private static String path(String head) {
    return head.split(" ")[1];
  }

  private static String redirect(String location) {
    return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
  }

  // What comes

  @Test
  void contentComesWithItsTypeItsBaseAndItsValidators() throws Exception {
    byte[] answer =
        RawServer.ok(
            "¡Hola!".getBytes(UTF_8),
            "Content-Type: text/html; charset=utf-8",
            "ETag: \"v1\"",
            "Last-Modified: Sun, 22 Nov 2026 10:00:00 GMT");
    try (RawServer server = new RawServer((head, socket) -> RawServer.write(socket, answer))) {
      Fetched fetched = fetch(server.uri("/list?page=2#top"));

      assertThat(text(fetched)).isEqualTo("¡Hola!");
      Fetched.Fresh fresh = (Fetched.Fresh) fetched;
      assertThat(fresh.finalUri()).isEqualTo(server.uri("/list?page=2"));
      assertThat(fresh.bytes().base()).isEqualTo(server.uri("/list?page=2"));
      assertThat(fresh.bytes().mediaType()).contains("text/html; charset=utf-8");
      assertThat(fresh.bytes().modified()).contains(Instant.parse("2026-11-22T10:00:00Z"));
      assertThat(fresh.validators())
          .isEqualTo(
              new Validators(Optional.of("\"v1\""), Optional.of("Sun, 22 Nov 2026 10:00:00 GMT")));
    }
  }

  @Test
  void theServerLearnsWhoAsksAndNothingElse() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 200 OK", "", "x")) {
      fetch(server.uri("//twice//?q=a%20b"));

      assertThat(server.heads()).hasSize(1);
      String head = server.heads().get(0);
      assertThat(head)
          .startsWith("GET //twice//?q=a%20b HTTP/1.1\r\n")
          .contains("User-Agent: Handbill/0.1 (+https://network.example/about)\r\n")
          .contains("Accept-Encoding: gzip, deflate\r\n")
          .contains("Accept: text/html, ")
          .contains("Host: 127.0.0.1:" + server.port() + "\r\n");
      assertThat(head.lines().filter(line -> line.contains(":")).map(line -> line.split(":")[0]))
          .containsExactlyInAnyOrder(
              "Accept", "Accept-Encoding", "Connection", "Host", "User-Agent");
    }
  }

  @Test
  void anIpv6AddressIsFetched() throws Exception {
    ServerSocket listener;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getByName("::1"));
    } catch (IOException e) {
      Assumptions.abort("no IPv6 here");
      return;
    }
    try (RawServer server =
        new RawServer(
            listener,
            (head, socket) -> RawServer.write(socket, RawServer.ok("six".getBytes(UTF_8))))) {
      assertThat(text(fetch(URI.create("http://[::1]:" + server.port() + "/")))).isEqualTo("six");
      assertThat(server.heads().get(0)).contains("Host: [::1]:" + server.port() + "\r\n");
    }
  }

  @Test
  void aCookieOfOneHopIsNotSentToTheNext() throws Exception {
    try (RawServer server =
        new RawServer(
            (head, socket) ->
                RawServer.write(
                    socket,
                    path(head).equals("/")
                        ? "HTTP/1.1 302 Found\r\nSet-Cookie: a=b; Path=/\r\nLocation: /next\r\n\r\n"
                        : "HTTP/1.1 200 OK\r\n\r\nx"))) {
      assertThat(text(fetch(server))).isEqualTo("x");
      assertThat(server.heads()).hasSize(2).noneMatch(head -> head.contains("Cookie"));
    }
  }

  // Asking again

  @Test
  void unchangedContentIsNotSentAgain() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 304 Not Modified", "", "")) {
      Validators validators =
          new Validators(Optional.of("W/\"7\""), Optional.of("Sun, 22 Nov 2026 10:00:00 GMT"));

      Fetched fetched = fetcher.fetch(server.uri("/"), true, Optional.of(validators));

      assertThat(fetched).isEqualTo(new Fetched.Unchanged());
      assertThat(server.heads().get(0))
          .contains("If-None-Match: W/\"7\"\r\n")
          .contains("If-Modified-Since: Sun, 22 Nov 2026 10:00:00 GMT\r\n");
    }
  }

  @Test
  void notModifiedIsNoAnswerToWhoHasNothing() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 304 Not Modified", "", "")) {
      assertThat(key(fetch(server))).isEqualTo("fetch.status");
      assertThat(key(fetcher.fetch(server.uri("/"), true, Optional.of(Validators.NONE))))
          .isEqualTo("fetch.status");
    }
  }

  @Test
  void validatorsOfOneAddressAreNotUsedForTheOneThatItRedirectsTo() throws Exception {
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              if (path(head).equals("/")) {
                RawServer.write(socket, redirect("/moved"));
              } else {
                RawServer.write(socket, RawServer.ok("new".getBytes(UTF_8), "ETag: \"v1\""));
              }
            })) {
      Validators validators = new Validators(Optional.of("\"v1\""), Optional.empty());

      Fetched fetched = fetcher.fetch(server.uri("/"), true, Optional.of(validators));

      assertThat(text(fetched)).isEqualTo("new");
      assertThat(((Fetched.Fresh) fetched).validators()).isEqualTo(Validators.NONE);
      assertThat(server.heads().get(1)).doesNotContain("If-None-Match");
    }
  }

  // Redirects

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsFollowed(int status) throws Exception {
    try (RawServer server =
        new RawServer(
            (head, socket) ->
                RawServer.write(
                    socket,
                    path(head).equals("/")
                        ? "HTTP/1.1 " + status + " Moved\r\nLocation: /there\r\n\r\n"
                        : "HTTP/1.1 200 OK\r\n\r\nhere"))) {
      Fetched fetched = fetch(server);

      assertThat(text(fetched)).isEqualTo("here");
      assertThat(((Fetched.Fresh) fetched).finalUri()).isEqualTo(server.uri("/there"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "next, /a/next",
    "../next, /next",
    "/next, /next",
    "?page=2, /a/b?page=2",
    "'', /a/b",
    "#part, /a/b",
    "next#part, /a/next",
    "/with space, /with%20space",
    "/caf\u00e9, /caf%E9",
    "/a|b, /a%7Cb",
    "/a%2Fb?c=%26, /a%2Fb?c=%26",
  })
  void aLocationIsReadAsBrowsersReadIt(String location, String expected) throws Exception {
    List<String> paths = new CopyOnWriteArrayList<>();
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              paths.add(path(head));
              boolean first = paths.size() == 1;
              RawServer.write(socket, first ? redirect(location) : "HTTP/1.1 200 OK\r\n\r\nx");
            })) {
      assertThat(text(fetch(server.uri("/a/b?page=1")))).isEqualTo("x");
      assertThat(paths.get(1)).isEqualTo(expected);
    }
  }

  @Test
  void fiveRedirectsAreFollowedAndSixAreNot() throws Exception {
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              int left = Integer.parseInt(path(head).substring(1));
              String answer = left == 0 ? "HTTP/1.1 200 OK\r\n\r\nx" : redirect("/" + (left - 1));
              RawServer.write(socket, answer);
            })) {
      assertThat(text(fetch(server.uri("/5")))).isEqualTo("x");
      assertThat(key(fetch(server.uri("/6")))).isEqualTo("fetch.redirects");
    }
  }

  @Test
  void aRedirectLoopEnds() throws Exception {
    try (RawServer server =
        new RawServer((head, socket) -> RawServer.write(socket, redirect("/")))) {
      assertThat(key(fetch(server))).isEqualTo("fetch.redirects");
      assertThat(server.heads()).hasSize(6);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://169.254.169.254/latest/meta-data/, fetch.private-address",
    "http://0.0.0.0/, fetch.private-address",
    "http://[::ffff:169.254.169.254]/, fetch.private-address",
    "http://[64:ff9b::127.0.0.1]/, fetch.private-address",
    "//169.254.169.254/, fetch.private-address",
    "http://2130706433/, fetch.host",
    "http://0x7f000001/, fetch.host",
    "http://0177.0.0.1/, fetch.host",
    "http://127.1/, fetch.host",
    "http://a\\@127.0.0.1/, fetch.credentials",
    "http://127.0.0.1\\example.org/, fetch.host",
    "http:/etc/passwd, fetch.host",
    "http:///etc/passwd, fetch.host",
    "http://user:secret@127.0.0.1/, fetch.credentials",
    "file:///etc/passwd, fetch.scheme",
    "ftp://127.0.0.1/, fetch.scheme",
    "jar:http://127.0.0.1/!/, fetch.scheme",
    "javascript:alert(1), fetch.scheme",
    "mailto:a@example.org, fetch.scheme",
    "http://127.0.0.1:0/, fetch.port",
    "http://127.0.0.1:65536/, fetch.port",
    "http://127.0.0.1:%zz/, fetch.location",
    ":, fetch.location",
  })
  void aRedirectIsCheckedAsTheFirstAddressWas(String location, String key) throws Exception {
    try (RawServer server =
        new RawServer((head, socket) -> RawServer.write(socket, redirect(location)))) {
      assertThat(key(fetch(server))).isEqualTo(key);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void aRedirectWithoutLocationIsRefused() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 302 Found", "Content-Length: 0", "", "")) {
      assertThat(key(fetch(server))).isEqualTo("fetch.location");
    }
  }

  // What is asked for

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/, fetch.private-address",
    "http://127.0.0.1:443/, fetch.private-address",
    "https://10.0.0.1/, fetch.private-address",
    "http://[::1]/, fetch.private-address",
    "http://localhost/, fetch.private-address",
    "http://[fd00::1]/, fetch.private-address",
    "http://8.8.8.8:22/, fetch.port",
    "http://8.8.8.8:8080/, fetch.port",
    "http://8.8.8.8:0/, fetch.port",
    "http://8.8.8.8@127.0.0.1/, fetch.credentials",
    "http://me:secret@8.8.8.8/, fetch.credentials",
    "http://0x7f.1/, fetch.host",
    "http://2130706433/, fetch.host",
    "http://exa_mple.org/, fetch.host",
    "http://example.org./, fetch.host",
    "http://[fe80::1%25lo]/, fetch.host",
    "ftp://8.8.8.8/, fetch.scheme",
    "data:text/html, fetch.scheme",
    "page.html, fetch.scheme",
    "//8.8.8.8/, fetch.scheme",
  })
  void whatMayNotBeFetchedIsRefused(URI uri, String key) {
    assertThat(key(fetcher.fetch(uri, false, Optional.empty()))).isEqualTo(key);
  }

  @Test
  void aPasswordIsNotRepeated() {
    URI uri = URI.create("https://me:secret@example.org/?token=secret");
    assertThat(fetcher.fetch(uri, false, Optional.empty()))
        .isEqualTo(Fetched.refused("fetch.credentials", "example.org"));
  }

  @Test
  void anExtraPortIsAllowedWhereTheAddressIs() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 200 OK", "", "x");
        HttpFetcher extra = new HttpFetcher(ABOUT, Set.of(server.port()), LIMITS)) {
      assertThat(key(extra.fetch(server.uri("/"), false, Optional.empty())))
          .isEqualTo("fetch.private-address");
      assertThat(key(fetcher.fetch(server.uri("/"), false, Optional.empty())))
          .isEqualTo("fetch.port");
      assertThat(server.heads()).isEmpty();
    }
  }

  // Names

  private static HttpFetcher with(HttpFetcher.Lookup lookup) throws Exception {
    return new HttpFetcher(ABOUT, Set.of(), LIMITS, lookup, SSLContext.getDefault());
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return addresses;
  }

  @Test
  void aNameIsRefusedWhenOneOfItsAddressesIsNotPublic() throws Exception {
    try (HttpFetcher fetcher =
        with(host -> addresses("93.184.216.34", "2606:4700::1", "10.1.1.1"))) {
      URI uri = URI.create("http://rebinding.example/");
      assertThat(fetcher.fetch(uri, false, Optional.empty()))
          .isEqualTo(Fetched.refused("fetch.private-address", "rebinding.example"));
    }
  }

  @Test
  void aNameIsResolvedOnceAndItsCheckedAddressIsTheOneConnectedTo() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpFetcher.Lookup rebinding =
        host -> {
          asked.add(host);
          return addresses(asked.size() == 1 ? "127.0.0.1" : "127.0.0.2");
        };
    try (RawServer server = RawServer.of("HTTP/1.1 200 OK", "", "x");
        HttpFetcher fetcher = with(rebinding)) {
      URI uri = URI.create("http://rebinding.example:" + server.port() + "/");
      assertThat(text(fetcher.fetch(uri, true, Optional.empty()))).isEqualTo("x");
      assertThat(asked).containsExactly("rebinding.example");
      assertThat(server.heads().get(0)).contains("Host: rebinding.example:" + server.port());
    }
  }

  @Test
  void theNextAddressIsTriedWhenOneDoesNotAnswer() throws Exception {
    try (RawServer server = RawServer.of("HTTP/1.1 200 OK", "", "x");
        HttpFetcher fetcher = with(host -> addresses("127.0.0.9", "127.0.0.1"))) {
      URI uri = URI.create("http://two.example:" + server.port() + "/");
      assertThat(text(fetcher.fetch(uri, true, Optional.empty()))).isEqualTo("x");
    }
  }

  @Test
  void everyHopIsResolvedAndCheckedOnItsOwn() throws Exception {
    Map<String, String> names = Map.of("good.example", "127.0.0.1", "bad.example", "169.254.1.1");
    try (RawServer server =
            new RawServer(
                (head, socket) -> RawServer.write(socket, redirect("http://bad.example/")));
        HttpFetcher fetcher = with(host -> addresses(names.getOrDefault(host, "127.0.0.1")))) {
      URI uri = URI.create("http://good.example:" + server.port() + "/");
      assertThat(fetcher.fetch(uri, true, Optional.empty()))
          .isEqualTo(Fetched.refused("fetch.private-address", "bad.example"));
    }
  }

  @Test
  void aNameThatNobodyKnowsIsRefused() throws Exception {
    HttpFetcher.Lookup nobody =
        host -> {
          throw new UnknownHostException(host);
        };
    try (HttpFetcher fetcher = with(nobody)) {
      URI uri = URI.create("https://gone.example/");
      assertThat(key(fetcher.fetch(uri, false, Optional.empty()))).isEqualTo("fetch.unknown-host");
    }
  }

  // Codings and sizes

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(coded)) {
      gzip.write(plain);
    }
    return coded.toByteArray();
  }

  private static byte[] deflate(byte[] plain, boolean bare) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (OutputStream deflate = new DeflaterOutputStream(coded, new Deflater(9, bare))) {
      deflate.write(plain);
    }
    return coded.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }

  private Fetched coded(byte[] body, String... headers) throws IOException {
    byte[] answer = RawServer.ok(body, headers);
    try (RawServer server = new RawServer((head, socket) -> RawServer.write(socket, answer))) {
      return fetch(server);
    }
  }

  @Test
  void codedContentIsDecoded() throws Exception {
    byte[] plain = "lista ".repeat(100).getBytes(UTF_8);
    String expected = new String(plain, UTF_8);
    assertThat(text(coded(gzip(plain), "Content-Encoding: gzip"))).isEqualTo(expected);
    assertThat(text(coded(gzip(plain), "Content-Encoding: X-GZip"))).isEqualTo(expected);
    assertThat(text(coded(gzip(plain), "Content-Encoding: identity, gzip"))).isEqualTo(expected);
    assertThat(text(coded(deflate(plain, false), "Content-Encoding: deflate"))).isEqualTo(expected);
    assertThat(text(coded(deflate(plain, true), "Content-Encoding: deflate"))).isEqualTo(expected);
    assertThat(text(coded(plain, "Content-Encoding: identity"))).isEqualTo(expected);
    assertThat(text(coded(joined(gzip(plain), gzip(plain)), "Content-Encoding: gzip")))
        .isEqualTo(expected + expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip, gzip",
        "gzip,deflate",
        "deflate, gzip",
        "br",
        "zstd",
        "compress",
        "aes128gcm"
      })
  void nestedAndUnknownCodingsAreRefused(String coding) throws Exception {
    byte[] body = gzip(gzip("x".getBytes(UTF_8)));
    assertThat(key(coded(body, "Content-Encoding: " + coding))).isEqualTo("fetch.encoding");
  }

  @Test
  void codingsNestedOverTwoHeadersAreRefused() throws Exception {
    byte[] body = gzip(gzip("x".getBytes(UTF_8)));
    assertThat(key(coded(body, "Content-Encoding: gzip", "Content-Encoding: gzip")))
        .isEqualTo("fetch.encoding");
  }

  @Test
  void contentOfTheLimitComesAndOneByteMoreDoesNot() throws Exception {
    byte[] most = new byte[LIMIT];
    byte[] more = new byte[LIMIT + 1];
    assertThat(text(coded(most))).hasSize(LIMIT);
    assertThat(text(coded(gzip(most), "Content-Encoding: gzip"))).hasSize(LIMIT);
    assertThat(coded(more))
        .isInstanceOfSatisfying(
            Fetched.Refused.class,
            refused -> {
              assertThat(refused.key()).isEqualTo("fetch.too-large");
              assertThat(refused.args()).hasSize(2).endsWith("64");
            });
    assertThat(key(coded(gzip(more), "Content-Encoding: gzip"))).isEqualTo("fetch.too-large");
    assertThat(key(coded(deflate(more, true), "Content-Encoding: deflate")))
        .isEqualTo("fetch.too-large");
  }

  @Test
  void aGzipBombIsNotUnpacked() throws Exception {
    byte[] bomb = gzip(new byte[50 * 1024 * 1024]);
    assertThat(bomb.length).isLessThan(LIMIT);
    assertThat(key(coded(bomb, "Content-Encoding: gzip"))).isEqualTo("fetch.too-large");
    assertThat(ContentCoding.GZIP.decode(bomb, LIMIT)).hasSize(LIMIT + 1);
  }

  @Test
  void aBodyWithoutEndIsCut() throws Exception {
    byte[] piece = new byte[8 * 1024];
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              RawServer.write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
              while (true) {
                RawServer.write(socket, "2000\r\n");
                RawServer.write(socket, piece);
                RawServer.write(socket, "\r\n");
              }
            })) {
      assertThat(key(fetch(server))).isEqualTo("fetch.too-large");
    }
  }

  @Test
  void emptyMembersWithoutEndAreCut() throws Exception {
    byte[] empty = gzip(new byte[0]);
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
              while (true) {
                RawServer.write(socket, empty);
              }
            })) {
      assertThat(key(fetch(server))).isEqualTo("fetch.too-large");
    }
  }

  @Test
  void codedContentThatIsCutShortOrGarbledIsRefused() throws Exception {
    byte[] whole = gzip("lista ".repeat(100).getBytes(UTF_8));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    byte[] wrong = whole.clone();
    wrong[whole.length - 8] ^= 1; // its checksum
    assertThat(key(coded(half, "Content-Encoding: gzip"))).isEqualTo("fetch.broken");
    assertThat(key(coded(wrong, "Content-Encoding: gzip"))).isEqualTo("fetch.broken");
    assertThat(key(coded("plain".getBytes(UTF_8), "Content-Encoding: gzip")))
        .isEqualTo("fetch.broken");
    assertThat(key(coded(new byte[0], "Content-Encoding: gzip"))).isEqualTo("fetch.broken");
    assertThat(key(coded("plain".getBytes(UTF_8), "Content-Encoding: deflate")))
        .isEqualTo("fetch.broken");
  }

  // Time

  @Test
  void aBodyThatTricklesDoesNotOutliveTheDeadline() throws Exception {
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n");
              trickle(socket, "x");
            })) {
      assertThat(key(hasty.fetch(server.uri("/"), true, Optional.empty())))
          .isEqualTo("fetch.timeout");
    }
  }

  @Test
  void aHeadThatTricklesDoesNotOutliveTheDeadline() throws Exception {
    try (RawServer server = new RawServer((head, socket) -> trickle(socket, "H"))) {
      assertThat(key(hasty.fetch(server.uri("/"), true, Optional.empty())))
          .isEqualTo("fetch.timeout");
    }
  }

  @Test
  void interimAnswersWithoutEndDoNotOutliveTheDeadline() throws Exception {
    try (RawServer server =
        new RawServer(
            (head, socket) -> trickle(socket, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"))) {
      assertThat(key(hasty.fetch(server.uri("/"), true, Optional.empty())))
          .isEqualTo("fetch.timeout");
    }
  }

  @Test
  void theDeadlineCutsTheConnection() throws Exception {
    CountDownLatch cut = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              try {
                trickle(socket, "H"); // ends when the client is gone
              } finally {
                cut.countDown();
              }
            })) {
      assertThat(key(hasty.fetch(server.uri("/"), true, Optional.empty())))
          .isEqualTo("fetch.timeout");
      assertThat(cut.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aNameServerThatHangsDoesNotOutliveTheDeadline() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    HttpFetcher.Lookup hanging =
        host -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return addresses("127.0.0.1");
        };
    try (HttpFetcher fetcher =
        new HttpFetcher(ABOUT, Set.of(), SHORT, hanging, SSLContext.getDefault())) {
      URI uri = URI.create("http://slow.example/");
      assertThat(fetcher.fetch(uri, false, Optional.empty()))
          .isEqualTo(Fetched.refused("fetch.timeout", "slow.example", "0"));
    } finally {
      never.countDown();
    }
  }

  @Test
  void redirectsShareOneDeadline() throws Exception {
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              Thread.sleep(300);
              RawServer.write(socket, redirect("/"));
            })) {
      assertThat(key(hasty.fetch(server.uri("/"), true, Optional.empty())))
          .isEqualTo("fetch.timeout");
    }
  }

  private static void trickle(Socket socket, String piece)
      throws IOException, InterruptedException {
    RawServer.trickle(socket, piece.getBytes(UTF_8));
  }

  // Servers that misbehave

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 206, 300, 305, 400, 401, 403, 404, 407, 410})
  void anyStatusButOkIsRefusedAndNamed(int status) throws Exception {
    isRefused(status, "fetch.status");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503, 599})
  void whatTheOtherServerMustMendIsNotHeldAgainstTheAddress(int status) throws Exception {
    isRefused(status, "fetch.trouble");
  }

  private void isRefused(int status, String key) throws Exception {
    try (RawServer server =
        RawServer.of(
            "HTTP/1.1 " + status + " No",
            "WWW-Authenticate: Basic realm=x",
            "Proxy-Authenticate: Basic realm=x",
            "Retry-After: 0",
            "Content-Length: 0",
            "",
            "")) {
      assertThat(fetch(server))
          .isEqualTo(
              Fetched.refused(key, "127.0.0.1:" + server.port(), Integer.toString(status))
                  .until(Optional.of("0")));
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void theBodyOfARefusalIsNotWaitedFor() throws Exception {
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              String answer = path(head).equals("/") ? redirectWithBody() : "HTTP/1.1 500 No\r\n";
              RawServer.write(socket, answer + "Transfer-Encoding: chunked\r\n\r\n");
              trickle(socket, "1\r\nx\r\n");
            })) {
      assertThat(key(fetch(server))).isEqualTo("fetch.trouble");
    }
  }

  private static String redirectWithBody() {
    return "HTTP/1.1 302 Found\r\nLocation: /next\r\n";
  }

  @Test
  void aConnectionThatIsResetIsRefusedAndNotRetried() throws Exception {
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
              socket.setSoLinger(true, 0);
              socket.close();
            })) {
      assertThat(key(fetch(server))).isEqualTo("fetch.broken");
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void aPortThatNobodyListensOnIsUnreachable() throws Exception {
    RawServer server = RawServer.of("");
    server.close();
    assertThat(key(fetch(server))).isEqualTo("fetch.unreachable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n\r\n\r\n",
        "garbage",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nno colon here\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabcde\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcdefgh\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc\r\n",
      })
  void whatIsNotHttpIsRefused(String answer) throws Exception {
    try (RawServer server = new RawServer((head, socket) -> RawServer.write(socket, answer))) {
      assertThat(key(fetch(server))).isEqualTo("fetch.broken");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-A: b\r\n", "x", "X-A: b\r\n ", "\r\n"})
  void headersWithoutEndAreCut(String piece) throws Exception {
    byte[] pieces = piece.repeat(1000).getBytes(UTF_8);
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              RawServer.write(socket, piece.equals("\r\n") ? "" : "HTTP/1.1 200 OK\r\nX: ");
              while (true) {
                RawServer.write(socket, pieces);
              }
            })) {
      assertThat(key(fetch(server))).isEqualTo("fetch.broken");
    }
  }

  @Test
  void trailersWithoutEndAreCut() throws Exception {
    byte[] trailers = "X-A: b\r\n".repeat(1000).getBytes(UTF_8);
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              RawServer.write(
                  socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n");
              while (true) {
                RawServer.write(socket, trailers);
              }
            })) {
      assertThat(key(fetch(server))).isEqualTo("fetch.broken");
    }
  }

  @Test
  void damagedAnswersAlwaysEndInAResult() throws Exception {
    byte[] good =
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Encoding: gzip\r\nLocation: /\r\nETag: \"a\"\r\n\r\n5\r\nabcde\r\n0\r\n\r\n")
            .getBytes(UTF_8);
    Random random = new Random(20261122);
    try (RawServer server =
        new RawServer(
            (head, socket) -> {
              byte[] damaged = good.clone();
              for (int i = 0; i < 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
              }
              RawServer.write(socket, damaged);
            })) {
      for (int i = 0; i < 300; i++) {
        assertThat(fetch(server)).isNotNull();
      }
    }
  }

  // The end

  @Test
  void aClosedFetcherFetchesNothing() {
    fetcher.close();
    assertThat(key(fetch(URI.create("http://127.0.0.1:9/")))).isEqualTo("fetch.stopped");
  }

  @Test
  void aCallerThatIsInterruptedGetsAnAnswerAtOnceAndStaysInterrupted() throws Exception {
    try (RawServer server = new RawServer((head, socket) -> trickle(socket, "H"))) {
      Thread.currentThread().interrupt();
      assertThat(key(fetch(server))).isEqualTo("fetch.stopped");
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
