package org.handbill.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code java -jar widget-server.jar …}: the commands, and {@code serve} when none is named. */
@Command(
    name = "handbill",
    description = "Widgets that a network publishes once and every member shows on its own site.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      ServeCommand.class,
      CheckCommand.class,
      RenderCommand.class,
      PreviewCommand.class,
      ExportCommand.class,
      EraseCommand.class,
      BackupCommand.class,
      DeliveriesCommand.class,
      SourcesCommand.class,
      LinksCommand.class
    },
    footer = {"", "Without a command, the sample network is served."})
public final class Main implements Runnable {

  @Mixin private ServeOptions options = new ServeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  private int exitCode;

  /** Runs a command and ends with its exit code: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command and returns its exit code. */
  static int run(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println("handbill: " + failure.getMessage());
          return 1;
        });
    int code = line.execute(arguments);
    return code != 0 ? code : ((Main) line.getCommand()).exitCode;
  }

  @Override
  public void run() {
    exitCode = options.serve(spec, java.util.Optional.empty());
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"Handbill " + (version == null ? "(from its sources)" : version)};
    }
  }
}
