package org.handbill.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small network folders for tests. */
public final class Networks {

  private Networks() {}

  /** A network with one widget, {@code news}. */
  public static Path minimal(Path folder, String widget) throws IOException {
    Files.createDirectories(folder.resolve("widgets"));
    Files.writeString(
        folder.resolve("handbill.yaml"),
        """
        network: {name: Test Network, url: "https://network.example.org"}
        languages: [en]
        """);
    Files.writeString(folder.resolve("widgets/news.yaml"), widget);
    return folder;
  }
}
