package org.handbill.widget;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.handbill.widget.model.Material;
import org.handbill.widget.model.Problem;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.model.WidgetType;
import org.handbill.widget.source.FolderWatch;
import org.handbill.widget.source.NetworkFolder;
import org.handbill.widget.source.Schemas;
import org.handbill.widget.source.Sources;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current edition of a network, and how it becomes the next: the folder is watched and sources
 * are fetched on one background thread; a broken folder changes nothing. Thread-safe.
 */
final class Editions implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Editions.class);
  private static final long LOOK_EVERY_MS = 400;

  private final Path root;
  private final List<WidgetType> types;
  private final Schemas schemas;
  private final Sources sources;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService background =
      Executors.newScheduledThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "handbill-background");
            thread.setDaemon(true);
            return thread;
          });

  private volatile @Nullable Catalog current;
  private volatile Status status = new Status(0, false, List.of());
  private NetworkFolder folder; // what is served
  private List<Problem> broken = List.of(); // what keeps the folder on disk from being served

  Editions(Path root, List<WidgetType> types, Schemas schemas, Sources sources) {
    this.root = root;
    this.types = types;
    this.schemas = schemas;
    this.sources = sources;
    this.folder = NetworkFolder.read(root, types, schemas);
  }

  /** Reads a folder and its sources once, and tells everything that is wrong. */
  static List<Problem> check(Path root, List<WidgetType> types, URI about) {
    try (Sources sources = new Sources(about, Clock.systemUTC())) {
      NetworkFolder folder = NetworkFolder.read(root, types, new Schemas(types));
      Reading reading = Reading.of(root, folder, sources);
      List<Problem> all = new ArrayList<>(reading.problems());
      if (folder.usable()) {
        all.addAll(Catalog.of(0, folder, reading.material()).problems());
      }
      return all;
    }
  }

  private record Reading(Map<Source, SourceBytes> read, List<Problem> problems, boolean usable) {

    Material material() {
      return new Material(read, Map.of(), LocalDate.now(ZoneOffset.UTC));
    }

    static Reading of(Path root, NetworkFolder folder, Sources sources) {
      Problems found = new Problems();
      Map<Source, SourceBytes> read = sources.read(root, sourcesOf(folder), found);
      List<Problem> all = new ArrayList<>(folder.problems());
      all.addAll(found.list());
      return new Reading(read, all, folder.usable() && !found.hasErrors());
    }
  }

  private static List<Source> sourcesOf(NetworkFolder folder) {
    return folder.widgets().values().stream()
        .flatMap(widget -> widget.definition().sources().stream())
        .toList();
  }

  /**
   * Makes the first edition.
   *
   * @throws InvalidNetworkException when the folder cannot be served
   */
  void open(Runnable refresh, boolean watch) throws InvalidNetworkException {
    onChange(refresh);
    FolderWatch looking = watch ? new FolderWatch(root) : null;
    Reading reading = Reading.of(root, folder, sources);
    if (!reading.usable()) {
      close();
      throw new InvalidNetworkException(reading.problems());
    }
    take(folder, reading);
    if (looking != null) {
      every(() -> lookAt(looking));
      every(this::fetch);
    }
  }

  private void every(Runnable task) {
    Runnable safe =
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            LOG.error("A background task failed; it goes on", e);
          }
        };
    var unused =
        background.scheduleWithFixedDelay(
            safe, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  private void lookAt(FolderWatch watch) {
    if (watch.changed()) {
      NetworkFolder changed = NetworkFolder.read(root, types, schemas);
      takeFolder(changed, Reading.of(root, changed, sources));
    }
  }

  private void fetch() {
    NetworkFolder served = served();
    if (sources.due(sourcesOf(served))) {
      takeSources(served, Reading.of(root, served, sources));
    }
  }

  private synchronized NetworkFolder served() {
    return folder;
  }

  /** The folder has changed: its next edition, or what keeps it from being one. */
  private void takeFolder(NetworkFolder changed, Reading reading) {
    synchronized (this) {
      broken = reading.usable() ? List.of() : reading.problems();
      if (reading.usable()) {
        take(changed, reading);
      } else {
        status = new Status(status.edition(), false, broken);
      }
    }
    tell(reading);
  }

  /**
   * Sources were read anew. That took its time: a folder that changed meanwhile was read with
   * sources of its own. It does not mend a folder that is broken on disk either.
   */
  private void takeSources(NetworkFolder of, Reading reading) {
    synchronized (this) {
      if (of != folder) {
        return;
      }
      if (reading.usable()) {
        take(of, reading);
      } else if (broken.isEmpty()) {
        status = new Status(status.edition(), false, reading.problems());
      }
    }
    tell(reading);
  }

  private void tell(Reading reading) {
    if (reading.usable()) {
      LOG.info("Edition {} is served", current().edition());
      listeners.forEach(Runnable::run);
    } else {
      LOG.warn("The network folder is broken now; the last good edition is served on");
      reading.problems().forEach(problem -> LOG.warn("{}", problem));
    }
  }

  private synchronized void take(NetworkFolder next, Reading reading) {
    Catalog catalog = Catalog.of(status.edition() + 1, next, reading.material());
    List<Problem> all = new ArrayList<>(reading.problems());
    all.addAll(catalog.problems());
    folder = next;
    current = catalog;
    status =
        new Status(
            catalog.edition(), broken.isEmpty(), broken.isEmpty() ? List.copyOf(all) : broken);
  }

  Catalog current() {
    return Objects.requireNonNull(current, "opened before it is used");
  }

  Status status() {
    return status;
  }

  void onChange(Runnable callback) {
    listeners.add(callback);
  }

  ScheduledExecutorService background() {
    return background;
  }

  @Override
  public void close() {
    background.shutdownNow();
    sources.close();
  }
}
