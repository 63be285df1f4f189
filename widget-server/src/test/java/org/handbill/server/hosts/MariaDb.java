package org.handbill.server.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.handbill.server.Eventually;

/**
 * Debian's MariaDB with one empty database, in a folder of a test's and reached by a socket there.
 */
final class MariaDb implements AutoCloseable {

  static final String DATABASE = "wordpress";

  /** Whoever runs the test, which is whom MariaDB asks for where that is root. */
  private static final String USER = System.getProperty("user.name");

  private final Command.Running running;
  private final Path socket;

  MariaDb(Path folder) {
    socket = folder.resolve("socket");
    String data = "--datadir=" + folder.resolve("data");
    Path first = folder.resolve("first.sql");
    try {
      Files.createDirectories(folder);
      Files.writeString(first, "CREATE DATABASE " + DATABASE + ";\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Command.of("mariadb-install-db", "mariadb-server-core", folder)
        .run(
            "--no-defaults",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--user=" + USER,
            data);
    running =
        Command.of("mariadbd", "mariadb-server-core", folder)
            .start(
                "--no-defaults",
                "--skip-networking",
                "--innodb-flush-log-at-trx-commit=0",
                "--socket=" + socket,
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + first,
                "--user=" + USER,
                data);
    Eventually.until(
        "MariaDB is ready",
        () -> {
          if (!running.process().isAlive()) {
            throw new IllegalStateException(running.said());
          }
          return Files.exists(socket);
        });
  }

  /** Where it is reached. */
  Path socket() {
    return socket;
  }

  @Override
  public void close() {
    running.close();
  }
}
