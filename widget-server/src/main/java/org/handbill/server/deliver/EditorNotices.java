package org.handbill.server.deliver;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.handbill.server.store.Queue;
import org.handbill.server.store.Queue.Next;
import org.handbill.server.store.SourceRecords;
import org.handbill.server.store.SourceRecords.Notice;
import org.handbill.server.store.StoreUnavailableException;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.RichText;
import org.handbill.widget.source.SourceStatus;
import org.handbill.widget.source.SourceStatus.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the network's editors when a source breaks, is held back or recovers: one mail for each
 * change, and about the same kind of trouble with one source no more than once a day. Thread-safe.
 */
public final class EditorNotices implements Queue.Job {

  private static final Logger LOG = LoggerFactory.getLogger(EditorNotices.class);
  private static final Messages MESSAGES = Messages.beside(EditorNotices.class);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration A_LITTLE_LATER = Duration.ofMinutes(1);
  private static final Duration SPREAD = Duration.ofSeconds(10);

  private final SourceRecords records;
  private final Supplier<Network> network;
  private final Mailer mailer;
  private final Clock clock;
  private final Lane lane = new Lane();
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());

  /**
   * @param network whose editors are told, in its first language
   */
  public EditorNotices(
      SourceRecords records, Supplier<Network> network, Mailer mailer, Clock clock) {
    this.records = records;
    this.network = network;
    this.mailer = mailer;
    this.clock = clock;
  }

  @Override
  public Next run(String id) throws StoreUnavailableException {
    Optional<Notice> found = records.notice(id);
    if (found.isEmpty() || found.get().status().state() == found.get().told()) {
      return new Next.Done();
    }
    Notice notice = found.get();
    Instant now = clock.instant();
    Optional<Instant> rest = lane.rest(now);
    if (rest.isPresent()) {
      return new Next.Again(backoff.soonAfter(rest.get(), SPREAD));
    }
    if (notice.status().state() != State.OK) {
      Optional<Instant> next = notice.toldAt().map(told -> told.plus(A_DAY));
      if (next.isPresent() && now.isBefore(next.get())) {
        return new Next.Again(next.get());
      }
    }
    if (!send(notice.status())) {
      return new Next.Again(
          backoff.soonAfter(lane.rest(now).orElse(now.plus(A_LITTLE_LATER)), SPREAD));
    }
    records.told(id, notice.status().state());
    // The source may have changed meanwhile; then there is one more thing to tell.
    return new Next.Again(now.plus(A_LITTLE_LATER));
  }

  /** Writes to all editors; false when that has to be tried again. */
  private boolean send(SourceStatus status) {
    boolean done = true;
    for (String editor : network.get().editors()) {
      Outcome outcome = mailer.send(mail(editor, status, network.get()));
      if (outcome instanceof Outcome.Later later) {
        lane.failed(clock.instant(), later.after());
        LOG.warn("A notice to the editors could not be sent yet: {}", later.reason());
        done = false;
      } else if (outcome instanceof Outcome.Refused refused) {
        LOG.warn("A notice to the editors cannot be sent: {}", refused.reason());
      } else {
        lane.succeeded();
      }
    }
    return done;
  }

  private static Mail mail(String editor, SourceStatus status, Network network) {
    Messages.Texts texts = MESSAGES.in(network.languages().first());
    String which = status.state().param();
    String served =
        status
            .goodAt()
            .map(time -> texts.format("notice.served", day(time)))
            .orElseGet(() -> texts.get("notice.nothing"));
    String text =
        String.join(
            "\n\n",
            texts.get("notice." + which + ".text"),
            status.uri().toString(),
            status.state() == State.OK ? "" : status.reason(),
            status.state() == State.OK ? "" : served,
            status.state() == State.HELD ? texts.format("notice.accept", status.uri()) : "",
            texts.format("notice.why", network.name()));
    String tidy = text.replaceAll("\n{3,}", "\n\n");
    return new Mail(
        editor,
        texts.language().tag(),
        texts.format("notice." + which + ".subject", where(status.uri())),
        tidy,
        "<!doctype html><html lang=\""
            + texts.language().tag()
            + "\" dir=\""
            + texts.language().dir()
            + "\"><meta charset=\"utf-8\"><body>"
            + RichText.plain(tidy).html()
            + "</body></html>",
        Map.of());
  }

  /** A source in a few words: its host, or the file's path. */
  private static String where(URI uri) {
    return uri.getHost() == null ? uri.toString() : uri.getHost();
  }

  private static String day(Instant time) {
    return time.toString().replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC");
  }
}
