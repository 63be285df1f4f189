package org.handbill.widget.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.jspecify.annotations.Nullable;

/**
 * A source in the network folder, as it is on the disk: a file, or a folder of them where the
 * source may be one.
 *
 * @param root the network folder
 */
record SourceFile(Path root, Source.InFolder source) {

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

  /** True for a path that leads out of the network folder, be it by a symbolic link. */
  boolean leadsOut() {
    try {
      Path folder = root.toAbsolutePath().normalize();
      Path file = file();
      return !file.startsWith(folder) || !file.toRealPath().startsWith(folder.toRealPath());
    } catch (InvalidPathException malformed) {
      return true;
    } catch (IOException absent) {
      return false; // whoever reads it says so
    }
  }

  private Path file() {
    return root.toAbsolutePath().normalize().resolve(source.path()).normalize();
  }

  /** What is in it; null where it cannot be read, which is reported. */
  @Nullable SourceBytes read(Problems problems) {
    Path file = file();
    try {
      if (!Files.isDirectory(file)) {
        return fits(Files.size(file), problems)
            ? bytes(Files.readAllBytes(file), mediaType(), Files.getLastModifiedTime(file))
            : null;
      }
      if (source.zipped()) {
        ZippedFolder folder = ZippedFolder.of(root, file);
        return fits(folder.size(), problems)
            ? bytes(folder.zip(), "application/zip", folder.modified())
            : null;
      }
      problems.error(NetworkFolder.MESSAGES, source.place(), "source.folder", source.path());
    } catch (IOException e) {
      String reason = NetworkFolder.reason(e);
      problems.error(
          NetworkFolder.MESSAGES, source.place(), "source.unreadable", source.path(), reason);
    }
    return null;
  }

  private boolean fits(long size, Problems problems) {
    boolean fits = size <= source.mostBytes();
    if (!fits) {
      Place place = Place.of(source.path());
      problems.error(NetworkFolder.MESSAGES, place, "source.too-large", size, source.mostBytes());
    }
    return fits;
  }

  private SourceBytes bytes(byte[] bytes, String mediaType, FileTime modified) {
    return new SourceBytes(
        bytes,
        Optional.of(mediaType),
        source.base().orElse(URI.create("about:blank")),
        Optional.of(modified.toInstant()));
  }

  private String mediaType() {
    String path = source.path();
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return MEDIA_TYPES.getOrDefault(extension, "text/html");
  }
}
