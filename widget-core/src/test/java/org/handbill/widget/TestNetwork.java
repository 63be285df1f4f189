package org.handbill.widget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handbill.widget.model.Problem;

/** A network folder for a test to change: as it is made, the smallest that can be served. */
public final class TestNetwork {

  public static final URI PUBLIC_URL = URI.create("https://widgets.example.org/");

  /** {@code handbill.yaml} with all that is required; more keys can follow it. */
  public static final String NETWORK =
      """
      network:
        name: Open Doors
        url: https://network.example.org
      languages: [en]
      """;

  /** {@code widgets/join.yaml}, likewise. */
  public static final String SIGNUP =
      """
      type: signup
      title: Join us
      """;

  private final Path root;

  private TestNetwork(Path root) {
    this.root = root;
  }

  public static TestNetwork in(Path root) {
    return new TestNetwork(root).with("handbill.yaml", NETWORK).with("widgets/join.yaml", SIGNUP);
  }

  public Path root() {
    return root;
  }

  /** Writes a file, in place of the one of that name. */
  public TestNetwork with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public TestNetwork with(String name, byte[] bytes) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TestNetwork without(String name) {
    try {
      Files.delete(root.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Links a name in the folder to a place that may be anywhere. */
  public TestNetwork link(String name, Path to) {
    try {
      Path link = root.resolve(name);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, to);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Problem> check() {
    return Widgets.check(root, PUBLIC_URL);
  }

  public WidgetsBuilder builder() {
    return Widgets.of(root).publicUrl(PUBLIC_URL);
  }
}
