package org.handbill.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Small network folders for tests. */
public final class Networks {

  private Networks() {}

  /** The sample network in a folder of its own. */
  public static Path sample(Path folder) throws IOException {
    Path sample = Path.of("../examples/network");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(sample.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return folder;
  }

  /** The same with a goal that its donate buttons show. */
  public static Path sampleWithGoal(Path folder) throws IOException {
    Path give = sample(folder).resolve("widgets/give.yaml");
    Files.writeString(give, Files.readString(give) + "\ngoal: {amount: 50000, raised: 31250}\n");
    return folder;
  }

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
