package org.handbill.widget.type.resources.hsds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.entry.SourceText;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.sheet.Row;
import org.handbill.widget.type.resources.sheet.Sheet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads services as HSDS 3 has them: one, an array, a page of a list, organizations with their
 * services, or the table {@code services.csv}. A service that is not active is left out. Stateless.
 */
public final class HsdsReader implements SourceReader {

  private static final int MOST_SERVICES = 20_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Under which names lists of services stand in what servers answer. */
  private static final List<String> LISTS = List.of("contents", "content", "services", "data");

  @Override
  public List<Group> read(SourceBytes source, Remarks remarks) throws UnreadableSourceException {
    String text = SourceText.of(source).stripLeading();
    boolean json = text.startsWith("{") || text.startsWith("[");
    List<JsonNode> services = json ? services(text, remarks) : rows(source);
    Map<String, List<Item>> groups = new LinkedHashMap<>();
    int without = 0;
    for (JsonNode service : services.subList(0, Math.min(services.size(), MOST_SERVICES))) {
      if (!isActive(service)) {
        continue;
      }
      ServiceReader reader = new ServiceReader(service, source.base());
      Optional<Item> item = reader.item();
      if (item.isEmpty()) {
        without++;
        continue;
      }
      for (String category : reader.categories()) {
        groups.computeIfAbsent(category, any -> new ArrayList<>()).add(item.get());
      }
    }
    if (without > 0) {
      remarks.add("hsds.no-address", without);
    }
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }

  private static boolean isActive(JsonNode service) {
    String status = service.path("status").asString("").strip().toLowerCase(Locale.ROOT);
    return status.isEmpty() || status.equals("active");
  }

  private static List<JsonNode> services(String text, Remarks remarks)
      throws UnreadableSourceException {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException malformed) {
      throw new UnreadableSourceException("hsds.malformed");
    }
    int all = root.path("total_items").asInt(0);
    List<JsonNode> services = new ArrayList<>();
    collect(root, services, true);
    if (services.isEmpty() && !isEmptyList(root)) {
      throw new UnreadableSourceException("hsds.none");
    }
    if (all > services.size()) {
      remarks.add("hsds.more-pages", services.size(), all);
    }
    return services;
  }

  private static boolean isEmptyList(JsonNode root) {
    JsonNode list =
        LISTS.stream().map(root::path).filter(JsonNode::isArray).findFirst().orElse(root);
    return list.isArray() && list.isEmpty();
  }

  /** Gathers services; each of an organization's gets the organization that it stands in. */
  private static void collect(JsonNode node, List<JsonNode> services, boolean deeper) {
    if (node.isArray()) {
      node.forEach(one -> collect(one, services, deeper));
      return;
    }
    for (String name : LISTS) {
      if (deeper && node.path(name).isArray()) {
        node.path(name).forEach(one -> collect(within(node, one), services, true));
        return;
      }
    }
    if (deeper && node.path("organizations").isArray()) {
      node.path("organizations").forEach(one -> collect(one, services, true));
    } else if (isService(node)) {
      services.add(node);
    }
  }

  /** An organization has locations, too, but nothing of what a service has beside them. */
  private static boolean isService(JsonNode node) {
    boolean marked =
        Stream.of("status", "organization", "organization_id", "service_at_locations")
            .anyMatch(node::has);
    return node.path("name").isString() && (marked || !node.path("locations").isArray());
  }

  private static JsonNode within(JsonNode around, JsonNode service) {
    boolean organization = around.path("name").isString();
    if (organization
        && service instanceof ObjectNode object
        && !service.path("organization").isObject()) {
      ObjectNode copy = object.deepCopy();
      ObjectNode parent = ((ObjectNode) around).deepCopy();
      LISTS.forEach(parent::remove);
      copy.set("organization", parent);
      return copy;
    }
    return service;
  }

  /** The rows of {@code services.csv}, each as the object that its headings make of it. */
  private static List<JsonNode> rows(SourceBytes source) throws UnreadableSourceException {
    List<Row> rows = Sheet.of(source).rows();
    Set<String> headings = new LinkedHashSet<>();
    if (!rows.isEmpty()) {
      rows.get(0).cells().forEach(cell -> headings.add(cell.toLowerCase(Locale.ROOT)));
    }
    if (!headings.contains("name") || !(headings.contains("id") || headings.contains("url"))) {
      throw new UnreadableSourceException("hsds.none");
    }
    List<JsonNode> services = new ArrayList<>();
    for (Row row : rows.subList(1, rows.size())) {
      ObjectNode service = JSON.createObjectNode();
      for (int i = 0; i < rows.get(0).cells().size(); i++) {
        service.put(rows.get(0).cells().get(i).toLowerCase(Locale.ROOT), row.cell(i));
      }
      services.add(service);
    }
    return services;
  }
}
