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
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** Opens databases: connections, permissions, migrations, and the secret in them. */
final class Opening {

  private static final int READING_CONNECTIONS = 3;
  private static final int POSTGRES_CONNECTIONS = 12;
  private static final int BUSY_TIMEOUT_MS = 4_000;
  private static final int CONNECTION_TIMEOUT_MS = 8_000;
  private static final int SECRET_BYTES = 32;

  private Opening() {}

  static Database.Open sqlite(Path folder) throws IOException {
    Files.createDirectories(folder);
    restrict(folder, "rwx------");
    Path file = folder.resolve("handbill.db");
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    restrict(file, "rw-------"); // SQLite's further files get the permissions of this one
    HikariDataSource writing = new HikariDataSource(sqliteConfig(file, "write", "FULL", 1));
    try {
      migrate(writing, Map.of("bytes", "blob", "instant", "timestamp"));
      Jdbi jdbi = Jdbi.create(writing);
      Secret secret = secret(jdbi);
      HikariDataSource booking = new HikariDataSource(sqliteConfig(file, "book", "NORMAL", 1));
      HikariDataSource reading =
          new HikariDataSource(sqliteConfig(file, "read", "FULL", READING_CONNECTIONS));
      Runnable close =
          () -> {
            reading.close();
            booking.close();
            writing.close();
          };
      return new Database.Open(
          jdbi, Jdbi.create(booking), Jdbi.create(reading), booking, secret, false, close);
    } catch (RuntimeException e) {
      writing.close();
      throw e;
    }
  }

  static Database.Open postgres(URI url) {
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
    // Else the driver puts the values of a statement that fails into its messages, and so into
    // logs.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.setMaximumPoolSize(POSTGRES_CONNECTIONS);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
    config.setPoolName("handbill-store");
    HikariDataSource pool = new HikariDataSource(config);
    try {
      migrate(pool, Map.of("bytes", "bytea", "instant", "timestamp with time zone"));
      Jdbi jdbi = Jdbi.create(pool);
      return new Database.Open(jdbi, jdbi, jdbi, pool, secret(jdbi), true, pool::close);
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

  private static HikariConfig sqliteConfig(
      Path file, String name, String synchronous, int connections) {
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
}
