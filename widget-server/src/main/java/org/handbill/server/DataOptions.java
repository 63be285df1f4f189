package org.handbill.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.handbill.server.store.Database;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where sign-ups are kept: the option {@code --data}, and PostgreSQL from the environment. */
final class DataOptions {

  private static final String DATABASE_URL = "HANDBILL_DATABASE_URL";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:HANDBILL_DATA:-handbill-data}",
      description = "Where sign-ups are kept (HANDBILL_DATA, ./handbill-data).")
  private Path data = Path.of("handbill-data");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  Path data() {
    return data;
  }

  /** PostgreSQL's address, which may hold a password and so is no option. */
  Optional<URI> databaseUrl() {
    String url = System.getenv(DATABASE_URL);
    return url == null || url.isBlank() ? Optional.empty() : Optional.of(checked(url.strip()));
  }

  private URI checked(String url) {
    try {
      URI uri = new URI(url);
      boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
      if (postgres && uri.getHost() != null && uri.getRawPath().length() > 1) {
        return uri;
      }
    } catch (URISyntaxException malformed) {
      // told below, without the password that may be in it
    }
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        DATABASE_URL
            + " is not the address of a PostgreSQL database. Write it as"
            + " postgresql://user:password@host:5432/database, special characters"
            + " percent-encoded.");
  }

  /**
   * The database of a command on stored data.
   *
   * @throws CommandLine.ParameterException where there is none, which says what to do
   */
  Database existing() {
    Optional<URI> url = databaseUrl();
    if (url.isEmpty() && !Files.exists(data.resolve("handbill.db"))) {
      throw new MissingException(
          "there are no sign-ups in '"
              + data
              + "'. Name the folder that the server was started with: --data DIR.");
    }
    return Database.of(data, url, Clock.systemUTC());
  }

  /** There is nothing to work on. */
  static final class MissingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingException(String message) {
      super(message);
    }
  }
}
