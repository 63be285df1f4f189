package org.handbill.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.handbill.server.deliver.Mailer;
import org.handbill.server.deliver.Sender;
import org.handbill.widget.InvalidNetworkException;
import org.handbill.widget.Widgets;
import org.handbill.widget.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check NETWORK}, and with {@code --online} whether its channels can be reached. */
@Command(
    name = "check",
    description = "Reads everything and prints every finding; errors exit 1, warnings 0.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private static final URI ABOUT = URI.create("https://handbill.example/");

  @Parameters(paramLabel = "NETWORK", description = "The folder with handbill.yaml and widgets/.")
  private Path network = Path.of(".");

  @Option(
      names = "--online",
      description =
          "Also asks every channel under delivery whether it can be reached and takes our key;"
              + " one that cannot exits 1. No list is touched.")
  private boolean online;

  @Mixin private MailOptions mail = new MailOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<Problem> problems = Widgets.check(network, ABOUT);
    problems.forEach(problem -> spec.commandLine().getOut().println(problem));
    long errors =
        problems.stream().filter(problem -> problem.severity() == Problem.Severity.ERROR).count();
    long warnings = problems.size() - errors;
    spec.commandLine()
        .getErr()
        .println(errors + " errors, " + warnings + " warnings in " + network);
    if (errors > 0) {
      return 1;
    }
    return !online || reached() ? 0 : 1;
  }

  /** The mail server; without one, mails would be files, and there is nothing to ask. */
  private Optional<Mailer> mailer(Widgets widgets) {
    Settings.Mailing mailing = mail.mailing();
    Sender sender = Sender.of(mailing.from(), ABOUT, widgets.network().name());
    return mailing
        .smtp()
        .map(server -> Mailer.of(Optional.of(server), sender, Path.of("."), Clock.systemUTC()));
  }

  private boolean reached() {
    try (Widgets widgets = Widgets.of(network).publicUrl(ABOUT).open()) {
      return new OnlineCheck(mailer(widgets), System::getenv, spec.commandLine().getOut())
          .run(widgets.network());
    } catch (InvalidNetworkException changedMeanwhile) {
      spec.commandLine().getErr().println("handbill: " + changedMeanwhile.getMessage());
      return false;
    }
  }
}
