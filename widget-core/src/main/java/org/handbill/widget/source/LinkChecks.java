package org.handbill.widget.source;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.LinkHealth.State;
import org.handbill.widget.model.OutboundLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the links of all lists in the background, each about once a day: one request at a time
 * for a host, with a pause after it, and a few hosts at once. What did not answer is asked again
 * sooner, and is dead only after three days of silence. Thread-safe.
 *
 * <p>While no other host answers either, the fault is likely here: in this server's own network, or
 * on its way out of it. Such silence says nothing of a link, and does not count.
 */
public final class LinkChecks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LinkChecks.class);
  private static final int HOSTS_AT_ONCE = 4;
  private static final Duration DAILY = Duration.ofDays(1);
  private static final Duration AFTER_SILENCE = Duration.ofHours(3);
  private static final Duration SILENT_UNTIL_DEAD = Duration.ofDays(3);

  /** What answers is asked daily: an answer tells that the network works for somewhat longer. */
  private static final Duration AN_ANSWER_TELLS = Duration.ofHours(36);

  private static final Set<State> ANSWERED = Set.of(State.OK, State.MOVED, State.BLOCKED);
  private static final double JITTER = 0.2;

  /** Names that belong to nobody (RFC 2606, RFC 6761). */
  private static final Pattern RESERVED =
      Pattern.compile("(?:.*\\.)?(?:example|invalid|test|example\\.(?:com|net|org))\\.?");

  private final FetchAttempt.Terms open;
  private final Pace pace;
  private final Clock clock;
  private final SourceMemory memory;
  private final BoundedCalls calls = new BoundedCalls();
  private final Map<URI, LinkHealth> known = new ConcurrentHashMap<>();
  private final Map<URI, Instant> notToBeAsked = new ConcurrentHashMap<>();
  private final Set<OutboundLink> links = ConcurrentHashMap.newKeySet();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final AtomicLong version = new AtomicLong();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          HOSTS_AT_ONCE,
          task -> {
            Thread thread = new Thread(task, "handbill-links");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * How fast links are followed.
   *
   * @param betweenRequests to one host
   */
  public record Pace(Duration betweenRequests) {
    /** A second: no host notices. */
    public static final Pace POLITE = new Pace(Duration.ofSeconds(1));
  }

  /**
   * @param about where a server's operator can read who is asking
   * @param memory what is known from before this process
   */
  public LinkChecks(URI about, Pace pace, Clock clock, SourceMemory memory) {
    this.open =
        new FetchAttempt.Terms(
            HttpFetcher.userAgent(about),
            Set.of(),
            HttpFetcher.Limits.DEFAULT,
            InetAddress::getAllByName,
            HttpFetcher.defaultTls(),
            false);
    this.pace = pace;
    this.clock = clock;
    this.memory = memory;
  }

  /** Follows these from now on, and no others. */
  public void follow(Collection<OutboundLink> wanted) {
    Set<OutboundLink> now =
        wanted.stream().filter(LinkChecks::somebodys).collect(Collectors.toSet());
    Set<URI> fresh =
        now.stream()
            .map(OutboundLink::uri)
            .filter(uri -> !known.containsKey(uri))
            .collect(Collectors.toSet());
    links.retainAll(now);
    links.addAll(now);
    Set<URI> uris = now.stream().map(OutboundLink::uri).collect(Collectors.toSet());
    known.keySet().retainAll(uris);
    notToBeAsked.keySet().retainAll(uris);
    if (!fresh.isEmpty()) {
      recall(fresh);
    }
  }

  private void recall(Set<URI> fresh) {
    try {
      Map<URI, LinkHealth> before = memory.health(fresh);
      known.putAll(before);
      if (!before.isEmpty()) {
        version.incrementAndGet();
      }
    } catch (RuntimeException unreachable) {
      LOG.warn("What was kept of the links cannot be read now", unreachable);
    }
  }

  static boolean somebodys(OutboundLink link) {
    return link.uri().getHost() != null && !RESERVED.matcher(host(link.uri())).matches();
  }

  private static String host(URI link) {
    return link.getHost().toLowerCase(Locale.ROOT);
  }

  /** How they were when they were last followed. */
  public Map<URI, LinkHealth> health() {
    return Map.copyOf(known);
  }

  /** Grows when the state of a link has changed. */
  public long version() {
    return version.get();
  }

  /** True while nothing is being followed. */
  public boolean idle() {
    return busy.isEmpty();
  }

  /** Begins to follow what is due; returns at once. */
  public void start() {
    Map<String, Queue<OutboundLink>> byHost = new LinkedHashMap<>();
    for (OutboundLink link : links) {
      String host = host(link.uri());
      if (due(link.uri()) && !busy.contains(host)) {
        byHost.computeIfAbsent(host, any -> new ArrayDeque<>()).add(link);
      }
    }
    byHost.forEach(
        (host, queue) -> {
          if (busy.add(host)) {
            workers.execute(() -> followAll(host, queue));
          }
        });
  }

  /** Follows all of these now, and waits for it; those that may not be asked are left out. */
  public Map<URI, LinkHealth> now(Collection<OutboundLink> wanted) throws InterruptedException {
    known.clear();
    links.clear();
    links.addAll(wanted.stream().filter(LinkChecks::somebodys).toList());
    start();
    while (!idle()) {
      Thread.sleep(POLL_MS);
    }
    return health();
  }

  private static final long POLL_MS = 50;

  private boolean due(URI link) {
    LinkHealth health = known.get(link);
    Instant refused = notToBeAsked.get(link);
    if (refused != null && clock.instant().isBefore(refused.plus(DAILY))) {
      return false;
    }
    if (health == null) {
      return true;
    }
    Duration wait = health.state() == State.UNREACHABLE ? AFTER_SILENCE : DAILY;
    // Spread by the address itself, so that a list that was followed in one go is not for ever.
    double spread = 1 - JITTER * Math.floorMod(link.hashCode(), 1000) / 1000.0;
    return !clock
        .instant()
        .isBefore(health.checked().plusMillis(Math.round(wait.toMillis() * spread)));
  }

  private void followAll(String host, Queue<OutboundLink> queue) {
    try {
      Map<URI, LinkHealth> found = new HashMap<>();
      Set<URI> done = new HashSet<>();
      for (OutboundLink link : queue) {
        if (!done.add(link.uri())) {
          continue;
        }
        Optional<LinkHealth> health = follow(link);
        health.ifPresentOrElse(
            known -> found.put(link.uri(), known),
            () -> notToBeAsked.put(link.uri(), clock.instant()));
        Thread.sleep(pace.betweenRequests().toMillis());
      }
      memory.keep(found);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("The links to a host could not all be followed", e);
    } finally {
      busy.remove(host);
    }
  }

  private Optional<LinkHealth> follow(OutboundLink link) {
    FetchAttempt.Terms terms =
        new FetchAttempt.Terms(
            open.userAgent(),
            open.extraPorts(),
            open.limits(),
            open.lookup(),
            open.tls(),
            link.allowPrivate());
    LinkProbe.Found silence = LinkProbe.Found.of(State.UNREACHABLE);
    try (LinkProbe probe = new LinkProbe(terms)) {
      return calls
          .within(
              open.limits().total(),
              () -> probe.run(link.uri()),
              () -> Optional.of(silence),
              Optional::<LinkProbe.Found>empty)
          .map(found -> taken(link.uri(), found));
    }
  }

  private LinkHealth taken(URI link, LinkProbe.Found found) {
    Instant now = clock.instant();
    LinkHealth before = known.get(link);
    LinkHealth after =
        found.state() == State.UNREACHABLE
            ? silent(Optional.ofNullable(before), now, othersAnswer(link, now))
            : answered(Optional.ofNullable(before), found, now);
    known.put(link, after);
    if (before == null
        || before.state() != after.state()
        || !before.movedTo().equals(after.movedTo())) {
      version.incrementAndGet();
    }
    return after;
  }

  private boolean othersAnswer(URI link, Instant now) {
    return known.entrySet().stream()
        .filter(other -> !host(other.getKey()).equals(host(link)))
        .map(Map.Entry::getValue)
        .anyMatch(
            other ->
                ANSWERED.contains(other.state())
                    && now.isBefore(other.checked().plus(AN_ANSWER_TELLS)));
  }

  static LinkHealth answered(Optional<LinkHealth> before, LinkProbe.Found found, Instant now) {
    Instant since =
        before.filter(health -> health.state() == found.state()).map(LinkHealth::since).orElse(now);
    return new LinkHealth(found.state(), found.movedTo(), now, since);
  }

  /**
   * Silence counts from its first day, also once it has made a link dead.
   *
   * @param counts false where it says nothing of the link: the time since it was last asked is
   *     taken out of the count
   */
  static LinkHealth silent(Optional<LinkHealth> before, Instant now, boolean counts) {
    Optional<LinkHealth> dead = before.filter(health -> health.state() == State.DEAD);
    if (dead.isPresent()) {
      return new LinkHealth(State.DEAD, Optional.empty(), now, dead.get().since());
    }
    Instant since =
        before
            .filter(health -> health.state() == State.UNREACHABLE)
            .map(
                health ->
                    counts
                        ? health.since()
                        : health.since().plus(Duration.between(health.checked(), now)))
            .orElse(now);
    boolean gone = counts && !now.isBefore(since.plus(SILENT_UNTIL_DEAD));
    return new LinkHealth(gone ? State.DEAD : State.UNREACHABLE, Optional.empty(), now, since);
  }

  @Override
  public void close() {
    workers.shutdownNow();
    calls.close();
  }
}
