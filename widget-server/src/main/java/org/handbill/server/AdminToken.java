package org.handbill.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What changes on the desk ask for; it comes from the environment or from a file named there. */
final class AdminToken {

  private static final String TOKEN = "HANDBILL_ADMIN_TOKEN";
  private static final String TOKEN_FILE = "HANDBILL_ADMIN_TOKEN_FILE";
  private static final int SHORTEST = 16;

  private AdminToken() {}

  /**
   * The token; empty where there is none.
   *
   * @throws CommandLine.ParameterException where it is too short or cannot be read
   */
  static Optional<String> in(Map<String, String> environment, CommandSpec spec) {
    String token = environment.getOrDefault(TOKEN, "").strip();
    String file = environment.getOrDefault(TOKEN_FILE, "").strip();
    if (!file.isEmpty()) {
      try {
        token = Files.readString(Path.of(file)).strip();
      } catch (IOException | InvalidPathException unreadable) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), TOKEN_FILE + " names a file that cannot be read: " + file);
      }
    }
    if (!token.isEmpty() && token.length() < SHORTEST) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          TOKEN + " is shorter than " + SHORTEST + " characters. Choose a longer one at random.");
    }
    return token.isEmpty() ? Optional.empty() : Optional.of(token);
  }
}
