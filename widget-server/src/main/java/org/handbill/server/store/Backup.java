package org.handbill.server.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A consistent copy of the SQLite database, made while the server goes on working. */
public final class Backup {

  private final Database database;

  public Backup(Database database) {
    this.database = database;
  }

  /**
   * Writes a copy that is whole or not there: it gets its name last. Only the user's own account
   * can read it.
   *
   * @throws StoreUnavailableException when the database cannot be read
   * @throws IOException when the file cannot be written
   * @throws IllegalStateException on PostgreSQL, which has tools of its own for it
   */
  public void to(Path file) throws StoreUnavailableException, IOException {
    Database.Open open = database.opened();
    if (open.shared()) {
      throw new IllegalStateException(
          "The database is PostgreSQL: copy it with its own pg_dump, which works while running");
    }
    Path whole = file.toAbsolutePath();
    Path growing = whole.resolveSibling(whole.getFileName() + ".part");
    Files.deleteIfExists(growing);
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        // SQLite fills an empty file, so nobody else can ever read it
        Files.createFile(
            growing,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      open.reading().useHandle(handle -> handle.execute("vacuum into ?", growing.toString()));
      Files.move(
          growing, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (RuntimeException e) {
      throw Database.unavailable(e);
    } finally {
      Files.deleteIfExists(growing);
    }
  }
}
