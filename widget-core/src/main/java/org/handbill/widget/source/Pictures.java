package org.handbill.widget.source;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.handbill.widget.model.OutboundLink;
import org.handbill.widget.model.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the pictures of lists in the background, one at a time, through the same guard as
 * sources, so that a visitor's browser asks nobody but the widget server for them. One that cannot
 * be had any more stays as it was. Thread-safe.
 */
public final class Pictures implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
  private static final Duration GOOD_FOR = Duration.ofDays(7);
  private static final Duration AFTER_FAILURE = Duration.ofDays(1);
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final long MOST_BYTES = 24L * 1024 * 1024; // of memory, for all lists together

  private final HttpFetcher fetcher;
  private final Clock clock;
  private final SourceMemory memory;
  private final Map<URI, Picture> ready = new ConcurrentHashMap<>();
  private final Map<String, Picture> byName = new ConcurrentHashMap<>();
  private final Map<URI, Instant> tried = new ConcurrentHashMap<>();
  private final Set<URI> recalled = ConcurrentHashMap.newKeySet();
  private final AtomicLong version = new AtomicLong();
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile List<OutboundLink> wanted = List.of();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "handbill-pictures");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param about where a server's operator can read who is asking
   * @param memory what is known from before this process
   */
  public Pictures(URI about, Clock clock, SourceMemory memory) {
    this.fetcher = new HttpFetcher(about, Set.of(), HttpFetcher.Limits.DEFAULT);
    this.clock = clock;
    this.memory = memory;
  }

  /** Keeps these from now on, and no others. */
  public void follow(Collection<OutboundLink> pictures) {
    wanted = pictures.stream().filter(LinkChecks::somebodys).distinct().toList();
    Set<URI> uris = wanted.stream().map(OutboundLink::uri).collect(Collectors.toSet());
    ready.keySet().retainAll(uris);
    byName.values().retainAll(ready.values());
    tried.keySet().retainAll(uris);
    recalled.retainAll(uris);
  }

  /** Begins to fetch what is missing or has grown old; returns at once. */
  public void start() {
    if (wanted.stream().anyMatch(this::due) && busy.compareAndSet(false, true)) {
      worker.execute(this::fetchAll);
    }
  }

  /** Fetches all of these now, and waits for it. */
  public void now(Collection<OutboundLink> pictures) {
    follow(pictures);
    fetchAll();
  }

  private boolean due(OutboundLink link) {
    Instant before = tried.get(link.uri());
    Picture picture = ready.get(link.uri());
    Instant now = clock.instant();
    boolean rested = before == null || !now.isBefore(before.plus(AFTER_FAILURE));
    boolean old = picture == null || !now.isBefore(picture.fetched().plus(GOOD_FOR));
    return rested && old;
  }

  private void fetchAll() {
    try {
      wanted.forEach(link -> recall(link.uri()));
      for (OutboundLink link : wanted) {
        if (due(link) && room()) {
          fetch(link);
          Thread.sleep(BETWEEN.toMillis());
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("The pictures could not all be fetched", e);
    } finally {
      busy.set(false);
    }
  }

  private boolean room() {
    return ready.values().stream().mapToLong(picture -> picture.bytes().length).sum() < MOST_BYTES;
  }

  private void recall(URI uri) {
    if (recalled.add(uri) && room()) {
      memory.picture(uri).ifPresent(picture -> take(uri, picture));
    }
  }

  private void fetch(OutboundLink link) {
    tried.put(link.uri(), clock.instant());
    if (!(fetcher.fetch(link.uri(), link.allowPrivate(), Optional.empty())
        instanceof Fetched.Fresh fresh)) {
      return;
    }
    PictureFile.shrunk(fresh.bytes().bytes())
        .ifPresent(
            bytes -> {
              Picture picture = Picture.of(bytes, clock.instant());
              take(link.uri(), picture);
              tried.remove(link.uri());
              memory.keep(link.uri(), picture);
            });
  }

  private void take(URI uri, Picture picture) {
    byName.put(picture.name(), picture);
    Picture before = ready.put(uri, picture);
    if (before == null || !before.name().equals(picture.name())) {
      version.incrementAndGet();
    }
  }

  /** The names of those that are ready, by the address where each came from. */
  public Map<URI, String> names() {
    Map<URI, String> names = new LinkedHashMap<>();
    ready.forEach((uri, picture) -> names.put(uri, picture.name()));
    return names;
  }

  /** The picture with a name, where it is ready. */
  public Optional<Picture> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Grows when a picture has come or changed. */
  public long version() {
    return version.get();
  }

  /** True while nothing is being fetched. */
  public boolean idle() {
    return !busy.get();
  }

  @Override
  public void close() {
    worker.shutdownNow();
    fetcher.close();
  }
}
