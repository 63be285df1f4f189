package org.handbill.widget;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.handbill.widget.model.Material;
import org.handbill.widget.model.Problem;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetType;
import org.handbill.widget.source.FolderWatch;
import org.handbill.widget.source.LinkChecks;
import org.handbill.widget.source.LinkChecks.Pace;
import org.handbill.widget.source.NetworkFolder;
import org.handbill.widget.source.Pictures;
import org.handbill.widget.source.Schemas;
import org.handbill.widget.source.SourceMemory;
import org.handbill.widget.source.SourceStatus;
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
  private static final long FOLLOW_EVERY_MS = 5_000;
  private static final Duration BETWEEN_LINKS = Duration.ofSeconds(30);

  private final Path root;
  private final List<WidgetType> types;
  private final Schemas schemas;
  private final Sources sources;
  private final Optional<LinkChecks> links;
  private final Pictures pictures;
  private final Clock clock;
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
  private volatile Material served = new Material(Map.of(), Map.of(), LocalDate.EPOCH);
  private volatile Instant lastTaken = Instant.MIN;
  private volatile long seen; // the version of the links' health that was last looked at
  private volatile long pictured; // the version of the pictures that was last looked at
  private long followed; // the edition whose links are followed; by the background thread alone
  private List<Problem> told = List.of(); // with what is served
  private List<Problem> broken = List.of(); // what keeps the folder on disk from being served

  Editions(
      Path root,
      List<WidgetType> types,
      Schemas schemas,
      Sources sources,
      Optional<LinkChecks> links,
      Pictures pictures,
      Clock clock) {
    this.root = root;
    this.types = types;
    this.schemas = schemas;
    this.sources = sources;
    this.links = links;
    this.pictures = pictures;
    this.clock = clock;
    this.folder = NetworkFolder.read(root, types, schemas);
  }

  /** Reads a folder and its sources once, and tells everything that is wrong. */
  static List<Problem> check(Path root, List<WidgetType> types, URI about) {
    Clock clock = Clock.systemUTC();
    try (Sources sources = new Sources(about, clock, SourceMemory.NONE)) {
      NetworkFolder folder = NetworkFolder.read(root, types, new Schemas(types));
      Reading reading = Reading.of(root, folder, sources, Map.of(), clock);
      List<Problem> all = new ArrayList<>(reading.problems());
      if (folder.usable()) {
        all.addAll(Catalog.of(0, folder, reading.material()).problems());
      }
      return all;
    }
  }

  private Reading reading(NetworkFolder of) {
    seen = links.map(LinkChecks::version).orElse(0L);
    pictured = pictures.version();
    return Reading.of(root, of, sources, links.map(LinkChecks::health).orElse(Map.of()), clock)
        .with(pictures.names());
  }

  /**
   * Makes the first edition.
   *
   * @throws InvalidNetworkException when the folder cannot be served
   */
  void open(Runnable refresh, boolean watch) throws InvalidNetworkException {
    onChange(refresh);
    FolderWatch looking = watch ? new FolderWatch(root) : null;
    Reading reading = reading(folder);
    if (!reading.usable()) {
      close();
      throw new InvalidNetworkException(reading.problems());
    }
    take(folder, reading);
    if (looking != null) {
      every(LOOK_EVERY_MS, () -> lookAt(looking));
      every(LOOK_EVERY_MS, this::fetch);
      links.ifPresent(checks -> every(FOLLOW_EVERY_MS, () -> followLinks(checks)));
      every(LOOK_EVERY_MS, this::followPictures);
    }
  }

  private void every(long pauseMs, Runnable task) {
    Runnable safe =
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            if (!background.isShutdown()) {
              LOG.error("A background task failed; it goes on", e);
            }
          }
        };
    var unused = background.scheduleWithFixedDelay(safe, pauseMs, pauseMs, TimeUnit.MILLISECONDS);
  }

  private void lookAt(FolderWatch watch) {
    if (watch.changed()) {
      NetworkFolder changed = NetworkFolder.read(root, types, schemas);
      takeFolder(changed, reading(changed));
    }
  }

  private void fetch() {
    NetworkFolder served = served();
    if (Reading.sourcesOf(served).stream().anyMatch(sources::due)
        || linksChanged()
        || picturesChanged()
        || dayChanged()) {
      takeSources(served, reading(served));
    }
  }

  /** Results are taken over in one go once they are all there, or every so often. */
  private boolean linksChanged() {
    return links
        .filter(checks -> checks.version() != seen)
        .filter(checks -> checks.idle() || rested())
        .isPresent();
  }

  private boolean picturesChanged() {
    return pictures.version() != pictured && (pictures.idle() || rested());
  }

  private boolean rested() {
    return !clock.instant().isBefore(lastTaken.plus(BETWEEN_LINKS));
  }

  private boolean dayChanged() {
    return !served.today().equals(Reading.today(clock));
  }

  private void followLinks(LinkChecks checks) {
    Catalog catalog = current();
    if (catalog.edition() != followed) {
      followed = catalog.edition();
      checks.follow(catalog.links());
    }
    checks.start();
  }

  private void followPictures() {
    pictures.follow(current().pictures());
    pictures.start();
  }

  void fetchPictures() {
    pictures.now(current().pictures());
    NetworkFolder served = served();
    takeSources(served, reading(served));
  }

  List<FollowedLink> links() {
    return current().followed(links.map(LinkChecks::health).orElse(Map.of()));
  }

  /** Reads a folder and follows its links once. */
  static List<FollowedLink> followLinks(Path root, List<WidgetType> types, URI about)
      throws InvalidNetworkException, InterruptedException {
    Clock clock = Clock.systemUTC();
    try (Sources sources = new Sources(about, clock, SourceMemory.NONE);
        LinkChecks checks = new LinkChecks(about, Pace.POLITE, clock, SourceMemory.NONE)) {
      NetworkFolder folder = NetworkFolder.read(root, types, new Schemas(types));
      Reading reading = Reading.of(root, folder, sources, Map.of(), clock);
      if (!reading.usable()) {
        throw new InvalidNetworkException(reading.problems());
      }
      Catalog catalog = Catalog.of(0, folder, reading.material());
      return catalog.followed(checks.now(catalog.links()));
    }
  }

  /** The sources and how they are. */
  List<SourceStatus> sources() {
    return sources.statuses(Reading.sourcesOf(served()));
  }

  /** The widgets that read a source. */
  List<WidgetFile> readers(URI source) {
    return served().widgets().values().stream()
        .filter(
            widget ->
                widget.definition().sources().stream()
                    .anyMatch(one -> Sources.address(one).equals(source)))
        .map(NetworkFolder.Widget::file)
        .toList();
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
      if (reading.usable()
          && reading.problems().equals(told)
          && reading.material().equals(served)) {
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
    served = reading.material();
    told = reading.problems();
    lastTaken = clock.instant();
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
    links.ifPresent(LinkChecks::close);
    pictures.close();
  }
}
