package org.handbill.widget;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.WidgetType;
import org.handbill.widget.render.Hosting;
import org.handbill.widget.source.LinkChecks;
import org.handbill.widget.source.SourceMemory;
import org.handbill.widget.type.BuiltInTypes;

/** How a network is to be opened. Not thread-safe. */
public final class WidgetsBuilder {
  private static final long CACHE_BYTES = 64L * 1024 * 1024;

  final Path folder;
  final List<WidgetType> types = new ArrayList<>(BuiltInTypes.all());
  Clock clock = Clock.systemUTC();
  URI publicUrl = URI.create("http://localhost:8080/");
  private Optional<URI> forms = Optional.empty();
  long cacheBytes = CACHE_BYTES;
  boolean watch;
  SourceMemory memory = SourceMemory.NONE;
  Optional<LinkChecks.Pace> pace = Optional.empty();

  WidgetsBuilder(Path folder) {
    this.folder = folder;
  }

  /** Where the widget server is reached; every address in a snippet begins with it. */
  public WidgetsBuilder publicUrl(URI url) {
    this.publicUrl = url;
    return this;
  }

  /**
   * What is rendered goes into files that some other server sends; forms are sent to a widget
   * server at that address.
   */
  public WidgetsBuilder forFiles(URI forms) {
    this.forms = Optional.of(forms);
    return this;
  }

  Hosting hosting() {
    return forms
        .map(there -> Hosting.files(publicUrl, there))
        .orElseGet(() -> Hosting.served(publicUrl));
  }

  /** One more type of widget, besides the built-in ones. */
  public WidgetsBuilder type(WidgetType type) {
    types.add(type);
    return this;
  }

  /** How many bytes of rendered snippets are kept. */
  public WidgetsBuilder cacheBytes(long bytes) {
    this.cacheBytes = bytes;
    return this;
  }

  /**
   * Picks up changes of the folder, fetches sources when their copies have grown old, and the
   * pictures of lists.
   */
  public WidgetsBuilder watch() {
    this.watch = true;
    return this;
  }

  /** What is known of sources and links from before, and is to be known after this process. */
  public WidgetsBuilder memory(SourceMemory memory) {
    this.memory = memory;
    return this;
  }

  /** Follows the links of all widgets in the background, while the folder is watched. */
  public WidgetsBuilder followLinks(LinkChecks.Pace pace) {
    this.pace = Optional.of(pace);
    return this;
  }

  /** What tells the time; the system's clock unless a test sets another. */
  public WidgetsBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Reads the folder.
   *
   * @throws InvalidNetworkException when it cannot be served as it is
   */
  public Widgets open() throws InvalidNetworkException {
    return new Widgets(this);
  }
}
