package org.handbill.widget.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notices changes of a folder by looking, since that works on every disk: network mounts and
 * containers too. A change counts once it has been still for one look, so that a file which is
 * being written is not read halfway. Not thread-safe.
 */
public final class FolderWatch {

  private static final int DEEPEST = 8;
  private static final int MOST_FILES = 10_000;

  private final Path root;
  private String known;
  private String seen;

  /** Begins with the folder as it is. */
  public FolderWatch(Path root) {
    this.root = root;
    this.known = signature();
    this.seen = known;
  }

  /** Looks; true once for each change that has come to rest. */
  public boolean changed() {
    String now = signature();
    boolean still = now.equals(seen);
    seen = now;
    if (!still || now.equals(known)) {
      return false;
    }
    known = now;
    return true;
  }

  private String signature() {
    try (Stream<Path> files = Files.walk(root, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(Files::isRegularFile)
          .limit(MOST_FILES)
          .map(FolderWatch::mark)
          .collect(Collectors.joining("\n"));
    } catch (IOException | UncheckedIOException e) {
      return "unreadable";
    }
  }

  private static String mark(Path file) {
    try {
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException goneMeanwhile) {
      return file + " gone";
    }
  }
}
