package org.handbill.server;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.handbill.server.store.Database;
import org.handbill.server.store.ExportFormat;
import org.handbill.server.store.Report;
import org.handbill.server.store.Routing;
import org.handbill.server.store.SignupStore;
import org.handbill.server.store.StoreUnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export signups} and {@code export receipts}. */
@Command(
    name = "export",
    description = "Writes stored sign-ups, or their consent receipts, to standard output.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "WHAT", description = "What to write: ${COMPLETION-CANDIDATES}.")
  private Report report = Report.signups;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "${COMPLETION-CANDIDATES} (csv).")
  private ExportFormat format = ExportFormat.csv;

  @Mixin private DataOptions options = new DataOptions();

  @Override
  public Integer call() throws IOException, StoreUnavailableException {
    try (Database database = options.existing();
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      format.write(store, report, new PrintStream(System.out, false, "UTF-8"));
      return 0;
    }
  }
}
