package org.handbill.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.handbill.server.submit.guard.TrustedProxies;
import org.handbill.widget.InvalidNetworkException;
import org.handbill.widget.source.LinkChecks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of {@code serve}; each has an environment variable. */
final class ServeOptions {

  private static final int HIGHEST_PORT = 65_535;
  private static final String ABUSE_GUARD = "HANDBILL_ABUSE_GUARD";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:HANDBILL_PORT:-8080}",
      description = "The port to listen on; 0 picks a free one (HANDBILL_PORT, 8080).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "${env:HANDBILL_HOST:-127.0.0.1}",
      description = "The address to listen on (HANDBILL_HOST, 127.0.0.1).")
  private String host = "127.0.0.1";

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private MailOptions mail = new MailOptions();
  @Mixin private RetentionOptions retention = new RetentionOptions();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      defaultValue = "${env:HANDBILL_PUBLIC_URL}",
      description = "Where visitors reach the server (HANDBILL_PUBLIC_URL, the address itself).")
  private @Nullable String publicUrl;

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      defaultValue = "${env:HANDBILL_ADMIN_PORT}",
      description =
          "The port of the desk on the loopback address, or off"
              + " (HANDBILL_ADMIN_PORT, the public port plus one).")
  private @Nullable String adminPort;

  @Option(
      names = "--link-checks",
      paramLabel = "WHEN",
      defaultValue = "${env:HANDBILL_LINK_CHECKS:-daily}",
      description = "daily follows the links of all lists, off none (HANDBILL_LINK_CHECKS, daily).")
  private String linkChecks = "daily";

  @Option(
      names = "--trusted-proxies",
      paramLabel = "LIST",
      defaultValue = "${env:HANDBILL_TRUSTED_PROXIES}",
      description =
          "Addresses and blocks, with commas, of the proxies whose X-Forwarded-For counts"
              + " (HANDBILL_TRUSTED_PROXIES, none).")
  private @Nullable String trustedProxies;

  /** Serves until the process is told to stop; returns the exit code. */
  int serve(CommandSpec spec, Optional<Path> network) {
    Settings settings =
        Settings.of(network, host, checkedPort(spec), data.data(), checkedUrl(spec))
            .with(data.databaseUrl())
            .with(retention.limits())
            .with(mail.mailing())
            .with(checkedProxies(spec), checkedGuard(spec, System.getenv(ABUSE_GUARD)))
            .with(
                new Settings.Desk(
                    checkedAdminPort(spec),
                    adminPort != null && !adminPort.isBlank(),
                    AdminToken.in(System.getenv(), spec)))
            .following(checkedPace(spec));
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (!settings.guarded()) {
      err.println(
          "handbill: warning: "
              + ABUSE_GUARD
              + "=off, so every submission is taken. Never do this where visitors are.");
    }
    try {
      HandbillServer server = HandbillServer.start(settings);
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.close();
                    stopped.countDown();
                  },
                  "handbill-stop"));
      server.widgets().status().problems().forEach(problem -> err.println(problem));
      out.println(
          "Handbill serves " + server.widgets().network().name() + " at " + server.url() + "/");
      server.deskUrl().ifPresent(url -> out.println("The desk is at " + url));
      if (settings.desk().port().isPresent() && server.deskUrl().isEmpty()) {
        err.println(
            "handbill: warning: there is no desk, since port "
                + settings.desk().port().getAsInt()
                + " is taken. Choose another with --admin-port.");
      }
      if (settings.mailing().smtp().isEmpty()) {
        out.println(
            "Mails are written as files into "
                + settings.data().resolve("mail")
                + ", since HANDBILL_SMTP_URL is not set.");
      }
      server.widgets().previews().forEach(preview -> out.println("Preview of a draft: " + preview));
      out.flush();
      stopped.await();
      return 0;
    } catch (InvalidNetworkException broken) {
      broken.problems().forEach(problem -> err.println(problem));
      err.println("handbill: the network folder has errors, so it is not served. Mend them first.");
    } catch (BindException taken) {
      err.println(
          "handbill: cannot listen on "
              + taken.getMessage()
              + ". Stop what uses the port, or choose another with --port or --admin-port.");
    } catch (IOException failure) {
      err.println("handbill: cannot start: " + failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  /** The desk's port; next to a free one, it is a free one too. */
  private OptionalInt checkedAdminPort(CommandSpec spec) {
    if (adminPort == null || adminPort.isBlank()) {
      return OptionalInt.of(port == 0 || port == HIGHEST_PORT ? 0 : port + 1);
    }
    if (adminPort.strip().equals("off")) {
      return OptionalInt.empty();
    }
    if (adminPort.strip().matches("\\d{1,5}")
        && Integer.parseInt(adminPort.strip()) <= HIGHEST_PORT) {
      return OptionalInt.of(Integer.parseInt(adminPort.strip()));
    }
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "--admin-port: '" + adminPort + "' is no port. Write 0 to 65535, or off.");
  }

  private Optional<LinkChecks.Pace> checkedPace(CommandSpec spec) {
    return switch (linkChecks.strip()) {
      case "daily" -> Optional.of(LinkChecks.Pace.POLITE);
      case "off" -> Optional.empty();
      default ->
          throw new CommandLine.ParameterException(
              spec.commandLine(),
              "--link-checks: '" + linkChecks + "' is not known. Write daily or off.");
    };
  }

  private int checkedPort(CommandSpec spec) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--port: '" + port + "' is no port. Write 0 to 65535.");
    }
    return port;
  }

  private TrustedProxies checkedProxies(CommandSpec spec) {
    try {
      return TrustedProxies.of(trustedProxies == null ? "" : trustedProxies);
    } catch (IllegalArgumentException malformed) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--trusted-proxies: "
              + malformed.getMessage()
              + ". Write addresses and blocks with commas between, such as"
              + " 192.0.2.7,10.0.0.0/8.",
          malformed);
    }
  }

  /**
   * Whether submissions are guarded; only a server that nobody else reaches may go without.
   *
   * @param wish the environment's; null for none
   */
  private boolean checkedGuard(CommandSpec spec, @Nullable String wish) {
    if (wish == null || wish.isBlank() || wish.equals("on")) {
      return true;
    }
    if (!wish.equals("off")) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), ABUSE_GUARD + ": '" + wish + "' is not known. Write on or off.");
    }
    InetSocketAddress listening = new InetSocketAddress(host, 0);
    if (listening.isUnresolved() || !listening.getAddress().isLoopbackAddress()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          ABUSE_GUARD
              + "=off is for tests on this machine alone. Listen on 127.0.0.1 (--host), or leave"
              + " the guard on.");
    }
    return false;
  }

  private Optional<URI> checkedUrl(CommandSpec spec) {
    if (publicUrl == null || publicUrl.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(PublicUrl.checked(spec, "--public-url", publicUrl));
  }
}
