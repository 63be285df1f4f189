package org.handbill.widget.type.resources;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.Paging;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.feed.FeedReader;
import org.handbill.widget.type.resources.hsds.HsdsPages;
import org.handbill.widget.type.resources.hsds.HsdsReader;
import org.handbill.widget.type.resources.sheet.Column;
import org.handbill.widget.type.resources.sheet.SheetReader;

/**
 * The kinds of sources besides pages, and how each is read.
 *
 * @param problems takes what is wrong with a source's keys
 */
record SourceKinds(Problems problems) {

  private static final List<String> KINDS = List.of("page", "csv", "feed", "hsds");

  private static final List<String> LARGE = List.of("csv", "hsds");

  /** The keys that not every kind has, and whose they are. */
  private static final Map<String, List<String>> OWN_KEYS =
      Map.of(
          "within",
          List.of("page"),
          "without",
          List.of("page"),
          "groups",
          List.of("page"),
          "items",
          List.of("page"),
          "columns",
          List.of("csv"),
          "limit",
          List.of("feed"),
          "group-by",
          List.of("feed"),
          SourceSize.KEY,
          LARGE);

  /** The key that says where a source is and so what it is; reported unless there is one alone. */
  Optional<String> of(Node source) {
    List<String> named = KINDS.stream().filter(kind -> source.get(kind).isPresent()).toList();
    if (named.isEmpty()) {
      problems.error(ResourcesType.MESSAGES, source.place(), "source.empty");
    } else if (named.size() > 1) {
      problems.error(
          ResourcesType.MESSAGES, source.place(), "source.several", String.join(", ", named));
    }
    if (named.size() != 1) {
      return Optional.empty();
    }
    OWN_KEYS.forEach(
        (key, kinds) ->
            source
                .get(key)
                .filter(value -> !kinds.contains(named.get(0)))
                .ifPresent(
                    value ->
                        problems.warning(
                            ResourcesType.MESSAGES,
                            value.place(),
                            "source.key-unused",
                            key,
                            String.join(", ", kinds),
                            named.get(0))));
    return Optional.of(named.get(0));
  }

  /**
   * How many bytes a source may have. A page may not be larger than usual: its markup takes many
   * times its size once it is read.
   */
  int mostBytes(String kind, Node source) {
    return LARGE.contains(kind) ? SourceSize.here().bytes(source, problems) : Source.USUAL_BYTES;
  }

  /**
   * The reader of a kind.
   *
   * @param page what reads a page
   */
  SourceReader reader(String kind, Node source, Source where, SourceReader page) {
    return switch (kind) {
      case "csv" -> new SheetReader(columns(source));
      case "feed" -> feed(source);
      case "hsds" -> new HsdsReader();
      default -> guessed(where, page);
    };
  }

  /** Whether a source of a kind may be several tables, each in a file of its own. */
  static boolean isOfTables(String kind) {
    return kind.equals("hsds");
  }

  /** How an address of a kind is read to its end, where it may answer in pages. */
  static Optional<Paging> paging(String kind, URI address) {
    return kind.equals("hsds") ? HsdsPages.of(address) : Optional.empty();
  }

  /**
   * The reader of what was called a page, which may plainly be something else.
   *
   * @param page what reads a page
   */
  static SourceReader guessed(Source where, SourceReader page) {
    return (bytes, remarks) -> otherwise(where, bytes).orElse(page).read(bytes, remarks);
  }

  private static FeedReader feed(Node source) {
    return new FeedReader(
        source.get("limit").map(limit -> limit.json().asInt()).orElse(FeedReader.USUAL_LIMIT),
        source.text("group-by").filter("category"::equals).isPresent());
  }

  private static Map<Column, List<String>> columns(Node source) {
    Map<Column, List<String>> columns = new EnumMap<>(Column.class);
    source
        .get("columns")
        .ifPresent(
            node ->
                node.keys()
                    .forEach(
                        key ->
                            Column.of(key)
                                .ifPresent(
                                    column ->
                                        columns.put(
                                            column,
                                            node.items(key).stream().map(Node::text).toList()))));
    return columns;
  }

  /** The reader of what was called a page and is plainly something else. */
  private static Optional<SourceReader> otherwise(Source where, SourceBytes bytes) {
    String path =
        where instanceof Source.AtUrl url
            ? String.valueOf(url.uri().getPath())
            : ((Source.InFolder) where).path();
    String file = path.toLowerCase(Locale.ROOT);
    String type = bytes.mediaType().orElse("").toLowerCase(Locale.ROOT);
    // Of a file, and of what servers give no name to, the ending tells more than the media type.
    boolean named =
        where instanceof Source.InFolder
            || type.matches("|(?:text/plain|application/octet-stream)\\b.*");
    if (type.matches("text/(?:csv|tab-separated-values)\\b.*")
        || (named && file.matches(".*\\.(?:csv|tsv)"))) {
      return Optional.of(new SheetReader(Map.of()));
    }
    if (FeedReader.recognizes(bytes)) {
      return Optional.of(new FeedReader(FeedReader.USUAL_LIMIT, false));
    }
    boolean json =
        type.matches("application/(?:json|(?:x-)?ndjson|jsonl)\\b.*")
            || (named && file.matches(".*\\.(?:json|ndjson|jsonl)"));
    return json || HsdsReader.isZip(bytes) ? Optional.of(new HsdsReader()) : Optional.empty();
  }
}
