package org.handbill.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.handbill.server.deliver.SmtpServer.Login;
import org.handbill.server.deliver.SmtpServer.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of a mail server, and the sender, as an operator writes them. */
class SmtpServerTest {

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example.org, mail.example.org, 587, STARTTLS",
    "smtp://mail.example.org:25/, mail.example.org, 25, STARTTLS",
    "smtp://mail.example.org?starttls=optional, mail.example.org, 587, OPPORTUNISTIC",
    "smtps://mail.example.org, mail.example.org, 465, TLS",
    "SMTPS://mail.example.org:4650, mail.example.org, 4650, TLS",
    "smtp://localhost:1025, localhost, 1025, OPPORTUNISTIC",
    "smtp://127.0.0.1, 127.0.0.1, 587, OPPORTUNISTIC",
    "smtp://[::1]:2525, ::1, 2525, OPPORTUNISTIC",
    "smtp://localhost?starttls=required, localhost, 587, STARTTLS",
    "smtp://127.0.0.1.example.org, 127.0.0.1.example.org, 587, STARTTLS"
  })
  void a_url_says_where_and_how_safely(String url, String host, int port, Security security) {
    assertThat(SmtpServer.parse(url))
        .isEqualTo(new SmtpServer(host, port, security, Optional.empty()));
  }

  @Test
  void name_and_password_are_percent_decoded_and_never_shown() {
    SmtpServer server =
        SmtpServer.parse("smtps://us%40example.org:a+b%3A%2F%25c:d@mail.example.org");
    assertThat(server.login()).contains(new Login("us@example.org", "a+b:/%c:d"));
    assertThat(server.toString() + server.login()).doesNotContain("a+b", "us@");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us:hushhush@mail.example.org",
        "http://us:hushhush@mail.example.org",
        "smtp://us:hush hush@mail.example.org",
        "smtp://us:hush^hush@mail.example.org",
        "smtp://us:hushhush@",
        "smtp://us:hushhush@mail.example.org:99999",
        "smtp://us:hushhush@mail_server.example.org",
        "smtp://us:hushhush@mail.example.org/inbox",
        "smtp://us:hushhush@mail.example.org?tls=no",
        "smtp://us:hushhush@mail.example.org#top",
        "smtps://us:hushhush@mail.example.org?starttls=optional",
        "smtp://hushhush@mail.example.org",
        "smtp://hushhush:@mail.example.org",
        "smtp://:hushhush@mail.example.org",
        "smtp://us:hushhush%0d%0aRSET@mail.example.org",
        "smtp://us:hushhush%zz@mail.example.org",
        "hushhush",
        ""
      })
  void a_url_that_cannot_be_used_is_refused_without_its_password(String url) {
    assertThatThrownBy(() -> SmtpServer.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HANDBILL_SMTP_URL")
        .hasMessageNotContaining("hush")
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "https://widgets.example.org, no-reply@widgets.example.org",
    "http://127.0.0.1:8080, no-reply@[127.0.0.1]",
    "http://[::1]:8080, no-reply@[IPv6:::1]",
    "http://localhost:8080, no-reply@localhost"
  })
  void without_a_setting_the_sender_is_nobody_at_the_public_host(String url, String address) {
    Sender sender = Sender.of(Optional.empty(), URI.create(url), "Open\r\nDoors");
    assertThat(sender.address()).isEqualTo(address);
    assertThat(sender.name()).isEqualTo("Open Doors");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Open Doors <news@network.example.org>, Open Doors",
        "`\"Doors, Open\" <news@network.example.org>`, `Doors, Open`",
        "news@network.example.org, ``"
      })
  void a_sender_is_an_address_with_or_without_a_name(String setting, String name) {
    assertThat(Sender.of(Optional.of(setting), URI.create("https://w.example.org"), "N"))
        .isEqualTo(new Sender("news@network.example.org", name, "w.example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Open Doors",
        "news@network.example.org, other@network.example.org",
        "everybody: news@network.example.org;",
        "Open Doors <news>",
        "",
        "новости@network.example.org"
      })
  void a_sender_that_is_not_one_address_is_refused_without_repeating_it(String setting) {
    assertThatThrownBy(
            () -> Sender.of(Optional.of(setting), URI.create("https://w.example.org"), "N"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HANDBILL_MAIL_FROM")
        .hasMessageNotContaining("other@");
  }
}
