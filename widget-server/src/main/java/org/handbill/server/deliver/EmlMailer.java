package org.handbill.server.deliver;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes mails as {@code .eml} files into a folder, for a server without SMTP: a newcomer opens
 * them with any mail program. Each file is whole or not there, and only the server's own user reads
 * it.
 */
final class EmlMailer implements Mailer {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;
  private final MailComposer composer;
  private final Clock clock;

  /**
   * @param folder made when it is needed
   */
  EmlMailer(Path folder, MailComposer composer, Clock clock) {
    this.folder = folder;
    this.composer = composer;
    this.clock = clock;
  }

  @Override
  public Outcome send(Mail mail) {
    Optional<MailAddress> to = MailAddress.parse(mail.to());
    if (to.isEmpty()) {
      return Mailer.NO_ADDRESS;
    }
    try {
      Session session = MailComposer.session(Map.of(), to.get().international());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      composer.compose(session, mail, to.get()).writeTo(bytes);
      String name = TIME.format(clock.instant()) + "-" + UUID.randomUUID();
      Path unfinished = write("." + name + ".tmp", bytes.toByteArray());
      Files.move(unfinished, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
      return new Outcome.Delivered();
    } catch (IOException | MessagingException failure) {
      return unwritable(failure);
    }
  }

  @Override
  public Outcome probe() {
    try {
      Files.delete(write(".probe-" + UUID.randomUUID() + ".tmp", new byte[0]));
      return new Outcome.Delivered();
    } catch (IOException failure) {
      return unwritable(failure);
    }
  }

  private static Outcome unwritable(Exception failure) {
    return new Outcome.Later(
        "The folder for mails cannot be written to (" + failure.getClass().getSimpleName() + ").",
        Optional.empty());
  }

  /** Writes a file that is on the disk when this returns; none is left when it throws. */
  private Path write(String name, byte[] bytes) throws IOException {
    Files.createDirectories(folder, mode("rwx------"));
    Path file = folder.resolve(name);
    try {
      try (SeekableByteChannel channel =
          Files.newByteChannel(
              file,
              Set.of(
                  StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC),
              mode("rw-------"))) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          channel.write(left);
        }
      }
      return file;
    } catch (IOException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
