package org.handbill.server;

import java.io.PrintWriter;
import org.handbill.server.store.Database;
import org.handbill.server.store.Deliveries;
import org.handbill.server.store.StoreUnavailableException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deliveries dead} and {@code deliveries replay WHICH}. */
@Command(
    name = "deliveries",
    description = "Shows deliveries that were put aside, and queues them anew.",
    mixinStandardHelpOptions = true)
final class DeliveriesCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: 'deliveries dead' or 'deliveries replay WHICH'.");
  }

  @Command(
      name = "dead",
      description =
          "Lists what was put aside, one a line: id, channel, event, attempts, since, why.",
      mixinStandardHelpOptions = true)
  int dead(@Mixin DataOptions options) throws StoreUnavailableException {
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = options.existing()) {
      new Deliveries(database)
          .deadLetters(
              letter ->
                  out.println(
                      String.join(
                          "\t",
                          letter.id(),
                          letter.channel(),
                          letter.event(),
                          String.valueOf(letter.attempts()),
                          letter.since(),
                          letter.reason())));
      out.flush();
      return 0;
    }
  }

  @Command(
      name = "replay",
      description = "Queues them anew, under the same idempotency keys.",
      mixinStandardHelpOptions = true)
  int replay(
      @Parameters(
              paramLabel = "WHICH",
              description = "The id of one, the name of a channel, or 'all'.")
          String which,
      @Mixin DataOptions options)
      throws StoreUnavailableException {
    try (Database database = options.existing()) {
      int replayed = new Deliveries(database).replay(which);
      spec.commandLine().getOut().println("Queued " + replayed + " deliveries anew.");
      return replayed > 0 || which.equals("all") ? 0 : 1;
    }
  }
}
