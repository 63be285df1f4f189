package org.handbill.widget.source;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
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
import java.util.stream.Stream;
import org.handbill.widget.model.Paging;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads what sources hold. A file is read each time; an address is fetched when its copy has grown
 * old. What cannot be read, or has lost its entries, is not taken over: the last good copy stays,
 * and is kept over restarts. Thread-safe.
 */
public final class Sources implements AutoCloseable {

  private static final int AT_ONCE = 4;

  private final HttpFetcher fetcher;
  private final Clock clock;
  private final LastGood lastGood;
  private final FolderSources files;
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
    this.lastGood = new LastGood(memory);
    this.files = new FolderSources(lastGood, clock);
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
              ? files.read(root, file, sources, scales, problems)
              : copy((Source.AtUrl) source, problems);
      if (bytes != null) {
        read.put(source, bytes);
      }
    }
    return read;
  }

  /**
   * True when there is more to read than the folder's watch tells: an address whose copy has grown
   * old, or what was held back and is accepted.
   */
  public boolean due(Source source) {
    return source instanceof Source.InFolder file ? files.due(file) : due((Source.AtUrl) source);
  }

  private boolean due(Source.AtUrl url) {
    SourceCopy copy = copies.get(Address.of(url));
    return copy == null || !clock.instant().isBefore(copy.due()) || accepted(url, copy);
  }

  /** What stands for a source in its status. */
  public static URI address(Source source) {
    return source instanceof Source.InFolder file
        ? FolderSources.address(file.path())
        : ((Source.AtUrl) source).uri();
  }

  /** How these sources are. */
  public List<SourceStatus> statuses(Collection<Source> sources) {
    return sources.stream()
        .flatMap(
            source ->
                source instanceof Source.InFolder file
                    ? files.status(file)
                    : Stream.ofNullable(copies.get(Address.of((Source.AtUrl) source)))
                        .map(SourceCopy::status))
        .distinct()
        .sorted(Comparator.comparing(status -> status.uri().toString()))
        .toList();
  }

  /** Those that are to be fetched, each address once. */
  private List<Source.AtUrl> due(Collection<Source> sources) {
    Map<Address, Source.AtUrl> due = new LinkedHashMap<>();
    sources.stream()
        .filter(Source.AtUrl.class::isInstance)
        .map(Source.AtUrl.class::cast)
        .filter(this::due)
        .forEach(url -> due.putIfAbsent(Address.of(url), url));
    return List.copyOf(due.values());
  }

  /** Takes what was kept of an address that this process has not read yet. */
  private boolean recalled(Source.AtUrl url) {
    if (copies.containsKey(Address.of(url))) {
      return false;
    }
    Optional<SourceMemory.Kept> kept = lastGood.of(url.uri());
    kept.filter(found -> found.bytes().isPresent())
        .ifPresent(found -> copies.put(Address.of(url), SourceCopy.of(found, clock.instant())));
    return copies.containsKey(Address.of(url));
  }

  /** Looks now and then whether an editor has accepted what is held back; then it is due. */
  private boolean accepted(Source.AtUrl url, SourceCopy copy) {
    Instant now = clock.instant();
    if (!copy.asks(now)) {
      return false;
    }
    boolean accepted = lastGood.accepted(copy);
    copies.put(Address.of(url), accepted ? copy.dueAt(now) : copy.askedAt(now));
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
    SourceCopy previous = current(url);
    Fetched fetched = new PagedFetch(fetcher, url, clock).after(previous);
    SourceCopy next =
        new Takeover(url, previous, scales, clock.instant())
            .of(fetched, () -> lastGood.accepted(current(url)));
    copies.put(Address.of(url), next);
    lastGood.keep(previous, next);
  }

  private SourceCopy current(Source.AtUrl url) {
    return copies.getOrDefault(Address.of(url), SourceCopy.NONE);
  }

  private @Nullable SourceBytes copy(Source.AtUrl url, Problems problems) {
    SourceCopy copy = copies.get(Address.of(url));
    if (copy == null) {
      return null;
    }
    copy.report(url.place(), problems);
    return copy.bytes().orElse(null);
  }

  @Override
  public void close() {
    fetches.shutdownNow();
    fetcher.close();
  }
}
