package org.handbill.server.hosts;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of this machine's that a test runs in a folder, for a bounded time.
 *
 * @param program where it is
 * @param folder what it is run in, and where what it says is written
 * @param environment what is added to the test's own environment
 */
record Command(Path program, Path folder, Map<String, String> environment) {

  private static final long MOST_SECONDS = 120;

  /** Where Debian puts the programs of its services, though not into everybody's path. */
  private static final String SERVICES = "/usr/sbin";

  /**
   * Finds a program.
   *
   * @throws IllegalStateException with the package that brings it, where it is not installed
   */
  static Command of(String name, String debianPackage, Path folder) {
    return Stream.of(
            (System.getenv("PATH") + File.pathSeparator + SERVICES).split(File.pathSeparator))
        .map(entry -> Path.of(entry, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Command(program, folder, Map.of()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "There is no %s, which this test drives. Install it: apt-get install %s"
                        .formatted(name, debianPackage)));
  }

  /** The same, with a variable of its environment set. */
  Command with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Command(program, folder, more);
  }

  /**
   * Runs it to its end and returns what it said.
   *
   * @throws IllegalStateException with what it said, when it fails or does not end
   */
  String run(String... arguments) {
    try (Running running = start(arguments)) {
      boolean ended = running.process().waitFor(MOST_SECONDS, TimeUnit.SECONDS);
      if (!ended || running.process().exitValue() != 0) {
        throw new IllegalStateException(
            program.getFileName()
                + (ended ? " failed:\n" : " does not come to an end:\n")
                + running.said());
      }
      return running.said();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts it; whoever does so closes it. */
  Running start(String... arguments) {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(List.of(arguments));
    Path said = folder.resolve(program.getFileName() + ".out");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().putAll(environment);
    try {
      return new Running(builder.start(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A program that is running.
   *
   * @param out the file with what it says
   */
  record Running(Process process, Path out) implements AutoCloseable {

    private static final long END_SECONDS = 10;

    /** What it has said so far. */
    String said() {
      try {
        return Files.readString(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Ends it and all that it has started. */
    @Override
    public void close() {
      List<ProcessHandle> all =
          Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
      all.forEach(ProcessHandle::destroy);
      for (ProcessHandle each : all) {
        try {
          each.onExit().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
          each.destroyForcibly();
        }
      }
    }
  }
}
