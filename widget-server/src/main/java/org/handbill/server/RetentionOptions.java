package org.handbill.server;

import java.time.Duration;
import java.util.Optional;
import org.handbill.server.store.Retention;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long sign-ups are kept. */
final class RetentionOptions {

  private static final int MOST_DAYS = 36_500;

  @Option(
      names = "--keep-unconfirmed",
      paramLabel = "DAYS",
      defaultValue = "${env:HANDBILL_KEEP_UNCONFIRMED}",
      description =
          "How long a sign-up waits that nobody confirms (HANDBILL_KEEP_UNCONFIRMED, 30).")
  private @Nullable Integer unconfirmed;

  @Option(
      names = "--keep-unsubscribed",
      paramLabel = "DAYS",
      defaultValue = "${env:HANDBILL_KEEP_UNSUBSCRIBED}",
      description =
          "How long the receipt of one who left is kept (HANDBILL_KEEP_UNSUBSCRIBED, 1095).")
  private @Nullable Integer unsubscribed;

  @Option(
      names = "--keep-signups",
      paramLabel = "DAYS",
      defaultValue = "${env:HANDBILL_KEEP_SIGNUPS}",
      description = "How long all others are kept (HANDBILL_KEEP_SIGNUPS, for good).")
  private @Nullable Integer signups;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  Retention.Limits limits() {
    Retention.Limits usual = Retention.Limits.DEFAULT;
    return new Retention.Limits(
        days("--keep-unconfirmed", unconfirmed).orElse(usual.unconfirmed()),
        days("--keep-unsubscribed", unsubscribed).orElse(usual.unsubscribed()),
        days("--keep-signups", signups).or(usual::confirmed));
  }

  private Optional<Duration> days(String option, @Nullable Integer days) {
    if (days == null) {
      return Optional.empty();
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          option + ": '" + days + "' is no number of days. Write 1 to " + MOST_DAYS + ".");
    }
    return Optional.of(Duration.ofDays(days));
  }
}
