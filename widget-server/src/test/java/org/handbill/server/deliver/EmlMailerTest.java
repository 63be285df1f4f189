package org.handbill.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails as files. */
class EmlMailerTest {

  @TempDir Path data;

  private Mailer mailer() {
    return Mailer.of(Optional.empty(), Mails.SENDER, data, Mails.CLOCK);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("mail"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void a_mail_is_one_whole_file_that_a_mail_program_opens() throws Exception {
    assertThat(mailer().send(Mails.to("someone@example.org"))).isEqualTo(new Outcome.Delivered());
    assertThat(files()).hasSize(1);
    try (InputStream bytes = Files.newInputStream(files().get(0))) {
      MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), bytes);
      assertThat(Mails.fields(mail)).containsExactlyElementsOf(Mails.FIELDS);
      assertThat(mail.getHeader("To")).containsExactly("someone@example.org");
      assertThat(Mails.part(mail, 1)).isEqualToNormalizingNewlines("<p>HTML.</p>\n");
    }
  }

  @Test
  void nobody_else_reads_it_and_its_name_tells_nothing() throws Exception {
    mailer().send(Mails.to("someone@example.org"));
    Path file = files().get(0);
    assertThat(file.getFileName().toString()).matches("20261122T101530Z-[0-9a-f-]{36}\\.eml");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("mail"))))
        .isEqualTo("rwx------");
  }

  @Test
  void two_mails_of_one_second_are_two_files() throws Exception {
    Mailer mailer = mailer();
    mailer.send(Mails.to("someone@example.org"));
    mailer.send(Mails.to("someone@example.org"));
    assertThat(files()).hasSize(2);
  }

  @Test
  void an_address_in_another_script_is_written_as_it_is() throws Exception {
    mailer().send(Mails.to("почта@example.org"));
    assertThat(Files.readString(files().get(0))).contains("\r\nTo: почта@example.org\r\n");
  }

  @Test
  void what_is_no_address_is_refused_and_no_file_is_written() {
    assertThat(mailer().send(Mails.to("someone@example.org\r\nBcc: other@example.org")))
        .isEqualTo(Mailer.NO_ADDRESS);
    assertThat(data.resolve("mail")).doesNotExist();
  }

  @Test
  void a_folder_that_cannot_be_written_is_tried_later() throws IOException {
    Files.writeString(data.resolve("mail"), "a file where the folder should be");
    assertThat(mailer().send(Mails.to("someone@example.org"))).isInstanceOf(Outcome.Later.class);
    assertThat(mailer().probe()).isInstanceOf(Outcome.Later.class);
  }

  @Test
  void a_probe_leaves_nothing() throws IOException {
    assertThat(mailer().probe()).isEqualTo(new Outcome.Delivered());
    assertThat(files()).isEmpty();
  }
}
