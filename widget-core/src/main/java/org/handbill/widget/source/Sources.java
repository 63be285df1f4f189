package org.handbill.widget.source;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.handbill.widget.model.Paging;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what sources hold. A file is read each time; an address is fetched when its copy has grown
 * old. What cannot be read, or has lost its entries, is not taken over: the last good copy stays,
 * and is kept over restarts. Thread-safe.
 */
public final class Sources implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
  private static final int AT_ONCE = 4;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final HttpFetcher fetcher;
  private final Clock clock;
  private final SourceMemory memory;
  private final FolderSources files = new FolderSources();
  private final Map<Address, SourceCopy> copies = new ConcurrentHashMap<>();
  private final ExecutorService fetches =
      Executors.newFixedThreadPool(
          AT_ONCE,
          task -> {
            Thread thread = new Thread(task, "handbill-fetch");
            thread.setDaemon(true);
            return thread;
          });

  private record Address(URI uri, boolean allowPrivate, Optional<Paging> paging, int mostBytes) {
    static Address of(Source.AtUrl url) {
      return new Address(url.uri(), url.allowPrivate(), url.paging(), url.mostBytes());
    }
  }

  /** Tells how much a source's bytes hold. */
  public interface Scales {
    /**
     * How many entries there are.
     *
     * @param problems takes what makes the bytes unfit to be shown, as an error
     */
    int entries(Source source, SourceBytes bytes, Problems problems);
  }

  /**
   * @param about where a server's operator can read who is asking, for the user agent
   * @param clock tells when a copy has grown old
   * @param memory what is known from before this process
   */
  public Sources(URI about, Clock clock, SourceMemory memory) {
    this.fetcher = new HttpFetcher(about, Set.of(), HttpFetcher.Limits.DEFAULT);
    this.clock = clock;
    this.memory = memory;
  }

  /**
   * Reads all that can be read; whatever cannot is reported and left out. What was kept of an
   * address is good enough for a beginning: it is fetched anew with the next reading.
   *
   * @param root the network folder
   */
  public Map<Source, SourceBytes> read(
      Path root, Collection<Source> sources, Scales scales, Problems problems) {
    List<Source.AtUrl> due = due(sources).stream().filter(url -> !recalled(url)).toList();
    fetch(due, scales);
    Map<Source, SourceBytes> read = new LinkedHashMap<>();
    for (Source source : sources) {
      SourceBytes bytes =
          source instanceof Source.InFolder file
              ? files.read(root, file, scales, problems)
              : copy((Source.AtUrl) source, problems);
      if (bytes != null) {
        read.put(source, bytes);
      }
    }
    return read;
  }

  /** True when {@link #read} would fetch something. */
  public boolean due(Source source) {
    if (!(source instanceof Source.AtUrl url)) {
      return false;
    }
    SourceCopy copy = copies.get(Address.of(url));
    return copy == null || !clock.instant().isBefore(copy.due()) || accepted(url, copy);
  }

  /** How the addresses among these sources are. */
  public List<SourceStatus> statuses(Collection<Source> sources) {
    return sources.stream()
        .filter(Source.AtUrl.class::isInstance)
        .map(source -> copies.get(Address.of((Source.AtUrl) source)))
        .filter(copy -> copy != null)
        .map(SourceCopy::status)
        .distinct()
        .sorted(Comparator.comparing(status -> status.uri().toString()))
        .toList();
  }

  /** Those that are to be fetched, each address once. */
  private List<Source.AtUrl> due(Collection<Source> sources) {
    Map<Address, Source.AtUrl> due = new LinkedHashMap<>();
    sources.stream()
        .filter(this::due)
        .map(Source.AtUrl.class::cast)
        .forEach(url -> due.putIfAbsent(Address.of(url), url));
    return List.copyOf(due.values());
  }

  /** Takes what was kept of an address that this process has not read yet. */
  private boolean recalled(Source.AtUrl url) {
    if (copies.containsKey(Address.of(url))) {
      return false;
    }
    Optional<SourceMemory.Kept> kept = remembered(url.uri());
    kept.filter(found -> found.bytes().isPresent())
        .ifPresent(found -> copies.put(Address.of(url), SourceCopy.of(found, clock.instant())));
    return copies.containsKey(Address.of(url));
  }

  private Optional<SourceMemory.Kept> remembered(URI uri) {
    try {
      return memory.source(uri);
    } catch (RuntimeException unreachable) {
      LOG.warn("What was kept of the sources cannot be read now", unreachable);
      return Optional.empty();
    }
  }

  /** Looks now and then whether an editor has accepted what is held back; then it is due. */
  private boolean accepted(Source.AtUrl url, SourceCopy copy) {
    Instant now = clock.instant();
    if (copy.status().state() != SourceStatus.State.HELD || now.isBefore(copy.askAgain())) {
      return false;
    }
    boolean accepted = wanted(url);
    copies.put(
        Address.of(url), accepted ? copy.dueAt(now) : copy.askedUntil(now.plus(BETWEEN_LOOKS)));
    return accepted;
  }

  private void fetch(List<Source.AtUrl> due, Scales scales) {
    CompletableFuture.allOf(
            due.stream()
                .map(url -> CompletableFuture.runAsync(() -> fetch(url, scales), fetches))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private void fetch(Source.AtUrl url, Scales scales) {
    SourceCopy previous = copies.getOrDefault(Address.of(url), SourceCopy.NONE);
    Fetched fetched = new PagedFetch(fetcher, url, clock).after(previous);
    SourceCopy next =
        new Takeover(url, previous, scales, clock.instant()).of(fetched, () -> wanted(url));
    copies.put(Address.of(url), next);
    if (!next.status().equals(previous.status()) || !next.bytes().equals(previous.bytes())) {
      keep(next);
    }
  }

  /** Whether an editor wants what is held back. */
  private boolean wanted(Source.AtUrl url) {
    SourceCopy copy = copies.getOrDefault(Address.of(url), SourceCopy.NONE);
    try {
      return copy.status().state() == SourceStatus.State.HELD
          && memory.accepted(url.uri(), copy.status().since());
    } catch (RuntimeException unreachable) {
      return false;
    }
  }

  private void keep(SourceCopy copy) {
    try {
      memory.keep(copy.kept());
    } catch (RuntimeException unreachable) {
      LOG.warn("A source could not be kept for after a restart", unreachable);
    }
  }

  private @Nullable SourceBytes copy(Source.AtUrl url, Problems problems) {
    SourceCopy copy = copies.get(Address.of(url));
    if (copy == null) {
      return null;
    }
    if (copy.status().state() != SourceStatus.State.OK) {
      problems.warning(
          NetworkFolder.MESSAGES,
          url.place(),
          copy.bytes().isPresent() ? "source.last-good" : "source.nothing",
          copy.status().reason());
    }
    return copy.bytes().orElse(null);
  }

  @Override
  public void close() {
    fetches.shutdownNow();
    fetcher.close();
  }
}
