package org.handbill.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.handbill.server.store.ExportFormat;
import org.handbill.server.store.SignupStore;
import org.handbill.server.store.StoreUnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export signups}. */
@Command(
    name = "export",
    description = "Writes stored sign-ups to standard output.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  /** What can be exported. */
  enum What {
    signups
  }

  @Parameters(paramLabel = "signups", description = "What to write: ${COMPLETION-CANDIDATES}.")
  private What what = What.signups;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "${COMPLETION-CANDIDATES} (csv).")
  private ExportFormat format = ExportFormat.csv;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:HANDBILL_DATA:-handbill-data}",
      description = "Where sign-ups are kept (HANDBILL_DATA, ./handbill-data).")
  private Path data = Path.of("handbill-data");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(data.resolve("handbill.db"))) {
      spec.commandLine()
          .getErr()
          .println(
              "handbill: there are no "
                  + what
                  + " in '"
                  + data
                  + "'. Name the folder that the server was started with: --data DIR.");
      return 1;
    }
    try (SignupStore store = new SignupStore(data, Clock.systemUTC())) {
      format.write(store, new PrintStream(System.out, false, "UTF-8"));
      return 0;
    } catch (StoreUnavailableException e) {
      spec.commandLine().getErr().println("handbill: " + e.getMessage());
      return 1;
    }
  }
}
