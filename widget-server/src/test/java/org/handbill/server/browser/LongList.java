package org.handbill.server.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.handbill.server.Networks;
import org.handbill.widget.InvalidNetworkException;
import org.handbill.widget.Resolution;
import org.handbill.widget.Widgets;
import org.handbill.widget.render.Rendered;
import org.handbill.widget.render.Representation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A list of 10,000 entries, and what a server does with it, for JMH. Each shot begins with a list
 * that nobody has asked for yet, since the second answer is only a copy of the first.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 10)
@Fork(1)
public class LongList {

  static final int ENTRIES = 10_000;

  private static final int GROUPS = 50;
  private static final int PAGE_LIMIT = 2 * 1024 * 1024;

  private Path folder = Path.of(".");
  private Path network = folder;
  private Widgets widgets;

  /** Writes the network folder. */
  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("handbill-list");
    network = network(folder);
  }

  /** Opens it anew. */
  @Setup(Level.Iteration)
  public void open() throws InvalidNetworkException {
    widgets = Widgets.of(network).open();
  }

  /** Closes it. */
  @TearDown(Level.Iteration)
  public void close() {
    widgets.close();
  }

  /** Takes the folder away. */
  @TearDown
  public void delete() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The page is parsed, its entries are found and cleaned, and the list is put together. */
  @Benchmark
  public Object read() throws InvalidNetworkException {
    try (Widgets opened = Widgets.of(network).open()) {
      return opened.list();
    }
  }

  /** What a member's page gets at first, in every content coding. */
  @Benchmark
  public Object renderFirstScreen() {
    return snippet(Map.of());
  }

  /** All entries, for the script that searches them, in every content coding. */
  @Benchmark
  public Object renderAllEntries() {
    return snippet(Map.of("part", "index"));
  }

  /** A search on the server, for a visitor without scripts; the list was asked for before. */
  @Benchmark
  public Object search(Asked asked) {
    return Objects.requireNonNull(asked.widgets.searched(asked.words));
  }

  /** A list that was searched before, so that its words are folded. */
  @State(Scope.Thread)
  public static class Asked {
    private Widgets widgets;
    private Resolution.Found words;

    /** Searches it for the first time. */
    @Setup
    public void ask(LongList list) throws InvalidNetworkException {
      widgets = Widgets.of(list.network).open();
      words = found(widgets, Representation.PAGE, Map.of("q", "asylum whom"));
      widgets.searched(words);
    }

    /** Closes it. */
    @TearDown
    public void close() {
      widgets.close();
    }
  }

  private Rendered snippet(Map<String, String> query) {
    return Objects.requireNonNull(
        widgets.snippet(found(widgets, Representation.HTML, query).key()));
  }

  static Resolution.Found found(Widgets of, Representation as, Map<String, String> query) {
    return (Resolution.Found) of.resolve("news", as, query);
  }

  /** Writes a network with the list into a folder. */
  static Path network(Path folder) throws IOException {
    Path network =
        Networks.minimal(
            folder.resolve("network"),
            "type: resources\ntitle: Long\nsources: [{page: pages/long.html}]\n");
    Files.createDirectories(network.resolve("pages"));
    String page = page();
    if (page.length() > PAGE_LIMIT) {
      throw new IllegalStateException("The page would not be read");
    }
    Files.writeString(network.resolve("pages/long.html"), page);
    return network;
  }

  private static String page() {
    String[] words = {
      "legal", "help", "asylum", "hearing", "guía", "derechos", "hotline", "shelter"
    };
    StringBuilder page = new StringBuilder("<main>");
    for (int i = 0; i < ENTRIES; i++) {
      if (i % (ENTRIES / GROUPS) == 0) {
        page.append(i == 0 ? "" : "</ul>").append("<h2>Group ").append(i * GROUPS / ENTRIES);
        page.append("</h2><ul>");
      }
      String word = words[i % words.length];
      page.append(
          "<li><a href='https://o%d.example/%d'>Entry %d: %s</a>".formatted(i % 97, i, i, word));
      page.append(". What to know about ").append(word).append(" and whom to ask.</li>");
    }
    return page.append("</ul></main>").toString();
  }
}
