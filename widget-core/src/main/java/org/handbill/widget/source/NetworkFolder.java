package org.handbill.widget.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.widget.model.Closing;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Localized;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.Nearest;
import org.handbill.widget.model.Network;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Place;
import org.handbill.widget.model.Problem;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.RichText;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.model.WidgetId;
import org.handbill.widget.model.WidgetType;

/**
 * A network folder as it was read, with all that is wrong in it.
 *
 * @param network empty where {@code handbill.yaml} cannot be used
 * @param widgets those that can be used, by id
 * @param problems everything that was found, errors and warnings
 */
public record NetworkFolder(
    Optional<Network> network, Map<WidgetId, Widget> widgets, List<Problem> problems) {

  static final Messages MESSAGES = Messages.beside(NetworkFolder.class);

  private static final int LARGEST_FILE = 256 * 1024; // YAML takes seconds to refuse megabytes
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  public NetworkFolder {
    widgets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(widgets));
    problems = List.copyOf(problems);
  }

  /**
   * A widget of the folder.
   *
   * @param type its type
   * @param file what every widget has
   * @param definition what its type made of the rest
   * @param modified when its file or the network's last changed
   */
  public record Widget(WidgetType type, WidgetFile file, Definition definition, Instant modified) {}

  /** True when nothing keeps the folder from being served. */
  public boolean usable() {
    return problems.stream().noneMatch(found -> found.severity() == Problem.Severity.ERROR);
  }

  /**
   * How many entries the bytes of a source hold on a day, for all widgets that read it.
   *
   * @param today in UTC
   * @param problems takes what makes them unfit to be shown, as errors
   */
  public int entries(Source source, SourceBytes bytes, LocalDate today, Problems problems) {
    int entries = 0;
    for (Widget widget : widgets.values()) {
      for (Source own : widget.definition().sources()) {
        if (sameAddress(own, source)) {
          entries += widget.definition().entries(own, bytes, today, problems);
        }
      }
    }
    return entries;
  }

  private static boolean sameAddress(Source one, Source other) {
    return one instanceof Source.AtUrl url && other instanceof Source.AtUrl that
        ? url.uri().equals(that.uri())
        : one.equals(other);
  }

  /** Reads everything and reports every problem; never throws for what the folder holds. */
  public static NetworkFolder read(Path root, List<WidgetType> types, Schemas schemas) {
    return new Reader(root, types, schemas).read();
  }

  private static final class Reader {
    private final Path root;
    private final Map<String, WidgetType> types = new LinkedHashMap<>();
    private final Schemas schemas;
    private final Problems problems = new Problems();
    private final Map<WidgetId, String> files = new HashMap<>();
    private final Map<WidgetId, WidgetId> renamed = new HashMap<>();
    private Instant networkModified = Instant.EPOCH;

    Reader(Path root, List<WidgetType> types, Schemas schemas) {
      this.root = root;
      this.schemas = schemas;
      types.forEach(type -> this.types.put(type.name(), type));
    }

    NetworkFolder read() {
      Optional<Network> network = network();
      Map<WidgetId, Widget> widgets = new LinkedHashMap<>();
      List<String> names = widgetFiles();
      Map<String, WidgetId> ids = new LinkedHashMap<>();
      names.forEach(name -> id(name).ifPresent(id -> ids.put(name, id)));
      ids.forEach(
          (name, id) -> {
            String earlier = files.putIfAbsent(id, name);
            if (earlier != null) {
              problems.error(MESSAGES, Place.of(name), "widget.duplicate", id, earlier);
            }
          });
      ids.forEach(
          (name, id) -> widget(id, name, network).ifPresent(widget -> widgets.put(id, widget)));
      if (names.isEmpty()) {
        problems.error(MESSAGES, Place.of("widgets"), "file.no-widgets");
      }
      return new NetworkFolder(network, widgets, problems.list());
    }

    private Optional<Network> network() {
      List<String> names =
          ENDINGS.stream()
              .map(ending -> "handbill" + ending)
              .filter(candidate -> Files.exists(root.resolve(candidate)))
              .toList();
      if (names.isEmpty()) {
        problems.error(MESSAGES, Place.of("handbill.yaml"), "file.missing", "handbill.yaml");
        return Optional.empty();
      }
      for (String second : names.subList(1, names.size())) {
        problems.error(MESSAGES, Place.of(second), "file.second", names.get(0));
      }
      networkModified = modifiedAt(names.get(0));
      return checked(names.get(0), "handbill.json")
          .map(file -> new NetworkReader(problems).read(file.node()));
    }

    private Instant modified(String name) {
      Instant own = modifiedAt(name);
      return own.isAfter(networkModified) ? own : networkModified;
    }

    private Instant modifiedAt(String name) {
      try {
        return Files.getLastModifiedTime(root.resolve(name)).toInstant();
      } catch (IOException goneMeanwhile) {
        return Instant.EPOCH;
      }
    }

    private List<String> widgetFiles() {
      Path folder = root.resolve("widgets");
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(folder)) {
        return files
            .map(file -> "widgets/" + file.getFileName().toString())
            .filter(name -> ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
            .sorted()
            .toList();
      } catch (IOException e) {
        problems.error(MESSAGES, Place.of("widgets"), "file.unreadable", reason(e));
        return List.of();
      }
    }

    private Optional<WidgetId> id(String name) {
      String stem = name.substring("widgets/".length(), name.lastIndexOf('.'));
      Optional<WidgetId> id = WidgetId.parse(stem);
      if (id.isEmpty()) {
        problems.error(MESSAGES, Place.of(name), "file.name", stem);
      }
      return id;
    }

    private Optional<Widget> widget(WidgetId id, String name, Optional<Network> network) {
      Optional<YamlFile> file = load(name);
      Optional<WidgetType> type = file.flatMap(this::type);
      if (file.isEmpty() || type.isEmpty() || !passes(type.get().name() + ".json", file.get())) {
        return Optional.empty();
      }
      // Without its network a widget cannot be read to the end; what the schema says has been said.
      return network.map(
          read -> {
            WidgetFile common = common(id, file.get().node(), read);
            Optional<Closing> closed = read.closed().or(common::closed);
            Definition definition =
                closed
                    .<Definition>map(end -> ended(type.get().closed(common, end)))
                    .orElseGet(() -> type.get().define(common, read, problems));
            return new Widget(type.get(), common, definition, modified(name));
          });
    }

    private static Definition ended(Content content) {
      return (material, unused) -> content;
    }

    private Optional<WidgetType> type(YamlFile file) {
      Optional<Node> type = file.node().isMapping() ? file.node().get("type") : Optional.empty();
      String known = String.join(", ", types.keySet());
      if (type.isEmpty()) {
        problems.error(MESSAGES, file.node().place(), "type.missing", known);
        return Optional.empty();
      }
      String word = Schemas.shown(type.get().json());
      if (!types.containsKey(word)) {
        Optional<String> near = Nearest.to(word, types.keySet());
        problems.error(
            MESSAGES,
            type.get().place(),
            near.isPresent() ? "type.unknown-near" : "type.unknown",
            word,
            near.orElse(known));
      }
      return Optional.ofNullable(types.get(word));
    }

    private WidgetFile common(WidgetId id, Node node, Network network) {
      return new WidgetFile(
          id,
          node.require("title").localized(network.languages(), problems),
          node.get("text")
              .map(text -> text.localizedRich(network.languages(), network.url(), problems))
              .orElse(Localized.same(network.languages().first(), RichText.EMPTY)),
          node.get("fallback-url").flatMap(url -> url.uri(problems)),
          formerly(id, node.items("formerly")),
          node.get("closed")
              .map(closed -> Closing.read(closed, network.languages(), network.url(), problems)),
          node.flag("draft", false),
          node);
    }

    private List<WidgetId> formerly(WidgetId id, List<Node> nodes) {
      List<WidgetId> formerly = new ArrayList<>();
      for (Node node : nodes) {
        WidgetId former = WidgetId.parse(node.text()).orElseThrow(); // the schema has seen to it
        WidgetId now = renamed.putIfAbsent(former, id);
        if (files.containsKey(former) || now != null) {
          problems.error(
              MESSAGES, node.place(), "widget.formerly", former, now == null ? former : now);
        }
        formerly.add(former);
      }
      return formerly;
    }

    private Optional<YamlFile> checked(String name, String schema) {
      return load(name).filter(file -> passes(schema, file));
    }

    private boolean passes(String schema, YamlFile file) {
      Problems found = new Problems();
      schemas.check(schema, file, found);
      problems.addAll(found);
      return !found.hasErrors();
    }

    private Optional<YamlFile> load(String name) {
      Path path = root.resolve(name);
      try {
        if (!path.toRealPath().startsWith(root.toRealPath())) {
          problems.error(MESSAGES, Place.of(name), "file.outside", name);
          return Optional.empty();
        }
        long size = Files.size(path);
        if (size > LARGEST_FILE) {
          problems.error(MESSAGES, Place.of(name), "file.too-large", size, LARGEST_FILE);
          return Optional.empty();
        }
        return YamlFile.read(name, Files.readAllBytes(path), problems);
      } catch (IOException e) {
        problems.error(MESSAGES, Place.of(name), "file.unreadable", reason(e));
        return Optional.empty();
      }
    }
  }

  /** What went wrong with a file, in a word, without the machine's own paths. */
  static String reason(IOException e) {
    return switch (e.getClass().getSimpleName()) {
      case "NoSuchFileException" -> "it does not exist";
      case "AccessDeniedException" -> "access is denied";
      default -> e.getClass().getSimpleName();
    };
  }
}
