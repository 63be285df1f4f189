package org.handbill.server;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sample network that the jar carries, as a folder. */
final class SampleNetwork implements AutoCloseable {

  private @Nullable FileSystem jar;

  Path open() throws IOException {
    URL url = Objects.requireNonNull(SampleNetwork.class.getResource("sample/handbill.yaml"));
    try {
      URI file = url.toURI();
      if (file.getScheme().equals("jar")) {
        jar = FileSystems.newFileSystem(file, Map.of());
      }
      return Objects.requireNonNull(Path.of(file).getParent());
    } catch (URISyntaxException e) {
      throw new IOException("The sample network in the jar has no address", e);
    }
  }

  @Override
  public void close() {
    try {
      if (jar != null) {
        jar.close();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
