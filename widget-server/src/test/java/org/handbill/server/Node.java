package org.handbill.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The server as a process of its own, which a test may end as brutally as it likes. */
final class Node implements AutoCloseable {

  private final Process process;
  private final String url;

  private Node(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts {@code serve} on a free port and returns once it answers.
   *
   * @param log what it writes to standard error goes there
   * @param environment further variables
   */
  static Node start(Path network, Path data, Path log, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath(), Main.class.getName(), "serve", network.toString()));
    command.addAll(List.of("--port", "0", "--data", data.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HANDBILL_ABUSE_GUARD", "off"); // unless the test has it otherwise
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process process = builder.start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      int at = line.indexOf(" at http");
      if (at > 0) {
        return new Node(process, line.substring(at + " at ".length()).replaceFirst("/$", ""));
      }
    }
    process.destroyForcibly();
    throw new IOException("The server did not start; see " + log);
  }

  /** Surefire keeps the real class path in a property of its own. */
  private static String classPath() {
    return System.getProperty(
        "surefire.real.class.path",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
  }

  String url() {
    return url;
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Ends it as {@code kill} does. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
