package org.handbill.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code serve [NETWORK]}. */
@Command(
    name = "serve",
    description = "Serves a network folder; with none, the sample network that the jar carries.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "NETWORK",
      description = "The folder with handbill.yaml and widgets/.")
  private @Nullable Path network;

  @Mixin private ServeOptions options = new ServeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return options.serve(spec, Optional.ofNullable(network));
  }
}
