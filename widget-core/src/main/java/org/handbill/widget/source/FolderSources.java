package org.handbill.widget.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.handbill.widget.model.Problem;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of the network folder. Whoever changes a file there means it, with two exceptions: a
 * file that has lost all of its entries is held back until an editor says that this is right, and
 * one that cannot be read, or is unfit, is not taken over. Then the last good copy stays, after a
 * restart too. Thread-safe.
 */
final class FolderSources {

  private final LastGood lastGood;
  private final Clock clock;
  private final Map<Key, SourceCopy> copies = new ConcurrentHashMap<>();

  /** What tells copies apart: one file may be read with two bases. */
  private record Key(URI uri, URI base, int mostBytes) {
    static Key of(Source.InFolder file) {
      return new Key(
          address(file.path()), file.base().orElse(URI.create("about:blank")), file.mostBytes());
    }
  }

  FolderSources(LastGood lastGood, Clock clock) {
    this.lastGood = lastGood;
    this.clock = clock;
  }

  /**
   * What is shown of a file; null where that is nothing, which is reported.
   *
   * @param all sources of the network, of which several may read this file
   */
  @Nullable SourceBytes read(
      Path root,
      Source.InFolder source,
      Collection<Source> all,
      Sources.Scales scales,
      Problems problems) {
    SourceFile file = new SourceFile(root, source);
    if (file.leadsOut()) {
      problems.error(NetworkFolder.MESSAGES, source.place(), "file.outside", source.path());
      return null;
    }
    Key key = Key.of(source);
    SourceCopy previous = copies.computeIfAbsent(key, this::recalled);
    Problems refused = new Problems();
    SourceBytes found = file.read(refused);
    if (found == null && previous.bytes().isEmpty()) {
      // A name that never was right: the folder has to be mended before it is served.
      problems.addAll(refused);
      return null;
    }
    SourceCopy next =
        found == null
            ? stays(key, previous, SourceStatus.State.BROKEN, words(refused))
            : weighed(key, previous, found, alike(key, all), scales);
    copies.put(key, next);
    lastGood.keep(previous, next);
    report(source, next, problems);
    return next.bytes().orElse(null);
  }

  private static void report(Source.InFolder source, SourceCopy copy, Problems problems) {
    SourceStatus status = copy.status();
    if (status.state() == SourceStatus.State.HELD) {
      emptied(source, status.uri(), problems);
    } else if (status.goodAt().isPresent()) {
      // What never was good is read all the same: whoever reads it says what is wrong with it.
      copy.report(source.place(), problems);
    }
  }

  private static void emptied(Source.InFolder source, URI uri, Problems problems) {
    problems.warning(NetworkFolder.MESSAGES, source.place(), "source.emptied", source.path(), uri);
  }

  /** True when what is held back of a file has been accepted, so that it is to be read anew. */
  boolean due(Source.InFolder source) {
    SourceCopy copy = copies.get(Key.of(source));
    Instant now = clock.instant();
    if (copy == null || !copy.asks(now)) {
      return false;
    }
    boolean accepted = lastGood.accepted(copy);
    if (!accepted) {
      copies.put(Key.of(source), copy.askedAt(now));
    }
    return accepted;
  }

  /** How a file is; empty before it was read. */
  Stream<SourceStatus> status(Source.InFolder source) {
    return Stream.ofNullable(copies.get(Key.of(source))).map(SourceCopy::status);
  }

  /** A file's path as the relative address that stands for it in the memory and in messages. */
  static URI address(String path) {
    try {
      // With a slash before it, a colon in the first name makes no scheme.
      String escaped = new URI(null, null, "/" + path, null).getRawPath().substring(1);
      return URI.create(escaped.replace(":", "%3A"));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  private SourceCopy recalled(Key key) {
    return lastGood
        .of(key.uri())
        .map(kept -> SourceCopy.of(kept, clock.instant()).with(key.base()))
        .orElse(SourceCopy.NONE);
  }

  private static List<Source.InFolder> alike(Key key, Collection<Source> all) {
    return all.stream()
        .filter(Source.InFolder.class::isInstance)
        .map(Source.InFolder.class::cast)
        .filter(file -> Key.of(file).equals(key))
        .toList();
  }

  private SourceCopy weighed(
      Key key,
      SourceCopy previous,
      SourceBytes found,
      List<Source.InFolder> named,
      Sources.Scales scales) {
    Optional<SourceBytes> known = previous.bytes();
    SourceBytes now =
        known.filter(bytes -> Arrays.equals(bytes.bytes(), found.bytes())).orElse(found);
    Problems unfit = new Problems();
    boolean hadAny = false;
    boolean emptied = false;
    for (Source.InFolder file : named) {
      boolean had =
          known.filter(bytes -> scales.entries(file, bytes, new Problems()) > 0).isPresent();
      hadAny |= had;
      emptied |= scales.entries(file, now, unfit) == 0 && had;
    }
    if (unfit.hasErrors()) {
      SourceCopy kept = hadAny ? previous : previous.with(now);
      return stays(key, kept, SourceStatus.State.BROKEN, words(unfit));
    }
    if (emptied && !lastGood.accepted(previous)) {
      Problems told = new Problems();
      emptied(named.get(0), key.uri(), told);
      return stays(key, previous, SourceStatus.State.HELD, words(told));
    }
    return good(key, previous, now);
  }

  private SourceCopy good(Key key, SourceCopy previous, SourceBytes bytes) {
    Instant now = clock.instant();
    return previous.good(key.uri(), Optional.of(bytes), Validators.NONE, now, now);
  }

  private SourceCopy stays(Key key, SourceCopy previous, SourceStatus.State state, String reason) {
    Instant now = clock.instant();
    return previous.stays(key.uri(), state, reason, now, now, 0);
  }

  private static String words(Problems problems) {
    return String.join(" ", problems.list().stream().map(Problem::text).distinct().toList());
  }
}
