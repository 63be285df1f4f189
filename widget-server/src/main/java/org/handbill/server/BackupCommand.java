package org.handbill.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.handbill.server.store.Backup;
import org.handbill.server.store.Database;
import org.handbill.server.store.StoreUnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup FILE}. */
@Command(
    name = "backup",
    description = "Writes a consistent copy of the SQLite database while the server runs.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file to write; one that is there goes.")
  private Path file = Path.of("handbill-backup.db");

  @Mixin private DataOptions options = new DataOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws StoreUnavailableException, IOException {
    try (Database database = options.existing()) {
      new Backup(database).to(file);
      spec.commandLine().getOut().println("The database is copied to " + file + ".");
      return 0;
    }
  }
}
