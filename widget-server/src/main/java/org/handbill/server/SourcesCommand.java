package org.handbill.server;

import java.io.PrintWriter;
import org.handbill.server.store.Database;
import org.handbill.server.store.SourceRecords;
import org.handbill.widget.source.SourceStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sources}, and {@code sources accept URL}. */
@Command(
    name = "sources",
    description =
        "Lists the sources of lists, one a line: state, since, shown copy, address or file, why.",
    mixinStandardHelpOptions = true)
final class SourcesCommand implements Runnable {

  @Mixin private DataOptions options = new DataOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = options.existing()) {
      for (SourceStatus source : new SourceRecords(database).all()) {
        out.println(
            String.join(
                "\t",
                source.state().param(),
                source.since().toString(),
                source.goodAt().map(Object::toString).orElse(""),
                source.uri().toString(),
                source.reason()));
      }
      out.flush();
    }
  }

  @Command(
      name = "accept",
      description =
          "Takes over what is held back of a source; a server that runs does so within seconds.",
      mixinStandardHelpOptions = true)
  int accept(
      @Parameters(paramLabel = "URL", description = "The source's address, or a file's path.")
          String url,
      @Mixin DataOptions data) {
    try (Database database = data.existing()) {
      boolean held = new SourceRecords(database).accept(url);
      spec.commandLine()
          .getOut()
          .println(
              held
                  ? "Accepted. It is shown as soon as the server has read it once more."
                  : "Nothing of '" + url + "' is held back. 'sources' lists what there is.");
      return held ? 0 : 1;
    }
  }
}
