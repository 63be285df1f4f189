package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.handbill.widget.source.SourceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fault by fault: whatever becomes of a source, its readers never notice, also after a restart, and
 * whoever runs the server is told what happened.
 */
class SourceFaultsTest {

  private static final int ENTRIES = 8;
  private static final String GOOD = page(ENTRIES);

  /** What goes wrong, and the words by which it is told. */
  private enum Fault {
    DOWN("does not accept connections") {
      @Override
      void answer(OutputStream out) {}
    },
    SLOW("10 seconds") {
      @Override
      void answer(OutputStream out) throws IOException {
        out.write(head("200 OK", "Content-Type: text/html", 1000));
        for (int i = 0; i < 200; i++) {
          out.write(' ');
          out.flush();
          pause();
        }
      }
    },
    GARBAGE("") {
      @Override
      void answer(OutputStream out) throws IOException {
        byte[] noise = new byte[5000];
        new java.util.Random(7).nextBytes(noise);
        send(out, "200 OK", "Content-Type: text/html", noise);
      }
    },
    NO_HTTP("") {
      @Override
      void answer(OutputStream out) throws IOException {
        out.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    },
    ERROR_500("status 500") {
      @Override
      void answer(OutputStream out) throws IOException {
        send(out, "500 Oops", "Content-Type: text/html", "<h1>Oops</h1>".getBytes(UTF_8));
      }
    },
    GONE_404("status 404") {
      @Override
      void answer(OutputStream out) throws IOException {
        send(out, "404 Not Found", "Content-Type: text/html", GOOD.getBytes(UTF_8));
      }
    },
    LOOP("redirect") {
      @Override
      void answer(OutputStream out) throws IOException {
        send(out, "302 Found", "Location: /list", new byte[0]);
      }
    },
    EMPTY_BODY("") {
      @Override
      void answer(OutputStream out) throws IOException {
        send(out, "200 OK", "Content-Type: text/html", new byte[0]);
      }
    },
    EMPTY_LIST("8") {
      @Override
      void answer(OutputStream out) throws IOException {
        send(out, "200 OK", "Content-Type: text/html", page(0).getBytes(UTF_8));
      }
    },
    LESS_THAN_HALF("8") {
      @Override
      void answer(OutputStream out) throws IOException {
        send(out, "200 OK", "Content-Type: text/html", page(3).getBytes(UTF_8));
      }
    },
    CUT_SHORT("") {
      @Override
      void answer(OutputStream out) throws IOException {
        byte[] body = GOOD.getBytes(UTF_8);
        out.write(head("200 OK", "Content-Type: text/html", body.length));
        out.write(body, 0, body.length / 2);
      }
    },
    OVERSIZED("larger than 2048 KB") {
      @Override
      void answer(OutputStream out) throws IOException {
        byte[] body = (GOOD + " ".repeat(3 * 1024 * 1024)).getBytes(UTF_8);
        send(out, "200 OK", "Content-Type: text/html", body);
      }
    },
    BOMB("larger than 2048 KB") {
      @Override
      void answer(OutputStream out) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
          for (int i = 0; i < 64; i++) {
            gzip.write(new byte[1024 * 1024]);
          }
        }
        send(
            out,
            "200 OK",
            "Content-Type: text/html\r\nContent-Encoding: gzip",
            small.toByteArray());
      }
    },
    DEEP("") {
      @Override
      void answer(OutputStream out) throws IOException {
        send(out, "200 OK", "Content-Type: text/html", "<div>".repeat(300_000).getBytes(UTF_8));
      }
    },
    ANOTHER_PAGE("Our list") {
      @Override
      void answer(OutputStream out) throws IOException {
        String parked = GOOD.replace("Our list", "This domain is for sale");
        send(out, "200 OK", "Content-Type: text/html", parked.getBytes(UTF_8));
      }
    };

    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    private final String told;

    Fault(String told) {
      this.told = told;
    }

    abstract void answer(OutputStream out) throws IOException;

    static void pause() {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static byte[] head(String status, String fields, int length) {
    return ("HTTP/1.1 "
            + status
            + "\r\n"
            + fields
            + "\r\nContent-Length: "
            + length
            + "\r\nConnection: close\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void send(OutputStream out, String status, String fields, byte[] body)
      throws IOException {
    out.write(head(status, fields, body.length));
    out.write(body);
  }

  private static String page(int entries) {
    StringBuilder page = new StringBuilder("<main><h1>Our list</h1><h2>Shelter</h2><ul>");
    for (int i = 1; i <= entries; i++) {
      page.append("<li><a href='https://a.example/" + i + "'>Place " + i + "</a></li>");
    }
    return page + "</ul></main>";
  }

  @TempDir Path folder;

  private final TestClock clock = new TestClock();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile Optional<Fault> fault = Optional.empty();
  private ServerSocket site;

  @BeforeEach
  void begin() throws IOException {
    site = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
    Networks.minimal(folder.resolve("network"), list("http://127.0.0.1:" + site.getLocalPort()));
  }

  private static String list(String at) {
    return """
        type: resources
        title: Find help
        sources:
          - page: %s/list
            every: 1h
            allow-private: true
            must-contain: [Our list]
        """
        .formatted(at);
  }

  private void accept() {
    while (!site.isClosed()) {
      try {
        Socket socket = site.accept();
        threads.execute(() -> answer(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      byte[] end = {0, 0, 0, 0};
      int next;
      while (!(end[0] == '\r' && end[1] == '\n' && end[2] == '\r' && end[3] == '\n')
          && (next = in.read()) >= 0) {
        System.arraycopy(end, 1, end, 0, 3);
        end[3] = (byte) next;
      }
      if (fault.isPresent()) {
        fault.get().answer(socket.getOutputStream());
      } else {
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        send(socket.getOutputStream(), "200 OK", "Content-Type: text/html", body);
      }
    } catch (IOException gone) {
      // the server has heard enough
    }
  }

  @AfterEach
  void end() throws IOException {
    site.close();
    threads.shutdownNow();
  }

  private TestServer serve() {
    return TestServer.of(
        TestServer.settings(Optional.of(folder.resolve("network")), folder.resolve("data"))
            .with(clock)
            .with(new Settings.Desk(OptionalInt.of(0), true, Optional.empty())));
  }

  private static void assertAllIsThere(TestServer server) {
    for (String form : new String[] {"/w/news.html", "/w/news.json", "/w/news", "/w/news.atom"}) {
      HttpResponse<byte[]> answer = server.get(form);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(TestServer.text(answer)).contains("Place 1", "Place 8");
    }
    assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
  }

  private static String desk(TestServer server) {
    URI url = server.server().deskUrl().orElseThrow().resolve("/readyz");
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static SourceStatus source(TestServer server) {
    return server.server().widgets().sources().get(0);
  }

  @ParameterizedTest
  @EnumSource
  void readers_never_notice_and_the_report_names_it(Fault happens) throws IOException {
    try (TestServer server = serve()) {
      assertAllIsThere(server);
      fault = Optional.of(happens);
      if (happens == Fault.DOWN) {
        site.close();
      }
      clock.advance(Duration.ofHours(1));
      Eventually.until(
          "the fault is known",
          () -> {
            assertThat(server.get("/w/news.json").statusCode()).isEqualTo(200);
            return source(server).state() != SourceStatus.State.OK;
          });
      assertAllIsThere(server);
      assertThat(source(server).reason()).isNotBlank().contains(happens.told);
      assertThat(desk(server)).contains(happens.told, "127.0.0.1");
    }
    try (TestServer restarted = serve()) {
      assertAllIsThere(restarted);
    }
  }

  @Test
  void an_address_of_this_machine_is_not_asked_and_the_report_says_so() {
    Path network = folder.resolve("guarded");
    try {
      String open = list("http://127.0.0.1");
      Networks.minimal(network, open.replace("    allow-private: true\n", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (TestServer server =
        TestServer.of(
            TestServer.settings(Optional.of(network), folder.resolve("guarded-data"))
                .with(new Settings.Desk(OptionalInt.of(0), true, Optional.empty())))) {
      assertThat(server.get("/w/news").statusCode()).isEqualTo(200);
      assertThat(source(server).state()).isEqualTo(SourceStatus.State.BROKEN);
      assertThat(source(server).reason()).contains("allow-private");
    }
  }
}
