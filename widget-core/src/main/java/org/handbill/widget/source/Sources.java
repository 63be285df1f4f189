package org.handbill.widget.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads what sources hold. A file is read each time; an address is fetched when its copy has grown
 * old, and when that fails its last good copy stays. Thread-safe.
 */
public final class Sources implements AutoCloseable {

  private static final int LARGEST = 2 * 1024 * 1024;
  private static final int AT_ONCE = 4;
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final HttpFetcher fetcher;
  private final Clock clock;
  private final Map<Address, Copy> copies = new ConcurrentHashMap<>();
  private final ExecutorService fetches =
      Executors.newFixedThreadPool(
          AT_ONCE,
          task -> {
            Thread thread = new Thread(task, "handbill-fetch");
            thread.setDaemon(true);
            return thread;
          });

  private record Address(URI uri, boolean allowPrivate) {}

  /** The last good bytes, whether they are still asked for in vain, and when to ask again. */
  private record Copy(
      Optional<SourceBytes> bytes, Validators validators, Optional<String> failure, Instant due) {}

  /**
   * @param about where a server's operator can read who is asking, for the user agent
   * @param clock tells when a copy has grown old
   */
  public Sources(URI about, Clock clock) {
    this.fetcher = new HttpFetcher(about, Set.of(), HttpFetcher.Limits.DEFAULT);
    this.clock = clock;
  }

  /**
   * Reads all that can be read; whatever cannot is reported and left out.
   *
   * @param root the network folder
   */
  public Map<Source, SourceBytes> read(Path root, Collection<Source> sources, Problems problems) {
    fetchDue(sources);
    Map<Source, SourceBytes> read = new LinkedHashMap<>();
    for (Source source : sources) {
      SourceBytes bytes =
          source instanceof Source.InFolder file
              ? file(root, file, problems)
              : copy((Source.AtUrl) source, problems);
      if (bytes != null) {
        read.put(source, bytes);
      }
    }
    return read;
  }

  /** True when {@link #read} would fetch something. */
  public boolean due(Collection<Source> sources) {
    return sources.stream().anyMatch(this::isDue);
  }

  private boolean isDue(Source source) {
    if (!(source instanceof Source.AtUrl url)) {
      return false;
    }
    Copy copy = copies.get(address(url));
    return copy == null || !clock.instant().isBefore(copy.due());
  }

  private void fetchDue(Collection<Source> sources) {
    Map<Address, Source.AtUrl> due = new LinkedHashMap<>();
    sources.stream()
        .filter(this::isDue)
        .map(Source.AtUrl.class::cast)
        .forEach(url -> due.putIfAbsent(address(url), url));
    CompletableFuture.allOf(
            due.values().stream()
                .map(url -> CompletableFuture.runAsync(() -> fetch(url), fetches))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private void fetch(Source.AtUrl url) {
    Optional<Copy> previous = Optional.ofNullable(copies.get(address(url)));
    Optional<Validators> validators =
        previous.filter(copy -> copy.bytes().isPresent()).map(Copy::validators);
    Fetched fetched = fetcher.fetch(url.uri(), url.allowPrivate(), validators);
    Optional<SourceBytes> lastGood = previous.flatMap(Copy::bytes);
    Validators known = previous.map(Copy::validators).orElse(Validators.NONE);
    Instant now = clock.instant();
    Copy copy;
    if (fetched instanceof Fetched.Fresh fresh) {
      copy =
          new Copy(
              Optional.of(fresh.bytes()),
              fresh.validators(),
              Optional.empty(),
              now.plus(url.every()));
    } else if (fetched instanceof Fetched.Refused refused) {
      Duration wait = url.every().compareTo(AFTER_FAILURE) < 0 ? url.every() : AFTER_FAILURE;
      copy = new Copy(lastGood, known, Optional.of(sentence(refused)), now.plus(wait));
    } else {
      copy = new Copy(lastGood, known, Optional.empty(), now.plus(url.every()));
    }
    copies.put(address(url), copy);
  }

  private static String sentence(Fetched.Refused refused) {
    Messages.Texts texts = NetworkFolder.MESSAGES.in(Language.ENGLISH);
    return texts.format(refused.key(), refused.args().toArray());
  }

  private @Nullable SourceBytes copy(Source.AtUrl url, Problems problems) {
    Copy copy = copies.get(address(url));
    if (copy == null) {
      return null;
    }
    copy.failure()
        .ifPresent(
            reason ->
                problems.warning(
                    NetworkFolder.MESSAGES,
                    url.place(),
                    copy.bytes().isPresent() ? "source.last-good" : "source.nothing",
                    reason));
    return copy.bytes().orElse(null);
  }

  private static Address address(Source.AtUrl url) {
    return new Address(url.uri(), url.allowPrivate());
  }

  private static @Nullable SourceBytes file(Path root, Source.InFolder source, Problems problems) {
    try {
      Path file = root.resolve(source.path()).normalize();
      if (!file.startsWith(root.normalize()) || !file.toRealPath().startsWith(root.toRealPath())) {
        problems.error(NetworkFolder.MESSAGES, source.place(), "file.outside", source.path());
        return null;
      }
      long size = Files.size(file);
      if (size > LARGEST) {
        Place place = Place.of(source.path());
        problems.error(NetworkFolder.MESSAGES, place, "file.too-large", size, LARGEST);
        return null;
      }
      return new SourceBytes(
          Files.readAllBytes(file),
          Optional.of(mediaType(source.path())),
          source.base().orElse(URI.create("about:blank")),
          Optional.of(Files.getLastModifiedTime(file).toInstant()));
    } catch (IOException e) {
      problems.error(
          NetworkFolder.MESSAGES,
          source.place(),
          "source.unreadable",
          source.path(),
          NetworkFolder.reason(e));
    } catch (InvalidPathException malformed) {
      problems.error(NetworkFolder.MESSAGES, source.place(), "file.outside", source.path());
    }
    return null;
  }

  private static String mediaType(String path) {
    return path.matches("(?i).*\\.(md|markdown)") ? "text/markdown" : "text/html";
  }

  @Override
  public void close() {
    fetches.shutdownNow();
    fetcher.close();
  }
}
