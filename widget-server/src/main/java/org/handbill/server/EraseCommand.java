package org.handbill.server;

import java.util.concurrent.Callable;
import org.handbill.server.store.Database;
import org.handbill.server.store.Routing;
import org.handbill.server.store.SignupStore;
import org.handbill.server.store.StoreUnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code erase EMAIL}. */
@Command(
    name = "erase",
    description = {
      "Forgets an address: its sign-ups, receipts, links, and what waits in the queue.",
      "The channels that had it are told while the server runs. Counts stay."
    },
    mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {

  @Parameters(paramLabel = "EMAIL", description = "The e-mail address.")
  private String email = "";

  @Mixin private DataOptions options = new DataOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws StoreUnavailableException {
    try (Database database = options.existing();
        SignupStore store = new SignupStore(database, Routing.NOWHERE)) {
      int erased = store.erase(email);
      spec.commandLine().getOut().println("Erased " + erased + " sign-ups of that address.");
      return 0;
    }
  }
}
