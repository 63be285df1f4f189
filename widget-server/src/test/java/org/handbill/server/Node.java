package org.handbill.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as a process of its own, which a test may end as brutally as it likes. */
final class Node implements AutoCloseable {

  private static final Pattern ANNOUNCED =
      Pattern.compile("^Handbill serves .* at (http\\S+)/$", Pattern.MULTILINE);

  private final Process process;
  private final String url;

  private Node(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts {@code serve} on a free port and returns once it answers.
   *
   * @param log what it writes goes there
   * @param environment further variables
   */
  static Node start(Path network, Path data, Path log, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // as the tests have it
    command.addAll(List.of("-cp", classPath(), Main.class.getName(), "serve", network.toString()));
    command.addAll(List.of("--port", "0", "--data", data.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HANDBILL_ABUSE_GUARD", "off"); // unless the test has it otherwise
    builder.environment().put("HANDBILL_ADMIN_PORT", "off");
    builder.environment().put("HANDBILL_LINK_CHECKS", "off");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    long before = Files.exists(log) ? Files.size(log) : 0;
    Process process = builder.start();
    Eventually.until(
        "the server says where it is in " + log,
        () -> !process.isAlive() || announced(log, before).isPresent());
    return new Node(
        process,
        announced(log, before)
            .orElseThrow(() -> new IOException("The server did not start; see " + log)));
  }

  /** The address that it wrote behind that many bytes of the log. */
  private static Optional<String> announced(Path log, long before) throws IOException {
    byte[] all = Files.readAllBytes(log);
    int begin = (int) before;
    String written = new String(all, begin, all.length - begin, StandardCharsets.UTF_8);
    Matcher line = ANNOUNCED.matcher(written);
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
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
