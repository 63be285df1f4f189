package org.handbill.widget.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A folder whose files are one source together. The same files make the same zip, byte for byte, so
 * that a copy can be compared with the one before.
 *
 * @param folder what the names in the zip are relative to
 * @param files in the order of their names
 */
record ZippedFolder(Path folder, List<Path> files) {

  /** A data package keeps its tables beside its description, or in a folder beside it. */
  private static final int DEEPEST = 2;

  /** The first moment that a zip can tell; when a file was written is no part of its contents. */
  private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

  ZippedFolder {
    files = List.copyOf(files);
  }

  /**
   * The files of a folder, without hidden ones and any that a symbolic link has elsewhere.
   *
   * @param root what they may not lead out of
   */
  static ZippedFolder of(Path root, Path folder) throws IOException {
    Path within = root.toRealPath();
    try (Stream<Path> found = Files.walk(folder, DEEPEST)) {
      return new ZippedFolder(
          folder,
          found
              .filter(file -> Files.isRegularFile(file) && isWithin(within, file))
              .filter(file -> !hidden(folder.relativize(file)))
              .sorted(Comparator.comparing(file -> name(folder, file)))
              .toList());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isWithin(Path root, Path file) {
    try {
      return file.toRealPath().startsWith(root);
    } catch (IOException goneMeanwhile) {
      return false;
    }
  }

  private static boolean hidden(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .anyMatch(name -> name.toString().startsWith("."));
  }

  private static String name(Path folder, Path file) {
    return StreamSupport.stream(folder.relativize(file).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  /** How many bytes the files have together. */
  long size() throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
    }
    return size;
  }

  /** When the newest of them was written; the epoch where there is none. */
  FileTime modified() throws IOException {
    FileTime newest = FileTime.fromMillis(0);
    for (Path file : files) {
      FileTime written = Files.getLastModifiedTime(file);
      newest = written.compareTo(newest) > 0 ? written : newest;
    }
    return newest;
  }

  byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(name(folder, file));
        entry.setTimeLocal(NEVER);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
