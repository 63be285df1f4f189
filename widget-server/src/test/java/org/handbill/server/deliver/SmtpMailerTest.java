package org.handbill.server.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers answer, and what comes of it. */
@Timeout(60)
class SmtpMailerTest {

  private static final String ADDRESS = "someone@example.org";
  private static final char[] PASSWORD = "for-this-test".toCharArray();
  private static final Duration SHORT = Duration.ofMillis(500);

  /** Has a certificate for localhost, and trusts it. */
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
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
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

  private static SmtpMailer mailer(String url, SSLContext trust, Duration patience) {
    return new SmtpMailer(
        SmtpServer.parse(url), Mails.SENDER, Mails.COMPOSER, trust.getSocketFactory(), patience);
  }

  private static SmtpMailer mailer(SmtpStub stub) {
    return mailer("smtp://127.0.0.1:" + stub.port(), tls, Mailer.PATIENCE);
  }

  private static String later(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Later.class);
    return ((Outcome.Later) outcome).reason();
  }

  private static String refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).reason();
  }

  @Test
  void a_mail_arrives_as_plain_text_and_html_from_the_network() throws Exception {
    GreenMail sink = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    sink.start();
    try {
      Outcome outcome =
          mailer("smtp://127.0.0.1:" + sink.getSmtp().getPort(), tls, Mailer.PATIENCE)
              .send(
                  new Mail(
                      ADDRESS,
                      "es",
                      "Confirma tu inscripción",
                      "Una línea.\nOtra.\n",
                      "<p>Una línea.</p>",
                      Map.of("List-Unsubscribe", "<https://widgets.example.org/unsubscribe/x>")));
      assertThat(outcome).isEqualTo(new Outcome.Delivered());
      MimeMessage mail = sink.getReceivedMessages()[0];
      assertThat(mail.getSubject()).isEqualTo("Confirma tu inscripción");
      assertThat(mail.getFrom()[0])
          .hasToString("Open Doors Network <no-reply@widgets.example.org>");
      assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@widgets\\.example\\.org>");
      assertThat(mail.getHeader("Date")).containsExactly("Sun, 22 Nov 2026 10:15:30 +0000");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(mail.getHeader("Content-Language")).containsExactly("es");
      assertThat(mail.getHeader("List-Unsubscribe"))
          .containsExactly("<https://widgets.example.org/unsubscribe/x>");
      assertThat(mail.getContentType()).startsWith("multipart/alternative");
      assertThat(Mails.part(mail, 0)).isEqualToNormalizingNewlines("Una línea.\nOtra.\n");
      assertThat(Mails.part(mail, 1)).isEqualTo("<p>Una línea.</p>");
    } finally {
      sink.stop();
    }
  }

  @Test
  void a_mail_is_ascii_on_its_way_and_the_machines_own_name_stays_here() throws Exception {
    try (SmtpStub stub = new SmtpStub(Map.of(), List.of("8BITMIME", "SMTPUTF8"), null)) {
      mailer(stub).send(new Mail(ADDRESS, "ar", "تأكيد", "مرحبا", "<p>مرحبا</p>", Map.of()));
      assertThat(stub.lines()).contains("EHLO widgets.example.org", "RCPT TO:<" + ADDRESS + ">");
      assertThat(String.join("", stub.lines())).matches("\\p{ASCII}*");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 421 too busy",
    "'', 554 go away",
    "MAIL, 451 later",
    "MAIL, 550 not from you",
    "MAIL, 530 log in first",
    "RCPT, 450 mailbox of someone@example.org is busy",
    "RCPT, 451 grey-listed someone@example.org",
    "RCPT, 421 closing",
    "DATA, 451 later",
    "., 452 full",
    "RCPT, gone",
    "'', gone"
  })
  void what_a_server_cannot_take_now_is_tried_later(String verb, String answer) throws Exception {
    try (SmtpStub stub = SmtpStub.answering(verb, answer)) {
      assertThat(later(mailer(stub).send(Mails.to(ADDRESS)))).doesNotContain("someone");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 no such user someone@example.org",
    "RCPT, 553 no",
    "RCPT, 554 no",
    "RCPT, 552 full",
    "DATA, 554 no",
    "., 554 spam for someone@example.org"
  })
  void what_a_server_will_never_take_is_refused(String verb, String answer) throws Exception {
    try (SmtpStub stub = SmtpStub.answering(verb, answer)) {
      assertThat(refused(mailer(stub).send(Mails.to(ADDRESS))))
          .contains(answer.substring(0, 3))
          .doesNotContain("someone");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone", SmtpStub.SILENCE})
  void nobody_knows_of_a_mail_whose_end_was_not_answered(String answer) throws Exception {
    try (SmtpStub stub = SmtpStub.answering(".", answer)) {
      assertThat(mailer("smtp://127.0.0.1:" + stub.port(), tls, SHORT).send(Mails.to(ADDRESS)))
          .isInstanceOf(Outcome.Unsure.class);
    }
  }

  @Test
  void a_mail_that_was_taken_is_delivered_however_the_connection_ends() throws Exception {
    try (SmtpStub stub = SmtpStub.answering("QUIT", "gone")) {
      assertThat(mailer(stub).send(Mails.to(ADDRESS))).isEqualTo(new Outcome.Delivered());
    }
  }

  @Test
  void a_server_that_is_down_is_tried_later() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    SmtpMailer mailer = mailer("smtp://127.0.0.1:" + port, tls, Mailer.PATIENCE);
    assertThat(later(mailer.send(Mails.to(ADDRESS)))).contains("cannot be reached");
    assertThat(later(mailer.probe())).contains("cannot be reached");
  }

  @ParameterizedTest
  @CsvSource({"''", "EHLO", "RCPT", "DATA"})
  void a_server_that_falls_silent_is_tried_later(String verb) throws Exception {
    try (SmtpStub stub = SmtpStub.answering(verb, SmtpStub.SILENCE)) {
      later(mailer("smtp://127.0.0.1:" + stub.port(), tls, SHORT).send(Mails.to(ADDRESS)));
    }
  }

  @Test
  void a_name_that_nobody_knows_is_tried_later() {
    assertThat(later(mailer("smtp://mail.invalid", tls, SHORT).send(Mails.to(ADDRESS))))
        .contains("name is not known");
  }

  @Test
  void a_login_is_given_decoded_and_one_not_taken_is_tried_later() throws Exception {
    String url = "smtp://us%40example.org:p%2Fs+s@127.0.0.1:";
    try (SmtpStub stub = new SmtpStub(Map.of(), List.of("AUTH PLAIN"), null)) {
      assertThat(mailer(url + stub.port(), tls, Mailer.PATIENCE).send(Mails.to(ADDRESS)))
          .isEqualTo(new Outcome.Delivered());
      assertThat(stub.lines())
          .filteredOn(line -> line.startsWith("AUTH PLAIN "))
          .map(line -> new String(Base64.getDecoder().decode(line.substring(11)), UTF_8))
          .containsExactly("us@example.org\0us@example.org\0p/s+s");
    }
    try (SmtpStub stub =
        new SmtpStub(
            Map.of("AUTH", "535 us@example.org has no such password"),
            List.of("AUTH PLAIN"),
            null)) {
      SmtpMailer mailer = mailer(url + stub.port(), tls, Mailer.PATIENCE);
      assertThat(later(mailer.send(Mails.to(ADDRESS)))).contains("password").doesNotContain("us@");
      assertThat(later(mailer.probe())).contains("password");
      assertThat(stub.lines()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void starttls_is_used_where_it_is_offered_and_the_login_waits_for_it() throws Exception {
    try (SmtpStub stub = new SmtpStub(Map.of(), List.of("STARTTLS", "AUTH PLAIN"), tls)) {
      String url = "smtp://us:secret@localhost:" + stub.port() + "?starttls=required";
      assertThat(mailer(url, tls, Mailer.PATIENCE).send(Mails.to(ADDRESS)))
          .isEqualTo(new Outcome.Delivered());
      assertThat(stub.lines())
          .filteredOn(line -> !line.startsWith("S:"))
          .containsExactly("EHLO widgets.example.org", "STARTTLS");
    }
  }

  @Test
  void nothing_is_sent_where_starttls_is_wanted_and_not_offered() throws Exception {
    try (SmtpStub stub = new SmtpStub(Map.of(), List.of("AUTH PLAIN"), null)) {
      String url = "smtp://us:secret@localhost:" + stub.port() + "?starttls=required";
      assertThat(later(mailer(url, tls, Mailer.PATIENCE).send(Mails.to(ADDRESS))))
          .contains("STARTTLS");
      assertThat(stub.lines()).noneMatch(line -> line.matches("(MAIL|AUTH|RCPT).*"));
    }
  }

  @Test
  void nothing_is_sent_to_a_server_whose_certificate_is_not_its_own() throws Exception {
    for (String host : List.of("127.0.0.1", "localhost")) {
      try (SmtpStub stub = new SmtpStub(Map.of(), List.of("STARTTLS"), tls)) {
        SSLContext trust = host.equals("localhost") ? SSLContext.getDefault() : tls;
        SmtpMailer mailer = mailer("smtp://" + host + ":" + stub.port(), trust, Mailer.PATIENCE);
        assertThat(later(mailer.send(Mails.to(ADDRESS)))).contains("certificate");
        assertThat(stub.lines()).noneMatch(line -> line.contains("MAIL"));
      }
    }
  }

  @Test
  void an_address_in_another_script_goes_by_smtputf8_alone() throws Exception {
    String address = "почта@example.org";
    try (SmtpStub stub = new SmtpStub(Map.of(), List.of("SMTPUTF8"), null)) {
      assertThat(mailer(stub).send(Mails.to(address))).isEqualTo(new Outcome.Delivered());
      assertThat(stub.lines())
          .contains("RCPT TO:<" + address + ">", "To: " + address)
          .anyMatch(line -> line.startsWith("MAIL FROM:") && line.endsWith(" SMTPUTF8"));
    }
    try (SmtpStub stub = new SmtpStub(Map.of(), List.of(), null)) {
      assertThat(refused(mailer(stub).send(Mails.to(address)))).contains("SMTPUTF8");
      assertThat(stub.lines()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void a_probe_asks_and_sends_nothing() throws Exception {
    try (SmtpStub stub = new SmtpStub(Map.of(), List.of(), null)) {
      assertThat(mailer(stub).probe()).isEqualTo(new Outcome.Delivered());
      assertThat(stub.lines()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }
}
