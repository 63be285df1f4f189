package org.handbill.server.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
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

  /** Something that is done with an open connection. */
  interface Work<T> {
    T with(Handle handle) throws StoreUnavailableException;
  }

  /** Does it in a transaction that is on the disk when this returns. */
  <T> T write(Work<T> work) throws StoreUnavailableException {
    return in(opened().writing(), work);
  }

  /** Does it in a transaction of the queue's book-keeping. */
  <T> T book(Work<T> work) throws StoreUnavailableException {
    return in(opened().booking(), work);
  }

  private static <T> T in(Jdbi jdbi, Work<T> work) throws StoreUnavailableException {
    try {
      return jdbi.inTransaction(work::with);
    } catch (RuntimeException e) {
      throw unavailable(e);
    }
  }

  /** Does what changes nothing. */
  <T> T read(Work<T> work) throws StoreUnavailableException {
    try {
      return opened().reading().withHandle(work::with);
    } catch (RuntimeException e) {
      throw unavailable(e);
    }
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
      Open opened =
          postgres.isPresent() ? Opening.postgres(postgres.get()) : Opening.sqlite(folder);
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
