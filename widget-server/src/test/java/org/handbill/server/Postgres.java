package org.handbill.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL server, from binaries that Maven brings, started once for all tests that ask
 * for it and stopped at the end of the run, whatever class asks. Each test gets a database of its
 * own.
 */
public final class Postgres implements AutoCloseable {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final EmbeddedPostgres server;

  private Postgres() {
    try {
      server = EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL does not start", e);
    }
  }

  /** The server of this test run. */
  public static Postgres of(ExtensionContext context) {
    return context
        .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(Postgres.class, key -> new Postgres(), Postgres.class);
  }

  /** The address of a new, empty database. */
  public URI database() {
    String name = "test" + DATABASES.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return URI.create("postgresql://postgres:postgres@localhost:" + server.getPort() + "/" + name);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
