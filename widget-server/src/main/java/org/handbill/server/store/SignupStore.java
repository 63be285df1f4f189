package org.handbill.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.handbill.widget.model.Consent;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sign-ups in a database of the data folder. What {@link #save} returned from is on the disk and
 * survives a power cut. The database is opened when it is first needed, and again after a failure,
 * so that content is served without it. Thread-safe.
 */
public final class SignupStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SignupStore.class);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final int CONNECTIONS = 3;
  private static final int BUSY_TIMEOUT_MS = 4_000;

  private final Path folder;
  private final Clock clock;
  private final Set<String> recorded = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Open open;
  private volatile Instant nextTry = Instant.MIN;

  private record Open(HikariDataSource pool, Jdbi jdbi, GroupCommit writer) {
    void close() {
      writer.close();
      pool.close();
    }
  }

  /**
   * @param folder the data folder; made when it is needed
   */
  public SignupStore(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Opens the database if that has not been done; says so in the log when it cannot be. */
  public boolean available() {
    try {
      return opened() != null;
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  /**
   * Keeps a sign-up. Returns once it is on the disk; a submission that is there already counts as
   * kept.
   *
   * @throws StoreUnavailableException when it could not be kept; nothing of it is then
   */
  public void save(Signup signup) throws StoreUnavailableException {
    opened().writer().save(signup);
  }

  /** Keeps wordings for good, so that a form from an old cache is recorded with what it showed. */
  public void record(List<Consent.Wording> wordings) throws StoreUnavailableException {
    List<Consent.Wording> fresh =
        wordings.stream().filter(wording -> !recorded.contains(wording.version())).toList();
    if (fresh.isEmpty()) {
      return;
    }
    try {
      opened().jdbi().useTransaction(handle -> Sql.insertWordings(handle, fresh, clock.instant()));
      fresh.forEach(wording -> recorded.add(wording.version()));
    } catch (RuntimeException e) {
      throw unavailable(e);
    }
  }

  /** True where a wording of that version was ever shown. */
  public boolean knows(String consentVersion) throws StoreUnavailableException {
    if (recorded.contains(consentVersion)) {
      return true;
    }
    try {
      return opened().jdbi().withHandle(handle -> Sql.hasWording(handle, consentVersion));
    } catch (RuntimeException e) {
      throw unavailable(e);
    }
  }

  /** Hands over every sign-up with its wording, oldest first. */
  public void export(Consumer<Export> row) throws StoreUnavailableException {
    try {
      opened().jdbi().useHandle(handle -> Sql.export(handle, row));
    } catch (RuntimeException e) {
      throw unavailable(e);
    }
  }

  /**
   * A sign-up as it is exported.
   *
   * @param wording the very words that were agreed to; empty where they are not on record
   */
  public record Export(Signup signup, Optional<String> wording) {}

  private Open opened() throws StoreUnavailableException {
    Open now = open;
    return now != null ? now : open();
  }

  private synchronized Open open() throws StoreUnavailableException {
    Open now = open;
    if (now != null) {
      return now;
    }
    if (clock.instant().isBefore(nextTry)) {
      throw new StoreUnavailableException("The database could not be opened a moment ago");
    }
    nextTry = clock.instant().plus(BETWEEN_TRIES);
    try {
      Path file = prepare();
      HikariDataSource pool = new HikariDataSource(config(file));
      try {
        Flyway.configure(SignupStore.class.getClassLoader())
            .dataSource(pool)
            .locations("classpath:org/handbill/server/store/migration")
            .load()
            .migrate();
        restrict(file, "rw-------");
        Jdbi jdbi = Jdbi.create(pool);
        Open opened = new Open(pool, jdbi, new GroupCommit(jdbi));
        open = opened;
        return opened;
      } catch (RuntimeException e) {
        pool.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      LOG.error(
          "The database in {} cannot be opened ({}): content is served, sign-ups are not taken. It is"
              + " tried again with the next sign-up.",
          folder,
          rootCause(e));
      throw unavailable(e);
    }
  }

  private Path prepare() throws IOException {
    Files.createDirectories(folder);
    restrict(folder, "rwx------");
    return folder.resolve("handbill.db");
  }

  /** Nobody but the server's own user reads what visitors typed. */
  private static void restrict(Path path, String permissions) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static HikariConfig config(Path file) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:sqlite:" + file);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("handbill-store");
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "FULL");
    config.addDataSourceProperty("foreign_keys", "true");
    config.addDataSourceProperty("busy_timeout", String.valueOf(BUSY_TIMEOUT_MS));
    return config;
  }

  private static StoreUnavailableException unavailable(Exception cause) {
    return new StoreUnavailableException(
        "The database is not to be had: " + rootCause(cause), cause);
  }

  private static String rootCause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }

  @Override
  public synchronized void close() {
    Open now = open;
    if (now != null) {
      now.close();
      open = null;
    }
  }
}
