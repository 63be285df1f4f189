package org.handbill.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a field for addresses, a real sink gets one mail for one person, or none. */
class HostileAddressesTest {

  /** What could end an address, begin another, or begin a field, for some program on the way. */
  private static final List<String> BREAKERS =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\r\n\r\n",
          "\r\n ",
          "\n\t",
          "\0",
          "\t",
          " ",
          "\u000b",
          "\u000c",
          "\u001b",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u00ad",
          "\u061c",
          "\u180e",
          "\u200b",
          "\u200e",
          "\u2028",
          "\u2029",
          "\u202e",
          "\u2066",
          "\u3000",
          "\ufeff",
          "\ud800",
          "\uffff",
          ",",
          ";",
          ":",
          "<",
          ">",
          "<>",
          "(",
          ")",
          "()",
          "[",
          "]",
          "\\",
          "\"",
          "@",
          "\uff0c",
          "\uff1b",
          "\uff1c",
          "\uff1e",
          "\uff20",
          "\u037e",
          "\ufe55",
          "\u560d\u560a;");

  private static final List<String> SHAPES =
      List.of(
          "some%sone@example.org",
          "someone@exam%sple.org",
          "%ssomeone@example.org",
          "someone@example.org%s",
          "someone@example.org%sBcc: other@example.org",
          "someone@example.org%sother@example.org");

  private static final List<String> OTHERS =
      List.of(
          "",
          "@",
          "someone",
          "someone@",
          "@example.org",
          "someone@localhost",
          "someone@example",
          "someone@.example.org",
          "someone@example.org.",
          "someone@example..org",
          "someone@-example.org",
          "someone@example-.org",
          "someone@exam_ple.org",
          "someone@127.0.0.1",
          "someone@[127.0.0.1]",
          "someone@[IPv6:::1]",
          "someone@0x7f.1",
          "someone@example.123",
          ".someone@example.org",
          "someone.@example.org",
          "some..one@example.org",
          "\"some one\"@example.org",
          "\"someone\"@example.org",
          "\"a,b\"@example.org",
          "\"a\r\nBcc: other@example.org\r\n\"@example.org",
          "\"a@b\"@example.org",
          "someone(comment)@example.org",
          "(comment)someone@example.org",
          "someone@example.org (comment)",
          "someone@(comment)example.org",
          "Some One <someone@example.org>",
          "<someone@example.org>",
          "<someone@example.org> SIZE=1\r\nRCPT TO:<other@example.org>",
          "someone@example.org>\r\nRCPT TO:<other@example.org",
          "someone@example.org> ORCPT=rfc822;other@example.org",
          "@relay.example:someone@example.org",
          "<@relay.example,@other.example:someone@example.org>",
          "other@example.org@example.org",
          "everybody: someone@example.org, other@example.org;",
          "everybody:;",
          "undisclosed-recipients:;",
          "mailto:someone@example.org",
          "someone@example.org?bcc=other@example.org",
          "someone@example.org&bcc=other@example.org",
          "To: someone@example.org",
          "Bcc: other@example.org",
          "someone@example.org%0d%0aBcc:other@example.org",
          "someone@example.org%0aother@example.org",
          "someone@example.org\\r\\nBcc: other@example.org",
          "=?utf-8?q?someone?= <other@example.org>",
          "=?utf-8?q?=0D=0ABcc:_other=40example.org?=@example.org, other@example.org",
          "someone@example.org/../other",
          "someone@exa\u2100mple.org",
          "someone@stra\u00dfe.example",
          "someone@xn--a.example\u3002",
          "\u2764@example.org",
          "a".repeat(65) + "@example.org",
          "\u0436".repeat(33) + "@example.org",
          "a@" + "b".repeat(64) + ".org",
          "a@" + "b.".repeat(126) + "org",
          "a".repeat(100_000) + "@example.org",
          "someone@" + "a".repeat(100_000),
          ("a".repeat(50) + "@example.org,").repeat(100));

  private static GreenMail sink;
  private static Mailer mailer;

  @BeforeAll
  static void start() {
    sink = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    sink.start();
    mailer =
        new SmtpMailer(
            SmtpServer.parse("smtp://127.0.0.1:" + sink.getSmtp().getPort()),
            Mails.SENDER,
            Mails.COMPOSER,
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            Mailer.PATIENCE);
  }

  @AfterAll
  static void stop() {
    sink.stop();
  }

  @BeforeEach
  void empty() throws FolderException {
    sink.purgeEmailFromAllMailboxes();
  }

  static Stream<String> hostile() {
    return Stream.concat(
        SHAPES.stream().flatMap(shape -> BREAKERS.stream().map(shape::formatted)), OTHERS.stream());
  }

  static IntStream cases() {
    return IntStream.range(0, (int) hostile().count());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_hostile_address_is_refused_and_nothing_arrives(int index) {
    String address = hostile().skip(index).findFirst().orElseThrow();
    Outcome outcome = mailer.send(Mails.to(address));
    assertThat(sink.getReceivedMessages()).isEmpty();
    assertThat(outcome).isEqualTo(Mailer.NO_ADDRESS);
  }

  /** Odd, but of the standard, and somebody's; what looks like an escape in them stays letters. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "someone@example.org",
        "some.one+list@mail.example.org",
        "o'hara@example.org",
        "some%0d%0aone@example.org",
        "some%0aBcc=other@example.org",
        "other%example.com@example.org",
        "relay!other@example.org",
        "=?utf-8?q?=0D=0ABcc=?@example.org",
        "-oQ/tmp@example.org",
        "|command@example.org",
        "`command`@example.org",
        "{1-9}@example.org",
        "*@example.org",
        "#!&'*+/=?^_`{|}~-@example.org",
        "SOMEONE@example.org",
        "1234567890123456789012345678901234567890123456789012345678901234@example.org",
        "someone@a.b.c.d.e.example.org"
      })
  void an_odd_address_gets_one_mail_and_no_field_is_added(String address) throws Exception {
    Outcome outcome = mailer.send(Mails.to(address));
    MimeMessage[] arrived = sink.getReceivedMessages();
    assertThat(outcome).isEqualTo(new Outcome.Delivered());
    assertThat(arrived).hasSize(1);
    assertThat(arrived[0].getAllRecipients()).hasSize(1);
    assertThat(
            ((InternetAddress) arrived[0].getRecipients(Message.RecipientType.TO)[0]).getAddress())
        .isEqualTo(address);
    assertThat(Mails.fields(arrived[0])).containsExactlyElementsOf(Mails.FIELDS);
  }

  @Test
  void an_international_domain_is_sent_in_ascii() throws Exception {
    mailer.send(Mails.to("someone@b\u00fccher.example"));
    assertThat(sink.getReceivedMessages()).hasSize(1);
    assertThat(sink.getReceivedMessages()[0].getHeader("To"))
        .containsExactly("someone@xn--bcher-kva.example");
  }

  @Test
  void an_address_shows_nothing_of_itself() {
    assertThat(MailAddress.parse("someone@example.org").map(Object::toString))
        .isEqualTo(Optional.of("MailAddress[…]"));
  }
}
