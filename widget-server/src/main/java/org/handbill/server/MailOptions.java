package org.handbill.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.handbill.server.deliver.Sender;
import org.handbill.server.deliver.SmtpServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How mails are sent: the option {@code --mail-from}, and the mail server from the environment. */
final class MailOptions {

  private static final String SMTP_URL = "HANDBILL_SMTP_URL";
  private static final String SMTP_URL_FILE = "HANDBILL_SMTP_URL_FILE";
  private static final URI ABOUT = URI.create("https://handbill.example/");

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      defaultValue = "${env:HANDBILL_MAIL_FROM}",
      description =
          "Whom mails come from: Open Doors <news@network.example.org>"
              + " (HANDBILL_MAIL_FROM, no-reply at the public URL's host).")
  private @Nullable String from;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /**
   * Everything about mails.
   *
   * @throws CommandLine.ParameterException where something of it is wrong, which says what to do
   */
  Settings.Mailing mailing() {
    try {
      Optional<String> sender =
          Optional.ofNullable(from).map(String::strip).filter(text -> !text.isEmpty());
      sender.ifPresent(text -> Sender.of(Optional.of(text), ABOUT, ""));
      return new Settings.Mailing(smtp(System.getenv()), sender);
    } catch (IllegalArgumentException wrong) {
      throw new CommandLine.ParameterException(spec.commandLine(), wrong.getMessage() + ".", wrong);
    }
  }

  /**
   * The mail server. Its address may hold a password, so it comes from the environment or from a
   * file that the environment names, and is no option.
   *
   * @throws IllegalArgumentException telling what is wrong, without any part of the password
   */
  static Optional<SmtpServer> smtp(Map<String, String> environment) {
    String url = environment.getOrDefault(SMTP_URL, "").strip();
    String file = environment.getOrDefault(SMTP_URL_FILE, "").strip();
    if (!url.isEmpty() && !file.isEmpty()) {
      throw new IllegalArgumentException("Set " + SMTP_URL + " or " + SMTP_URL_FILE + ", not both");
    }
    if (!file.isEmpty()) {
      url = content(file);
    }
    return url.isEmpty() ? Optional.empty() : Optional.of(SmtpServer.parse(url));
  }

  private static String content(String file) {
    try {
      String url = Files.readString(Path.of(file)).strip();
      if (!url.isEmpty()) {
        return url;
      }
    } catch (IOException | InvalidPathException unreadable) {
      // told below
    }
    throw new IllegalArgumentException(
        SMTP_URL_FILE + " names a file that is empty or cannot be read: " + file);
  }
}
