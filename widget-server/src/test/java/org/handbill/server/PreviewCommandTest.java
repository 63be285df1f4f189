package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PreviewCommandTest {

  private static final String PAGE =
      """
      <main><h2>Housing</h2><ul>
      <li><a href="/rent">Rent guide</a> – pays one month. Verified May 2, 2024.
      <a href="/rent-es.pdf" hreflang="es">Español</a></li></ul>
      <h2>News</h2><p class="news"><a href="/n">News of the day</a></p></main>""";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private @org.jspecify.annotations.Nullable HttpServer site;

  @AfterEach
  void stop() {
    if (site != null) {
      site.stop(0);
    }
  }

  private int run(String... arguments) {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private String page(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String served(String text) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    site = server;
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/list";
  }

  @Test
  void a_page_is_shown_as_a_tree() throws IOException {
    int code = run("preview", page("a.html", PAGE), "--base", "https://help.example/");
    assertThat(out.toString().lines())
        .containsExactly(
            "Housing (1)",
            "  Rent guide  [page]",
            "    https://help.example/rent",
            "    + Español  [pdf, es]  https://help.example/rent-es.pdf",
            "    verified 2024-05-02",
            "    pays one month. Verified May 2, 2024.",
            "",
            "News (1)",
            "  News of the day  [page, en]",
            "    https://help.example/n",
            "",
            "2 groups, 2 entries, 3 links");
    assertThat(code).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void selectors_steer_it() throws IOException {
    int code =
        run(
            "preview",
            page("a.html", PAGE),
            "--base",
            "https://help.example/",
            "--without",
            ".news");
    assertThat(out.toString()).contains("Rent guide").doesNotContain("News");
    assertThat(code).isZero();
  }

  @Test
  void markdown_is_read_too() throws IOException {
    int code = run("preview", page("a.md", "# Help\n\n- [Night line](https://n.example/)\n"));
    assertThat(out.toString()).startsWith("Help (1)").contains("1 group, 1 entry, 1 link");
    assertThat(code).isZero();
  }

  @Test
  void an_address_is_fetched_through_the_guard() throws IOException {
    String url = served(PAGE);
    assertThat(run("preview", url)).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("handbill: " + url + ": ");

    assertThat(run("preview", url, "--allow-private")).isZero();
    assertThat(out.toString()).contains(url.replace("/list", "/rent"));
  }

  @Test
  void what_cannot_be_read_is_told_in_plain_words() throws IOException {
    assertThat(run("preview", page("a.html", PAGE), "--within", "main[")).isEqualTo(1);
    assertThat(err.toString()).contains("'main['").contains("within");
    assertThat(run("preview", folder.resolve("none.html").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("none.html");
    assertThat(run("preview", page("b.html", "<p>Soon</p>"))).isEqualTo(1);
    assertThat(err.toString()).contains("No links were found");
    assertThat(out.toString()).isEmpty();
  }
}
