package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of lists come from the widget server, whatever becomes of where they were. */
class PicturesTest {

  private static final Pattern PICTURE = Pattern.compile("/pictures/[0-9a-f]{32}\\.jpg");

  @TempDir Path folder;

  private HttpServer site;
  private volatile boolean up = true;

  @BeforeEach
  void begin() throws IOException {
    byte[] cover = cover();
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          byte[] body =
              switch (exchange.getRequestURI().getPath()) {
                case "/reports" ->
                    ("<main><h2>Reports</h2><ul><li><a href='https://a.example/1'>"
                            + "<img src='/cover.png' alt=''> Counting the days</a></li>"
                            + "<li><a href='https://a.example/2'><img src='/gone.png' alt=''>"
                            + " A bed for every night</a></li></ul></main>")
                        .getBytes(StandardCharsets.UTF_8);
                case "/cover.png" -> cover;
                default -> new byte[0];
              };
          exchange.sendResponseHeaders(
              body.length == 0 ? 404 : up ? 200 : 500, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    site.start();
    Networks.minimal(
        folder.resolve("network"),
        """
        type: resources
        title: Reports
        layout: cards
        sources: [{page: "http://127.0.0.1:%d/reports", allow-private: true}]
        """
            .formatted(site.getAddress().getPort()));
  }

  @AfterEach
  void end() {
    site.stop(0);
  }

  private static byte[] cover() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(800, 450, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private TestServer serve(EachDatabase.Kind kind, Path data) {
    return TestServer.of(
        TestServer.settings(Optional.of(folder.resolve("network")), data).with(kind.url()));
  }

  private static String shown(TestServer server) throws Exception {
    String[] found = new String[1];
    Eventually.until(
        "the picture is there",
        () -> {
          Matcher picture = PICTURE.matcher(TestServer.text(server.get("/w/news.html")));
          found[0] = picture.find() ? picture.group() : "";
          assertThat(picture.find()).as("the one that is gone").isFalse();
          return !found[0].isEmpty();
        });
    return found[0];
  }

  @EachDatabase
  void a_picture_outlives_the_page_that_it_came_from(EachDatabase.Kind kind) throws Exception {
    Path data = kind.folder();
    String picture;
    try (TestServer server = serve(kind, data)) {
      picture = shown(server);
      HttpResponse<byte[]> answer = server.get(picture);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
      assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
          .contains("cross-origin");
      assertThat(answer.body()).startsWith(0xff, 0xd8, 0xff);
      String etag = answer.headers().firstValue("ETag").orElse("");
      assertThat(server.get(picture, "If-None-Match", etag).statusCode()).isEqualTo(304);
      assertThat(server.get("/pictures/0123.jpg").statusCode()).isEqualTo(404);
    }
    up = false;
    try (TestServer server = serve(kind, data)) {
      assertThat(shown(server)).isEqualTo(picture);
      assertThat(server.get(picture).statusCode()).isEqualTo(200);
    }
  }
}
