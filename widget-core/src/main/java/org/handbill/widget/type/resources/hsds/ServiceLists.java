package org.handbill.widget.type.resources.hsds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the services in JSON: one, an array, one a line, a page of a list, organizations with their
 * services, or whole tables.
 */
final class ServiceLists {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Reads one value and leaves what follows it. */
  private static final ObjectReader ONE =
      JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Under which names lists of services stand in what servers answer. */
  private static final List<String> LISTS =
      List.of("contents", "content", "services", "data", "results", "items");

  /** Under which names servers tell how many services there are on all pages. */
  private static final List<String> TOTALS =
      List.of("total_items", "totalElements", "total", "count");

  private final List<JsonNode> services = new ArrayList<>();

  private ServiceLists() {}

  static List<JsonNode> read(String text, Remarks remarks) throws UnreadableSourceException {
    JsonNode root = root(text);
    if (isPackage(root)) {
      throw new UnreadableSourceException("hsds.package");
    }
    Optional<Tables> tables = Tables.of(root);
    if (tables.isPresent()) {
      return List.copyOf(tables.get().services());
    }
    ServiceLists lists = new ServiceLists();
    lists.collect(root, null);
    List<JsonNode> services = lists.services;
    if (services.isEmpty() && !isEmptyList(root)) {
      throw new UnreadableSourceException("hsds.none");
    }
    int all = TOTALS.stream().mapToInt(name -> root.path(name).asInt(0)).max().orElse(0);
    if (all > services.size()) {
      remarks.add("hsds.more-pages", services.size(), all);
    }
    return services;
  }

  /** The value; an array of them where there are several, one a line (NDJSON). */
  private static JsonNode root(String text) throws UnreadableSourceException {
    ArrayNode values = JSON.createArrayNode();
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        values.add(ONE.readTree(parser));
      }
    } catch (JacksonException malformed) {
      throw new UnreadableSourceException("hsds.malformed");
    }
    return values.size() == 1 ? values.get(0) : values;
  }

  /** Whether this is {@code datapackage.json}, which only says which tables there are. */
  private static boolean isPackage(JsonNode root) {
    JsonNode first = root.path("resources").path(0);
    return first.path("path").isString() || first.path("schema").isObject();
  }

  private static Optional<JsonNode> list(JsonNode node) {
    return LISTS.stream().map(node::path).filter(JsonNode::isArray).findFirst();
  }

  private static boolean isEmptyList(JsonNode root) {
    JsonNode list = list(root).orElse(root);
    return list.isArray() && list.isEmpty();
  }

  /**
   * Gathers services.
   *
   * @param organization the one that they stand in, where they do
   */
  private void collect(JsonNode node, @Nullable ObjectNode organization) {
    if (node.isArray()) {
      node.forEach(one -> collect(one, organization));
      return;
    }
    Optional<JsonNode> list = list(node);
    if (list.isPresent()) {
      ObjectNode named = node.path("name").isString() ? withoutLists(node) : null;
      list.get().forEach(one -> collect(one, named));
    } else if (node.path("organizations").isArray()) {
      node.path("organizations").forEach(one -> collect(one, null));
    } else if (isService(node)) {
      services.add(organization == null ? node : within(organization, node));
    }
  }

  /** An organization has locations, too, but nothing of what a service has beside them. */
  private static boolean isService(JsonNode node) {
    boolean marked =
        Stream.of("status", "organization", "organization_id", "service_at_locations")
            .anyMatch(node::has);
    return node.path("name").isString() && (marked || !node.path("locations").isArray());
  }

  private static ObjectNode withoutLists(JsonNode organization) {
    ObjectNode alone = JSON.createObjectNode();
    organization
        .properties()
        .forEach(
            property -> {
              if (!LISTS.contains(property.getKey())) {
                alone.set(property.getKey(), property.getValue());
              }
            });
    return alone;
  }

  private static JsonNode within(ObjectNode organization, JsonNode service) {
    if (service.path("organization").isObject()) {
      return service;
    }
    ObjectNode offered = JSON.createObjectNode();
    offered.setAll((ObjectNode) service);
    offered.set("organization", organization);
    return offered;
  }
}
