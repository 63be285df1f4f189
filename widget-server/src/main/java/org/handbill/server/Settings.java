package org.handbill.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.handbill.server.deliver.SmtpServer;
import org.handbill.server.store.Retention;
import org.handbill.server.submit.guard.TrustedProxies;
import org.handbill.widget.source.LinkChecks;

/**
 * How the server runs. {@link Main} fills it from options and the environment.
 *
 * @param network the network folder; empty for the sample that the jar carries
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any free one
 * @param data where sign-ups are kept
 * @param publicUrl where visitors reach the server; empty for the listening address itself
 * @param databaseUrl PostgreSQL; empty for SQLite in the data folder
 * @param retention how long sign-ups are kept
 * @param polling how often the queue is looked at when nothing tells of new work
 * @param mailing how mails are sent
 * @param clock what tells the time
 * @param proxies whose word is taken on where a request comes from
 * @param guarded false to take every submission, for tests under load
 * @param desk the second listener, for those who run the server
 * @param linkChecks how fast links are followed; empty to follow none
 */
public record Settings(
    Optional<Path> network,
    String host,
    int port,
    Path data,
    Optional<URI> publicUrl,
    Optional<URI> databaseUrl,
    Retention.Limits retention,
    Duration polling,
    Mailing mailing,
    Clock clock,
    TrustedProxies proxies,
    boolean guarded,
    Desk desk,
    Optional<LinkChecks.Pace> linkChecks) {

  private static final Duration POLLING = Duration.ofSeconds(2);

  /** Those of the command line's own; everything else as it is without further options. */
  public static Settings of(
      Optional<Path> network, String host, int port, Path data, Optional<URI> publicUrl) {
    return new Settings(
        network,
        host,
        port,
        data,
        publicUrl,
        Optional.empty(),
        Retention.Limits.DEFAULT,
        POLLING,
        Mailing.NONE,
        Clock.systemUTC(),
        TrustedProxies.NONE,
        true,
        Desk.NONE,
        Optional.empty());
  }

  /** The same, with sign-ups kept there. */
  public Settings with(Optional<URI> database) {
    return with(database, retention, mailing, clock, proxies, guarded, desk, linkChecks);
  }

  /** The same, with sign-ups kept for so long. */
  public Settings with(Retention.Limits limits) {
    return with(databaseUrl, limits, mailing, clock, proxies, guarded, desk, linkChecks);
  }

  /** The same, with mails sent in that way. */
  public Settings with(Mailing other) {
    return with(databaseUrl, retention, other, clock, proxies, guarded, desk, linkChecks);
  }

  /** The same, with another clock. */
  public Settings with(Clock other) {
    return with(databaseUrl, retention, mailing, other, proxies, guarded, desk, linkChecks);
  }

  /** The same, with another guard at the door. */
  public Settings with(TrustedProxies trusted, boolean guard) {
    return with(databaseUrl, retention, mailing, clock, trusted, guard, desk, linkChecks);
  }

  /** The same, with that second listener. */
  public Settings with(Desk other) {
    return with(databaseUrl, retention, mailing, clock, proxies, guarded, other, linkChecks);
  }

  /** The same, with links followed that fast; empty to follow none. */
  public Settings following(Optional<LinkChecks.Pace> pace) {
    return with(databaseUrl, retention, mailing, clock, proxies, guarded, desk, pace);
  }

  private Settings with(
      Optional<URI> database,
      Retention.Limits limits,
      Mailing mails,
      Clock time,
      TrustedProxies trusted,
      boolean guard,
      Desk admin,
      Optional<LinkChecks.Pace> pace) {
    return new Settings(
        network, host, port, data, publicUrl, database, limits, polling, mails, time, trusted,
        guard, admin, pace);
  }

  /**
   * The second listener; it is on the loopback address.
   *
   * @param port 0 for any free one; empty for no such listener
   * @param wanted whether somebody asked for that port, so that nothing starts without it
   * @param token what changes on the desk ask for; empty to change nothing there
   */
  public record Desk(OptionalInt port, boolean wanted, Optional<String> token) {

    /** None. */
    public static final Desk NONE = new Desk(OptionalInt.empty(), false, Optional.empty());
  }

  /**
   * How mails are sent.
   *
   * @param smtp the server that takes them; empty to write them as files into the data folder
   * @param from whom they come from, with or without a name; empty for nobody at the public host
   */
  public record Mailing(Optional<SmtpServer> smtp, Optional<String> from) {

    /** As files, from nobody. */
    public static final Mailing NONE = new Mailing(Optional.empty(), Optional.empty());
  }
}
