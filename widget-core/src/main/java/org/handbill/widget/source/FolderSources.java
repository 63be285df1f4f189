package org.handbill.widget.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of the network folder. Whoever changes a file there means it, with one exception: a
 * file that has lost all of its entries does not replace the one that had some. Thread-safe.
 */
final class FolderSources {

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "md", "text/markdown",
          "markdown", "text/markdown",
          "csv", "text/csv",
          "tsv", "text/tab-separated-values",
          "json", "application/json",
          "xml", "application/xml",
          "rss", "application/rss+xml",
          "atom", "application/atom+xml");

  private final Map<Path, SourceBytes> lastGood = new ConcurrentHashMap<>();

  /** The file's bytes; null where it cannot be read, which is reported. */
  @Nullable SourceBytes read(
      Path root, Source.InFolder source, Sources.Scales scales, Problems problems) {
    SourceBytes read = read(root, source, problems);
    if (read == null) {
      return null;
    }
    Path file = root.resolve(source.path()).normalize();
    SourceBytes known = lastGood.get(file);
    if (known != null && same(known, read)) {
      return known;
    }
    Problems unfit = new Problems();
    boolean empty = scales.entries(source, read, unfit) == 0 || unfit.hasErrors();
    if (known != null && empty && scales.entries(source, known, new Problems()) > 0) {
      problems.warning(NetworkFolder.MESSAGES, source.place(), "source.emptied", source.path());
      return known;
    }
    lastGood.put(file, read);
    return read;
  }

  private static boolean same(SourceBytes known, SourceBytes read) {
    return Arrays.equals(known.bytes(), read.bytes()) && known.base().equals(read.base());
  }

  private static @Nullable SourceBytes read(Path root, Source.InFolder source, Problems problems) {
    try {
      Path folder = root.toAbsolutePath().normalize();
      Path file = folder.resolve(source.path()).normalize();
      if (!file.startsWith(folder) || !file.toRealPath().startsWith(folder.toRealPath())) {
        problems.error(NetworkFolder.MESSAGES, source.place(), "file.outside", source.path());
        return null;
      }
      long size = Files.size(file);
      if (size > source.mostBytes()) {
        Place place = Place.of(source.path());
        problems.error(NetworkFolder.MESSAGES, place, "source.too-large", size, source.mostBytes());
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
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return MEDIA_TYPES.getOrDefault(extension, "text/html");
  }
}
