package org.handbill.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everything is kept: SQLite in the data folder, or PostgreSQL, which several nodes share. It
 * is opened when it is first needed, and again after a failure, so that content is served without
 * it. Thread-safe.
 *
 * <p>SQLite has one writer. So all that writes there goes through one connection, in the order in
 * which it asked; reading has connections of its own. What was committed survives a power cut: WAL,
 * {@code synchronous=FULL}. The one exception is the queue's book-keeping, which has a second
 * connection with {@code synchronous=NORMAL}: what a power cut takes of it makes a delivery go out
 * once more, under the same idempotency key.
 */
public final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final int READING_CONNECTIONS = 3;
  private static final int POSTGRES_CONNECTIONS = 12;
  private static final int BUSY_TIMEOUT_MS = 4_000;
  private static final int CONNECTION_TIMEOUT_MS = 8_000;
  private static final int SECRET_BYTES = 32;

  private final Path folder;
  private final Optional<URI> postgres;
  private final Clock clock;
  private final List<Consumer<Open>> whenOpen = new CopyOnWriteArrayList<>();
  private volatile @Nullable Open open;
  private volatile Instant nextTry = Instant.MIN;
  private volatile boolean closed;

  /**
   * An open database.
   *
   * @param writing for whatever writes; on SQLite a single connection
   * @param booking for the queue's own book-keeping, which may be a little out of date after a
   *     power cut
   * @param reading for whatever only reads
   * @param pool the connections of {@code booking}
   * @param secret what all nodes share and nobody else knows
   * @param shared true where other nodes may use it too
   */
  record Open(
      Jdbi writing,
      Jdbi booking,
      Jdbi reading,
      DataSource pool,
      Secret secret,
      boolean shared,
      Runnable close) {}

  private Database(Path folder, Optional<URI> postgres, Clock clock) {
    this.folder = folder;
    this.postgres = postgres;
    this.clock = clock;
  }

  /** SQLite, as {@code handbill.db} in a folder that is made when it is needed. */
  public static Database in(Path folder, Clock clock) {
    return new Database(folder, Optional.empty(), clock);
  }

  /**
   * PostgreSQL.
   *
   * @param url {@code postgresql://user:password@host:5432/database}, as other tools take it
   */
  public static Database at(URI url, Clock clock) {
    return new Database(Path.of("."), Optional.of(url), clock);
  }

  /** The one of the settings: PostgreSQL where there is an address for it. */
  public static Database of(Path folder, Optional<URI> postgres, Clock clock) {
    return new Database(folder, postgres, clock);
  }

  Clock clock() {
    return clock;
  }

  /** Opens it if that has not been done; says so in the log when it cannot be. */
  public boolean available() {
    try {
      return opened() != null;
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  /**
   * What all nodes share and nobody else knows: 32 random bytes, made when the database was.
   *
   * @throws StoreUnavailableException when the database cannot be opened
   */
  public Secret secret() throws StoreUnavailableException {
    return opened().secret();
  }

  /** The connections, where several nodes share the database; empty otherwise. */
  public Optional<DataSource> sharedPool() throws StoreUnavailableException {
    Open now = opened();
    return now.shared() ? Optional.of(now.pool()) : Optional.empty();
  }

  /** Calls back as soon as the database is open; at once where it is. */
  synchronized void whenOpen(Consumer<Open> callback) {
    whenOpen.add(callback);
    Open now = open;
    if (now != null) {
      callback.accept(now);
    }
  }

  Open opened() throws StoreUnavailableException {
    Open now = open;
    return now != null ? now : open();
  }

  private synchronized Open open() throws StoreUnavailableException {
    Open now = open;
    if (now != null) {
      return now;
    }
    if (closed || clock.instant().isBefore(nextTry)) {
      throw new StoreUnavailableException("The database could not be opened a moment ago");
    }
    nextTry = clock.instant().plus(BETWEEN_TRIES);
    try {
      Open opened = postgres.isPresent() ? openPostgres(postgres.get()) : openSqlite();
      open = opened;
      tell(opened);
      return opened;
    } catch (IOException | RuntimeException e) {
      LOG.error(
          "The database {} cannot be opened ({}): content is served, sign-ups are not taken. It is"
              + " tried again with the next sign-up.",
          postgres.isPresent() ? "of HANDBILL_DATABASE_URL" : "in " + folder,
          rootCause(e));
      throw unavailable(e);
    }
  }

  /** Where one of those that wait for it fails, it is as if it had not been opened. */
  private void tell(Open opened) {
    try {
      whenOpen.forEach(callback -> callback.accept(opened));
    } catch (RuntimeException e) {
      open = null;
      opened.close().run();
      throw e;
    }
  }

  private Open openSqlite() throws IOException {
    Files.createDirectories(folder);
    restrict(folder, "rwx------");
    Path file = folder.resolve("handbill.db");
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    restrict(file, "rw-------"); // SQLite's further files get the permissions of this one
    HikariDataSource writing = new HikariDataSource(sqlite(file, "write", "FULL", 1));
    try {
      migrate(writing, Map.of("bytes", "blob", "instant", "timestamp"));
      Jdbi jdbi = Jdbi.create(writing);
      Secret secret = secret(jdbi);
      HikariDataSource booking = new HikariDataSource(sqlite(file, "book", "NORMAL", 1));
      HikariDataSource reading =
          new HikariDataSource(sqlite(file, "read", "FULL", READING_CONNECTIONS));
      Runnable close =
          () -> {
            reading.close();
            booking.close();
            writing.close();
          };
      return new Open(
          jdbi, Jdbi.create(booking), Jdbi.create(reading), booking, secret, false, close);
    } catch (RuntimeException e) {
      writing.close();
      throw e;
    }
  }

  private Open openPostgres(URI url) {
    HikariConfig config = new HikariConfig();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    config.setJdbcUrl(
        "jdbc:postgresql://"
            + url.getHost()
            + (url.getPort() < 0 ? "" : ":" + url.getPort())
            + url.getRawPath()
            + query);
    String[] login = url.getRawUserInfo() == null ? new String[0] : userInfo(url);
    if (login.length > 0) {
      config.setUsername(login[0]);
    }
    if (login.length > 1) {
      config.setPassword(login[1]);
    }
    config.setMaximumPoolSize(POSTGRES_CONNECTIONS);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
    config.setPoolName("handbill-store");
    HikariDataSource pool = new HikariDataSource(config);
    try {
      migrate(pool, Map.of("bytes", "bytea", "instant", "timestamp with time zone"));
      Jdbi jdbi = Jdbi.create(pool);
      return new Open(jdbi, jdbi, jdbi, pool, secret(jdbi), true, pool::close);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static String[] userInfo(URI url) {
    String[] parts = url.getRawUserInfo().split(":", 2);
    for (int i = 0; i < parts.length; i++) {
      // a plus sign in a URL's user information is a plus sign
      parts[i] = java.net.URLDecoder.decode(parts[i].replace("+", "%2B"), StandardCharsets.UTF_8);
    }
    return parts;
  }

  private static void migrate(DataSource pool, Map<String, String> types) {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(pool)
        .locations("classpath:org/handbill/server/store/migration")
        .placeholders(types)
        .load()
        .migrate();
  }

  private static Secret secret(Jdbi jdbi) {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String value =
        jdbi.inTransaction(
            handle -> {
              handle.execute(
                  "insert into secret (name, value) values ('node', ?) on conflict do nothing",
                  HexFormat.of().formatHex(random));
              return handle
                  .createQuery("select value from secret where name = 'node'")
                  .mapTo(String.class)
                  .one();
            });
    return new Secret(HexFormat.of().parseHex(value));
  }

  /** Nobody but the server's own user reads what visitors typed. */
  private static void restrict(Path path, String permissions) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static HikariConfig sqlite(Path file, String name, String synchronous, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:sqlite:" + file);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
    config.setPoolName("handbill-store-" + name);
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", synchronous);
    config.addDataSourceProperty("foreign_keys", "true");
    config.addDataSourceProperty("secure_delete", "true"); // what is erased leaves the file too
    config.addDataSourceProperty("busy_timeout", String.valueOf(BUSY_TIMEOUT_MS));
    config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    return config;
  }

  /** What to throw for a failure of the database. */
  static StoreUnavailableException unavailable(Exception cause) {
    return cause instanceof StoreUnavailableException already
        ? already
        : new StoreUnavailableException(
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
    closed = true;
    Open now = open;
    if (now != null) {
      now.close().run();
      open = null;
    }
  }
}
