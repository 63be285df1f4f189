package org.handbill.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.handbill.server.store.OptIns;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mail that asks for a confirmation, as the one who gets it reads it. */
class ConfirmationMailTest {

  private static final String ADDRESS = "typed.by-a-visitor@example.org";
  private static final String CONFIRM =
      "https://widgets.example.org/confirm/c0nfirm-token_0123456789";
  private static final String UNSUBSCRIBE =
      "https://widgets.example.org/unsubscribe/unsubscribe-token_987654";

  @TempDir Path folder;

  private Mail mail(String name, String language) throws Exception {
    Files.createDirectories(folder.resolve("widgets"));
    Files.writeString(
        folder.resolve("handbill.yaml"),
        "network: {name: "
            + name
            + ", url: \"https://network.example.org\"}\nlanguages: [en, es, ar, fr]\n");
    Files.writeString(
        folder.resolve("widgets/news.yaml"),
        "type: signup\ntitle: {en: Our news, es: Noticias, ar: أخبارنا, fr: Nouvelles}\n");
    Files.writeString(
        folder.resolve("widgets/march.yaml"), "type: signup\ntitle: <March> & more\n");
    try (Widgets widgets = Widgets.of(folder).open()) {
      return new ConfirmationMail(
              widgets, URI.create("https://widgets.example.org"), Duration.ofDays(7))
          .compose(
              new OptIns.Claim.Send(
                  ADDRESS,
                  language,
                  List.of("news", "march", "gone"),
                  CONFIRM.replaceFirst(".*/", ""),
                  UNSUBSCRIBE.replaceFirst(".*/", "")));
    }
  }

  /** As it arrives: written out, and read by a mail program. */
  private static MimeMessage sent(Mail mail) throws Exception {
    MailAddress to = MailAddress.parse(mail.to()).orElseThrow();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Mails.COMPOSER.compose(MailComposer.session(Map.of(), false), mail, to).writeTo(bytes);
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));
  }

  @ParameterizedTest
  @CsvSource({
    "en, en, ltr, Please confirm your sign-up: Open Doors, Our news, 7 days",
    "es, es, ltr, Confirma tu inscripción: Open Doors, Noticias, 7 días",
    "es-MX, es, ltr, Confirma tu inscripción: Open Doors, Noticias, 7 días",
    "ar, ar, rtl, 'يرجى تأكيد اشتراكك: Open Doors', أخبارنا, أيام",
    "fr, en, ltr, Please confirm your sign-up: Open Doors, Nouvelles, 7 days",
    "??, en, ltr, Please confirm your sign-up: Open Doors, Our news, 7 days"
  })
  void it_says_in_the_visitors_language_what_is_confirmed(
      String wish, String language, String dir, String subject, String title, String days)
      throws Exception {
    MimeMessage mail = sent(mail("Open Doors", wish));
    assertThat(mail.getSubject()).isEqualTo(subject);
    assertThat(mail.getHeader("Content-Language")).containsExactly(language);
    assertThat(Mails.part(mail, 0)).contains("Open Doors", title, "<March> & more", days);
    Document html = Jsoup.parse(Mails.part(mail, 1));
    assertThat(html.select("html").attr("lang")).isEqualTo(language);
    assertThat(html.select("body > div").attr("dir")).isEqualTo(dir);
    assertThat(html.title()).isEqualTo(subject);
    assertThat(html.select("li").eachText()).containsExactlyInAnyOrder(title, "<March> & more");
    assertThat(html.text()).contains("Open Doors", days);
  }

  @Test
  void both_links_stand_in_both_forms_and_nothing_else_is_loaded() throws Exception {
    MimeMessage mail = sent(mail("Open Doors", "en"));
    assertThat(Mails.part(mail, 0))
        .contains("\r\n" + CONFIRM + "\r\n", "\r\n" + UNSUBSCRIBE + "\r\n");
    Document html = Jsoup.parse(Mails.part(mail, 1));
    assertThat(html.select("[href]").eachAttr("href"))
        .containsExactly(CONFIRM, CONFIRM, UNSUBSCRIBE, "https://network.example.org");
    assertThat(html.select("a[href=" + CONFIRM + "]").get(1).text()).isEqualTo(CONFIRM);
    assertThat(html.select("[src], link, script, img, iframe, form, object, [background]"))
        .isEmpty();
    assertThat(html.outerHtml()).doesNotContain("url(", "@import");
  }

  @Test
  void a_mail_program_can_unsubscribe_by_one_click() throws Exception {
    MimeMessage mail = sent(mail("Open Doors", "en"));
    assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + UNSUBSCRIBE + ">");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
  }

  @Test
  void nothing_that_was_typed_stands_in_it() throws Exception {
    Mail mail = mail("Open Doors", "en");
    assertThat(mail.subject() + mail.text() + mail.html() + mail.headers())
        .doesNotContain("typed.by-a-visitor", "@example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Doors\\r\\nBcc: other@example.org\"",
        "\"Doors\\nX-Injected: yes\"",
        "\"Doors\\u2028Bcc: other@example.org\"",
        "\"Doors\\u0085X-Injected: yes\"",
        "\"Doors <other@example.org>, more\"",
        "\"=?utf-8?q?=0D=0ABcc:_other=40example.org?=\"",
        "\"{0} '{1}' ''\"",
        "\"<script>alert(1)</script> & \\\"friends\\\"\"",
        "\"أبواب مفتوحة\"",
        "\"Doors Doors Doors Doors Doors Doors Doors Doors Doors Doors Doors Doors Doors Doors Doors Doors\""
      })
  void an_odd_name_of_a_network_adds_no_field_and_no_markup(String name) throws Exception {
    Mail mail = mail(name, "en");
    MimeMessage sent = sent(mail);
    assertThat(Mails.fields(sent))
        .containsExactly(
            "Auto-Submitted",
            "Content-Language",
            "Content-Type",
            "Date",
            "From",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "MIME-Version",
            "Message-ID",
            "Subject",
            "To");
    assertThat(sent.getAllRecipients()).hasSize(1);
    assertThat(sent.getSubject()).isEqualTo(mail.subject()).doesNotContain("\n", "\r");
    assertThat(Jsoup.parse(mail.html()).select("script")).isEmpty();
  }

  @Test
  void every_message_exists_in_every_language() {
    Messages messages = Messages.beside(ConfirmationMail.class);
    for (Language language : Messages.LANGUAGES.list()) {
      assertThat(messages.in(language).keys())
          .as(language.tag())
          .isEqualTo(messages.in(Language.ENGLISH).keys());
    }
  }
}
