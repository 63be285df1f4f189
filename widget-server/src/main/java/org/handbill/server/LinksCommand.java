package org.handbill.server;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.handbill.server.store.Database;
import org.handbill.server.store.SourceRecords;
import org.handbill.widget.FollowedLink;
import org.handbill.widget.InvalidNetworkException;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.LinkHealth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code links [NETWORK]}. */
@Command(
    name = "links",
    description = {
      "Lists the links of resource lists, one a line: state, since, address, where it moved to.",
      "With NETWORK they are followed now, one at a time for a host; without, it is what the server"
          + " found."
    },
    mixinStandardHelpOptions = true)
final class LinksCommand implements Callable<Integer> {

  private static final URI ABOUT = URI.create("https://handbill.example/");

  @Parameters(
      arity = "0..1",
      paramLabel = "NETWORK",
      description = "The folder with handbill.yaml and widgets/.")
  private @Nullable Path network;

  @Mixin private DataOptions options = new DataOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    Path folder = network;
    return folder == null ? known() : followed(folder);
  }

  private int known() {
    try (Database database = options.existing()) {
      new SourceRecords(database).links().forEach(link -> print(link.uri(), link.health()));
    }
    return 0;
  }

  private int followed(Path folder) throws InterruptedException {
    try {
      List<FollowedLink> links = Widgets.followLinks(folder, ABOUT);
      links.forEach(
          link ->
              link.health()
                  .ifPresentOrElse(
                      health -> print(link.uri(), health),
                      () -> line("unknown", "", link.uri(), "")));
      boolean dead =
          links.stream()
              .anyMatch(
                  link ->
                      link.health()
                          .filter(health -> health.state() == LinkHealth.State.DEAD)
                          .isPresent());
      return dead ? 1 : 0;
    } catch (InvalidNetworkException broken) {
      broken.problems().forEach(problem -> spec.commandLine().getErr().println(problem));
      return 1;
    }
  }

  private void print(URI link, LinkHealth health) {
    line(
        health.state().param(),
        health.since().toString(),
        link,
        health.movedTo().map(URI::toString).orElse(""));
  }

  private void line(String state, String since, URI link, String movedTo) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(String.join("\t", state, since, link.toString(), movedTo).stripTrailing());
    out.flush();
  }
}
