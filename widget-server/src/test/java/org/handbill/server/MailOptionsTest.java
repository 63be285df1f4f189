package org.handbill.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.handbill.server.deliver.SmtpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the mail server's address comes from. */
class MailOptionsTest {

  private static final String URL = "smtp://us:secret@mail.example.org";

  @TempDir Path folder;

  @Test
  void the_mail_server_comes_from_the_environment_or_from_a_file_that_it_names()
      throws IOException {
    Path file = Files.writeString(folder.resolve("smtp"), URL + "\n");
    assertThat(MailOptions.smtp(Map.of("HANDBILL_SMTP_URL", URL))).contains(SmtpServer.parse(URL));
    assertThat(MailOptions.smtp(Map.of("HANDBILL_SMTP_URL_FILE", file.toString())))
        .contains(SmtpServer.parse(URL));
    assertThat(MailOptions.smtp(Map.of("HANDBILL_SMTP_URL", " "))).isEmpty();
    assertThat(MailOptions.smtp(Map.of())).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_read_is_told_and_so_are_two_settings_for_one_thing() {
    assertThatThrownBy(() -> MailOptions.smtp(Map.of("HANDBILL_SMTP_URL_FILE", "/nowhere/smtp")))
        .hasMessageContaining("HANDBILL_SMTP_URL_FILE")
        .hasMessageContaining("/nowhere/smtp");
    assertThatThrownBy(
            () ->
                MailOptions.smtp(
                    Map.of("HANDBILL_SMTP_URL", URL, "HANDBILL_SMTP_URL_FILE", "/nowhere/smtp")))
        .hasMessageContaining("not both")
        .hasMessageNotContaining("secret");
  }
}
