package org.handbill.server.deliver;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbill.server.store.Queue;
import org.handbill.server.store.Queue.Next;
import org.handbill.server.store.SourceRecords;
import org.handbill.server.store.SourceRecords.Notice;
import org.handbill.server.store.StoreUnavailableException;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.model.RichText;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.source.SourceStatus;
import org.handbill.widget.source.SourceStatus.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the network's editors when sources break, are held back or recover: one mail for what
 * changed together, and a few a day at most about one source that goes to and fro. Thread-safe.
 */
public final class EditorNotices implements Queue.Job {

  private static final Logger LOG = LoggerFactory.getLogger(EditorNotices.class);
  private static final Messages MESSAGES = Messages.beside(EditorNotices.class);
  private static final int LONGEST_NAME = 70;
  private static final Duration A_LITTLE_LATER = Duration.ofMinutes(1);
  private static final Duration SPREAD = Duration.ofSeconds(10);

  private final SourceRecords records;
  private final Supplier<Network> network;
  private final Function<URI, List<WidgetFile>> readers;
  private final Mailer mailer;
  private final Clock clock;
  private final Lane lane = new Lane();
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());

  /**
   * @param network whose editors are told, in its first language
   * @param readers the lists that read a source, by its address
   */
  public EditorNotices(
      SourceRecords records,
      Supplier<Network> network,
      Function<URI, List<WidgetFile>> readers,
      Mailer mailer,
      Clock clock) {
    this.records = records;
    this.network = network;
    this.readers = readers;
    this.mailer = mailer;
    this.clock = clock;
  }

  @Override
  public Next run(String id) throws StoreUnavailableException {
    List<Notice> untold = records.notices();
    if (untold.isEmpty()) {
      return new Next.Done();
    }
    Instant now = clock.instant();
    Optional<Instant> rest = lane.rest(now);
    if (rest.isPresent()) {
      return new Next.Again(backoff.soonAfter(rest.get(), SPREAD));
    }
    List<Notice> due =
        untold.stream().filter(notice -> NoticePace.next(notice.sent(), now).isEmpty()).toList();
    if (due.isEmpty()) {
      return new Next.Again(soonest(untold, now));
    }
    if (!send(due.stream().map(Notice::status).toList())) {
      return new Next.Again(
          backoff.soonAfter(lane.rest(now).orElse(now.plus(A_LITTLE_LATER)), SPREAD));
    }
    for (Notice notice : due) {
      records.told(notice.status(), NoticePace.with(notice.sent(), now));
    }
    // A source may have changed meanwhile; then there is one more thing to tell.
    return new Next.Again(now.plus(A_LITTLE_LATER));
  }

  private static Instant soonest(List<Notice> notices, Instant now) {
    return notices.stream()
        .flatMap(notice -> NoticePace.next(notice.sent(), now).stream())
        .min(Comparator.naturalOrder())
        .orElse(now);
  }

  /** Writes to all editors; false when that has to be tried again. */
  private boolean send(List<SourceStatus> changed) {
    boolean done = true;
    for (String editor : network.get().editors()) {
      Outcome outcome = mailer.send(mail(editor, changed, network.get()));
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

  private Mail mail(String editor, List<SourceStatus> changed, Network network) {
    Messages.Texts texts = MESSAGES.in(network.languages().first());
    String text =
        Stream.concat(
                changed.stream().map(status -> told(status, network, texts)),
                Stream.of(texts.format("notice.why", network.name())))
            .collect(Collectors.joining("\n\n"));
    return new Mail(
        editor,
        texts.language().tag(),
        subject(changed, network, texts),
        text,
        "<!doctype html><html lang=\""
            + texts.language().tag()
            + "\" dir=\""
            + texts.language().dir()
            + "\"><meta charset=\"utf-8\"><body>"
            + RichText.plain(text).html()
            + "</body></html>",
        Map.of());
  }

  private String subject(List<SourceStatus> changed, Network network, Messages.Texts texts) {
    SourceStatus first = changed.get(0);
    String which = first.state().param();
    if (changed.size() == 1) {
      return texts.format(
          "notice." + which + ".subject", lists(first.uri(), network), name(first.uri()));
    }
    boolean alike = changed.stream().allMatch(status -> status.state() == first.state());
    return texts.format(
        alike ? "notice." + which + ".many" : "notice.many", network.name(), changed.size());
  }

  /** How a source is, in words. */
  private String told(SourceStatus status, Network network, Messages.Texts texts) {
    boolean well = status.state() == State.OK;
    return Stream.of(
            texts.format(
                "notice." + status.state().param() + ".text", lists(status.uri(), network)),
            status.uri().toString(),
            well ? "" : status.reason(),
            well ? "" : shown(status, texts),
            status.state() == State.HELD ? texts.format("notice.accept", status.uri()) : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /** What visitors see meanwhile. */
  private static String shown(SourceStatus status, Messages.Texts texts) {
    return status
        .goodAt()
        .map(time -> texts.format("notice." + status.state().param() + ".served", day(time)))
        .orElseGet(() -> texts.get("notice.nothing"));
  }

  /** The titles of the lists that read a source. */
  private String lists(URI source, Network network) {
    String titles =
        readers.apply(source).stream()
            .map(list -> PlainText.line(list.title().in(network.languages().first())))
            .distinct()
            .collect(Collectors.joining(", "));
    return titles.isEmpty() ? network.name() : shortened(titles);
  }

  /** A source in a few words, by which one on the same host is another. */
  private static String name(URI source) {
    return shortened(source.toString().replaceFirst("^https?://", ""));
  }

  private static String shortened(String name) {
    // An address differs from another at its beginning or at its end, rarely in between.
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, LONGEST_NAME / 2)
            + "…"
            + name.substring(name.length() - LONGEST_NAME / 2);
  }

  private static String day(Instant time) {
    return time.toString().replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC");
  }
}
