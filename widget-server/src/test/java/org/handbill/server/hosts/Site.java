package org.handbill.server.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of one of the sites in {@code examples/sites}, made for a test. */
final class Site {

  /** The widget server's address in all examples. */
  static final String SERVER = "http://localhost:8080";

  private static final Path SITES = Path.of("../examples/sites");

  /** What a build leaves in a site's folder. */
  private static final List<String> BUILT = List.of("node_modules", "dist", "public", "resources");

  private Site() {}

  /** Copies a site, as it is but for the address of the widget server. */
  static Path copied(String name, Path to, String server) {
    Path from = SITES.resolve(name);
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path below = from.relativize(path);
        if (!BUILT.contains(below.getName(0).toString())) {
          Path copy = to.resolve(below.toString());
          Files.createDirectories(copy.getParent());
          byte[] bytes = Files.readAllBytes(path);
          String text = new String(bytes, StandardCharsets.UTF_8);
          if (text.contains(SERVER)) {
            Files.writeString(copy, text.replace(SERVER, server));
          } else {
            Files.write(copy, bytes);
          }
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces words of a file, which have to be there. */
  static void change(Path file, String words, String others) {
    try {
      String text = Files.readString(file);
      if (!text.contains(words)) {
        throw new IllegalArgumentException(file + " does not contain: " + words);
      }
      Files.writeString(file, text.replace(words, others));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
