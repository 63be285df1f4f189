package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbill.server.TestServer.text;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.server.deliver.SmtpServer;
import org.handbill.server.store.Database;
import org.handbill.server.store.Routing;
import org.handbill.server.store.SignupStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * From a form to the mailbox, to the network's CRM and to being forgotten, with a real mail server
 * and a real receiver: a mailbox gets one mail, and nobody is told before it was answered.
 */
class OneMailTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final Duration A_DAY = Duration.ofHours(24).plusMinutes(1);
  private static final int VISITORS = 8;
  private static final List<String> SPELLINGS =
      List.of(
          "victim@example.org", "Victim@Example.ORG", "VICTIM@example.org", "victim+1@example.org");

  @TempDir Path folder;

  private final TestClock clock = new TestClock();
  private final GreenMail sink =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Crm crm = new Crm();

  @BeforeEach
  void a_mail_server_takes_mails() {
    sink.start();
  }

  @AfterEach
  void everything_ends() {
    crm.close();
    sink.stop();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private TestServer start() throws IOException {
    Path network =
        Networks.minimal(
            folder.resolve("network"),
            """
            type: signup
            title: News
            fields: [email, given-name, {name: postal-code, country: US}]
            consent: {text: Write to me about the news.}
            """);
    Files.writeString(
        network.resolve("widgets/rights.yaml"), "type: signup\ntitle: Rights\nfields: [email]\n");
    Files.writeString(
        network.resolve("handbill.yaml"),
        """
        members:
          - {id: lakeside, name: Lakeside, origins: ["https://lakeside.example"]}
          - {id: riverbend, name: Riverbend, origins: ["https://riverbend.example"]}
        """,
        StandardOpenOption.APPEND);
    crm.receiveFrom(network);
    SmtpServer smtp = SmtpServer.parse("smtp://127.0.0.1:" + sink.getSmtp().getPort());
    return TestServer.of(
        TestServer.settings(Optional.of(network), data())
            .with(new Settings.Mailing(Optional.of(smtp), Optional.empty()))
            .with(clock));
  }

  @Test
  void a_thousand_forms_for_one_mailbox_send_one_mail_a_day_to_one_recipient() throws Exception {
    try (TestServer server = start()) {
      submit(server, 1_000);
      settled();
      assertThat(recipients()).hasSize(1).allMatch(OneMailTest::isTheirs);
      clock.advance(A_DAY);
      settled();
      assertThat(recipients()).hasSize(2).allMatch(OneMailTest::isTheirs);
    }
  }

  private static boolean isTheirs(String recipient) {
    return SPELLINGS.stream().anyMatch(recipient::equalsIgnoreCase);
  }

  /** Half of them as forms, half as JSON, over two widgets and both members. */
  private void submit(TestServer server, int times) throws Exception {
    List<Callable<Integer>> submissions = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String email = SPELLINGS.get(i % SPELLINGS.size());
      String widget = i % 3 == 0 ? "news" : "rights";
      String path = "/w/" + widget + "?member=" + (i % 5 == 0 ? "lakeside" : "riverbend");
      boolean json = i % 2 == 0;
      submissions.add(
          () -> {
            clock.advance(Duration.ofMillis(1));
            return json ? json(server, path, email) : form(server, path, email);
          });
    }
    ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
    try {
      for (Future<Integer> answer : visitors.invokeAll(submissions)) {
        assertThat(answer.get()).isIn(202, 303);
      }
    } finally {
      visitors.shutdownNow();
    }
  }

  private static int json(TestServer server, String path, String email) {
    String person =
        "\"given-name\":\"Wilhelmina\",\"postal-code\":\"60614\",\"email\":\"" + email + "\"";
    return server
        .post(path, "{\"consent\":true," + person + "}", "Content-Type", JSON)
        .statusCode();
  }

  private static int form(TestServer server, String path, String email) {
    String encoded = URLEncoder.encode(email, StandardCharsets.UTF_8);
    String person = "&given-name=Wilhelmina&postal-code=60614&email=" + encoded;
    return server.post(path, "consent=1" + person, "Content-Type", FORM).statusCode();
  }

  /** Returns once no mail is due now: those that are left wait for another day. */
  private void settled() {
    Eventually.until(
        "no mail is due",
        () ->
            Tables.column( // times are milliseconds there
                    data(),
                    "select task_instance from scheduled_tasks where task_name = 'confirmation'"
                        + " and (picked = 1 or execution_time <= "
                        + clock.millis()
                        + ")")
                .isEmpty());
  }

  private List<String> recipients() throws Exception {
    List<String> recipients = new ArrayList<>();
    for (MimeMessage mail : sink.getReceivedMessages()) {
      assertThat(mail.getAllRecipients()).hasSize(1);
      recipients.add(mail.getRecipients(Message.RecipientType.TO)[0].toString());
    }
    return recipients;
  }

  @Test
  void whoever_has_confirmed_gets_no_further_mail() throws Exception {
    try (TestServer server = start()) {
      assertThat(json(server, "/w/news", "ana@example.org")).isEqualTo(202);
      settled();
      clock.advance(Duration.ofSeconds(1));
      assertThat(form(server, "/w/rights", "Ana@example.org")).isEqualTo(303);
      settled();
      assertThat(recipients()).hasSize(1);
      assertThat(server.post(link("confirm"), "").statusCode()).isEqualTo(200);
      clock.advance(A_DAY);
      settled();
      assertThat(recipients()).hasSize(1);
    }
  }

  @Test
  void nobody_hears_of_a_signup_before_the_mail_was_answered_and_all_hear_of_its_end()
      throws Exception {
    try (TestServer server = start()) {
      assertThat(json(server, "/w/news?member=lakeside", "ana@example.org")).isEqualTo(202);
      settled();
      assertThat(form(server, "/w/news?member=lakeside", "ana@example.org")).isEqualTo(303);
      assertThat(server.get(link("confirm")).statusCode()).isEqualTo(200);
      assertThat(server.get(link("unsubscribe")).statusCode()).isEqualTo(200);
      assertThat(Tables.column(data(), "select state from signup")).containsOnly("pending");
      assertThat(Tables.column(data(), "select id from delivery")).isEmpty();

      assertThat(text(server.post(link("confirm"), ""))).contains("News");
      delivered(1);
      JsonNode told = crm.events().get(0).data();
      assertThat(told.at("/email").asString()).isEqualTo("ana@example.org");
      assertThat(told.at("/fields/postal-code").asString()).isEqualTo("60614");
      assertThat(told.at("/member").asString()).isEqualTo("lakeside");
      assertThat(told.at("/consent/text").asString()).contains("Write to me about the news.");
      assertThat(told.at("/consent/controllers/0").asString()).isEqualTo("Test Network");
      assertThat(told.at("/consent/confirmed-at").asString()).startsWith("2026-03-01T12:");

      String oneClick = "List-Unsubscribe=One-Click";
      server.post(link("unsubscribe"), oneClick, "Content-Type", FORM);
      delivered(2);
      erase("Ana@Example.org");
      delivered(3);
      assertThat(crm.types())
          .containsExactly("signup.confirmed", "signup.unsubscribed", "person.erased");
      assertThat(Tables.everything(data()))
          .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("ana@example.org"))
          .noneMatch(value -> value.contains("Wilhelmina") || value.contains("60614"));
      assertThat(Tables.column(data(), "select what from tally"))
          .containsExactlyInAnyOrder("received", "confirmed", "unsubscribed", "erased");
    }
  }

  /** Returns once so many deliveries were taken and nothing more waits. */
  private void delivered(int deliveries) {
    Eventually.until(
        "deliveries have arrived",
        () ->
            Tables.column(data(), "select id from delivery where state = 'queued'").isEmpty()
                && crm.events().size() >= deliveries);
    assertThat(crm.events()).hasSize(deliveries);
  }

  /** As the command does it, in a process of its own. */
  private void erase(String email) throws Exception {
    try (Database database = Database.in(data(), clock);
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      assertThat(store.erase(email)).isEqualTo(2);
    }
  }

  /** The path of a link in the only mail. */
  private String link(String purpose) throws Exception {
    MimeMessage mail = sink.getReceivedMessages()[0];
    String text =
        GreenMailUtil.getBody(((MimeMultipart) mail.getContent()).getBodyPart(0))
            .replace("=\r\n", "");
    Matcher link = Pattern.compile("/" + purpose + "/[A-Za-z0-9_-]+").matcher(text);
    assertThat(link.find()).as("a link to %s", purpose).isTrue();
    return link.group();
  }
}
