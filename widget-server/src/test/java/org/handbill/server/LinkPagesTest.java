package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.server.TestServer.field;
import static org.handbill.server.TestServer.text;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handbill.server.store.Database;
import org.handbill.server.store.OptIns;
import org.handbill.server.store.OptIns.Claim;
import org.handbill.server.store.Routing;
import org.handbill.server.store.Signup;
import org.handbill.server.store.SignupStore;
import org.handbill.server.submit.LinkHandler;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages behind the links of mails, and what they do. */
class LinkPagesTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String UNKNOWN = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

  @TempDir private static Path folder;
  private static TestServer server;

  /** Another for each test, since a mailbox gets one mail a day. */
  private final String address = UUID.randomUUID() + "@example.org";

  @BeforeAll
  static void start() throws IOException {
    Path network = folder.resolve("network");
    Files.createDirectories(network.resolve("widgets"));
    Files.writeString(
        network.resolve("handbill.yaml"),
        """
        network: {name: Open Doors, url: "https://network.example.org"}
        languages: [en, es, ar]
        """);
    Files.writeString(
        network.resolve("widgets/news.yaml"),
        """
        type: signup
        title: {en: Our <news>, es: Noticias, ar: أخبارنا}
        fields: [email]
        """);
    server = TestServer.of(network, folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Signs up, and returns the mail's two tokens. */
  private Claim.Send mail(String language, Duration ago) throws Exception {
    Clock clock = Clock.offset(Clock.systemUTC(), ago.negated());
    try (Database database = Database.in(folder.resolve("data"), clock);
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      Signup signup =
          new Signup(
              UUID.randomUUID(),
              UUID.randomUUID(),
              clock.instant(),
              "news",
              "",
              "",
              language,
              Map.of("email", address),
              "0123456789abcdef01234567",
              List.of("Open Doors"),
              true,
              false,
              Optional.empty());
      store.save(signup);
      return (Claim.Send) new OptIns(database, Routing.NOWHERE).claim(signup.id().toString());
    }
  }

  private Claim.Send mail() throws Exception {
    return mail("en", Duration.ZERO);
  }

  private List<Signup.State> states() throws Exception {
    List<Signup.State> states = new ArrayList<>();
    try (Database database = Database.in(folder.resolve("data"), Clock.systemUTC());
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      store.export(
          row -> {
            if (row.signup().email().equals(address)) {
              states.add(row.state());
            }
          });
    }
    return states;
  }

  private static String message(String language, String key, Object... values) {
    return Messages.beside(LinkHandler.class).in(new Language(language)).format(key, values);
  }

  @Test
  void a_link_that_is_only_opened_shows_a_button_and_changes_nothing() throws Exception {
    Claim.Send mail = mail();
    for (String path :
        List.of("/confirm/" + mail.confirm(), "/unsubscribe/" + mail.unsubscribe())) {
      HttpResponse<byte[]> page = server.get(path);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(text(page))
          .contains("<form method=\"post\"><button>", "Our &lt;news&gt;", "Open Doors");
      assertThat(server.send("HEAD", path, "").statusCode()).isEqualTo(200);
    }
    assertThat(states()).containsExactly(Signup.State.PENDING);
  }

  @Test
  void the_button_confirms_and_pressing_it_twice_says_so_twice() throws Exception {
    String path = "/confirm/" + mail().confirm();
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> page = server.post(path, "", "Content-Type", FORM);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(text(page))
          .contains(message("en", "confirm.done.title"), "Our &lt;news&gt;")
          .doesNotContain("<button");
      assertThat(states()).containsExactly(Signup.State.CONFIRMED);
    }
    assertThat(text(server.get(path))).contains(message("en", "confirm.done.title"));
  }

  @Test
  void the_button_unsubscribes_and_pressing_it_twice_says_so_twice() throws Exception {
    String path = "/unsubscribe/" + mail().unsubscribe();
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> page = server.post(path, "", "Content-Type", FORM);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(text(page))
          .contains(message("en", "unsubscribe.done.title"))
          .doesNotContain("<button");
      assertThat(states()).containsExactly(Signup.State.UNSUBSCRIBED);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/x-www-form-urlencoded | List-Unsubscribe=One-Click",
        "multipart/form-data; boundary=b | --b\\nContent-Disposition: form-data;"
            + " name=\"List-Unsubscribe\"\\n\\nOne-Click\\n--b--\\n"
      })
  void a_mail_program_unsubscribes_by_one_click(String type, String body) throws Exception {
    HttpResponse<byte[]> answer =
        server.post(
            "/unsubscribe/" + mail().unsubscribe(),
            body.replace("\\n", "\r\n"),
            "Content-Type",
            type);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(field(answer, "Content-Type").toLowerCase(Locale.ROOT))
        .isEqualTo("text/plain;charset=utf-8");
    assertThat(text(answer)).isEqualTo(message("en", "unsubscribe.done.title") + "\n");
    assertThat(states()).containsExactly(Signup.State.UNSUBSCRIBED);
  }

  @Test
  void a_token_of_the_other_purpose_is_unknown_and_does_nothing() throws Exception {
    Claim.Send mail = mail();
    for (String path :
        List.of("/confirm/" + mail.unsubscribe(), "/unsubscribe/" + mail.confirm())) {
      assertThat(server.get(path).statusCode()).isEqualTo(404);
      assertThat(server.post(path, "").statusCode()).isEqualTo(404);
    }
    assertThat(states()).containsExactly(Signup.State.PENDING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        UNKNOWN,
        "x",
        "%3Cscript%3Ealert(1)",
        "%F0%9F%92%A9%F0%9F%92%A9%F0%9F%92%A9%F0%9F%92%A9",
        "'%20or%20''='",
        "0123456789abcdefghijklmnopqrstuvwxyz?lang=%3Cscript%3E"
      })
  void an_unknown_link_says_what_to_do_and_repeats_nothing(String token) {
    for (String path : List.of("/confirm/", "/unsubscribe/")) {
      for (String method : List.of("GET", "POST")) {
        HttpResponse<byte[]> page = server.send(method, path + token, "");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(text(page))
            .contains(message("en", path.substring(1, path.length() - 1) + ".unknown.title"))
            .doesNotContain("script", UNKNOWN, "''");
      }
    }
  }

  @Test
  void a_link_that_is_too_old_says_so_and_confirms_nothing() throws Exception {
    String path = "/confirm/" + mail("es", Duration.ofDays(8)).confirm();
    for (String method : List.of("GET", "POST")) {
      HttpResponse<byte[]> page = server.send(method, path, "");
      assertThat(page.statusCode()).isEqualTo(410);
      assertThat(text(page))
          .contains(message("es", "confirm.expired.text"))
          .doesNotContain("<button");
    }
    assertThat(states()).containsExactly(Signup.State.PENDING);
  }

  @Test
  void a_link_to_unsubscribe_is_never_too_old() throws Exception {
    String path = "/unsubscribe/" + mail("en", Duration.ofDays(3000)).unsubscribe();
    assertThat(server.post(path, "").statusCode()).isEqualTo(200);
    assertThat(states()).containsExactly(Signup.State.UNSUBSCRIBED);
  }

  @Test
  void the_page_is_in_the_visitors_language() throws Exception {
    String page = text(server.get("/confirm/" + mail("ar", Duration.ZERO).confirm()));
    assertThat(page)
        .contains("<html lang=\"ar\" dir=\"rtl\">", message("ar", "confirm.open.title"), "أخبارنا");
  }

  @Test
  void an_unknown_link_is_answered_in_the_browsers_language() {
    String path = "/confirm/" + UNKNOWN;
    assertThat(text(server.get(path, "Accept-Language", "fr;q=0.9, ar-EG;q=0.8, en;q=0.1")))
        .contains("<html lang=\"ar\" dir=\"rtl\">");
    assertThat(text(server.get(path, "Accept-Language", "*;;;q=x"))).contains("<html lang=\"en\"");
    assertThat(text(server.get(path))).contains("<html lang=\"en\"");
  }

  @Test
  void no_page_is_kept_framed_indexed_or_told_to_others() throws Exception {
    Claim.Send mail = mail();
    for (String path :
        List.of(
            "/confirm/" + mail.confirm(),
            "/unsubscribe/" + mail.unsubscribe(),
            "/confirm/" + UNKNOWN)) {
      for (String method : List.of("GET", "HEAD", "POST")) {
        HttpResponse<byte[]> page = server.send(method, path, "");
        assertThat(field(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(field(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(field(page, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(field(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(field(page, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(field(page, "Set-Cookie")).isEmpty();
        assertThat(field(page, "Content-Security-Policy"))
            .contains(
                "default-src 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'",
                "style-src 'sha256-")
            .doesNotContain("script-src", "unsafe");
      }
    }
  }

  @Test
  void without_a_database_a_button_tries_again() throws IOException {
    Path broken = folder.resolve("broken");
    Files.createDirectories(broken.resolve("handbill.db"));
    try (TestServer away = TestServer.of(folder.resolve("network"), broken)) {
      for (String method : List.of("GET", "POST")) {
        HttpResponse<byte[]> page = away.send(method, "/confirm/" + UNKNOWN, "");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(field(page, "Retry-After")).matches("[1-9][0-9]*");
        assertThat(text(page))
            .contains(
                message("en", "unavailable.title"),
                "<form method=\"" + method.toLowerCase(Locale.ROOT) + "\"><button>");
      }
    }
  }

  @Test
  void a_body_that_is_too_large_is_refused_and_nothing_is_done() throws Exception {
    String path = "/confirm/" + mail().confirm();
    assertThat(server.post(path, "x".repeat(9_000)).statusCode()).isEqualTo(413);
    assertThat(states()).containsExactly(Signup.State.PENDING);
  }

  @Test
  void other_methods_are_told_which_there_are() {
    String path = "/unsubscribe/" + UNKNOWN;
    assertThat(server.send("DELETE", path, "").statusCode()).isEqualTo(405);
    assertThat(field(server.send("DELETE", path, ""), "Allow")).contains("GET", "POST");
    assertThat(server.send("OPTIONS", path, "").statusCode()).isEqualTo(204);
  }

  @Test
  void every_message_exists_in_every_language() {
    Messages messages = Messages.beside(LinkHandler.class);
    for (Language language : Messages.LANGUAGES.list()) {
      assertThat(messages.in(language).keys())
          .as(language.tag())
          .isEqualTo(messages.in(Language.ENGLISH).keys());
    }
  }
}
