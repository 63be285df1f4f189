package org.handbill.widget.type.resources.hsds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tables of HSDS, by their names in {@link TableNames}, which refer to each other's rows by
 * ids. Their rows become parts of what they belong to, as in HSDS as JSON.
 */
final class Tables {

  private final Map<String, List<ObjectNode>> tables;

  private Tables(Map<String, List<ObjectNode>> tables) {
    this.tables = tables;
  }

  /** Tables that are kept as CSV. */
  static Tables of(Map<String, SourceBytes> files, Remarks remarks)
      throws UnreadableSourceException {
    Map<String, List<ObjectNode>> tables = new HashMap<>();
    for (Map.Entry<String, SourceBytes> file : files.entrySet()) {
      boolean ofServices = file.getKey().equals(TableNames.SERVICE);
      tables.put(
          file.getKey(),
          ofServices
              ? CsvTable.services(file.getValue(), remarks)
              : CsvTable.read(file.getValue(), remarks));
    }
    return new Tables(tables);
  }

  /**
   * Tables that stand side by side in one object of JSON. An organization with its services has
   * some of their names in it, too, and a name of its own.
   */
  static Optional<Tables> of(JsonNode root) {
    Map<String, List<ObjectNode>> tables = new HashMap<>();
    root.properties()
        .forEach(
            property ->
                TableNames.of(property.getKey())
                    .filter(name -> property.getValue().isArray())
                    .ifPresent(name -> tables.put(name, rows(property.getValue()))));
    boolean several = tables.size() > 1 && tables.containsKey(TableNames.SERVICE);
    return several && !root.has("name") ? Optional.of(new Tables(tables)) : Optional.empty();
  }

  private static List<ObjectNode> rows(JsonNode array) {
    List<ObjectNode> rows = new ArrayList<>();
    for (JsonNode row : array) {
      if (row instanceof ObjectNode object) {
        rows.add(object);
      }
    }
    return rows;
  }

  /** The services, each with what belongs to it. */
  List<ObjectNode> services() {
    List<ObjectNode> phones = rows(TableNames.PHONE, phone -> !has(phone, "contact_id"));
    List<ObjectNode> shared = phones.stream().filter(phone -> !has(phone, "service_id")).toList();
    List<ObjectNode> organizations = rows(TableNames.ORGANIZATION);
    add("phones", shared, "organization_id", organizations);
    List<ObjectNode> locations = rows(TableNames.LOCATION);
    add("phones", shared, "location_id", locations);
    List<ObjectNode> there = rows(TableNames.SERVICE_AT_LOCATION);
    add("phones", shared, "service_at_location_id", there);
    refer("location", "location_id", there, locations);

    List<ObjectNode> services = rows(TableNames.SERVICE);
    refer("organization", "organization_id", services, organizations);
    add("phones", phones, "service_id", services);
    add("service_at_locations", there, "service_id", services);
    add("languages", rows(TableNames.LANGUAGE), "service_id", services);
    add("additional_urls", rows(TableNames.URL), "service_id", services);
    terms(services);
    return services;
  }

  /** Gives services the terms of the taxonomies, by whichever of three tables relates them. */
  private void terms(List<ObjectNode> services) {
    List<ObjectNode> terms = new ArrayList<>(rows(TableNames.TAXONOMY));
    terms.addAll(rows(TableNames.TAXONOMY_TERM));
    List<ObjectNode> relations = new ArrayList<>(rows(TableNames.SERVICE_TAXONOMY));
    relations.addAll(rows(TableNames.SERVICE_ATTRIBUTE));
    for (ObjectNode attribute : rows(TableNames.ATTRIBUTE)) {
      String entity = Values.string(attribute, "link_entity");
      if (entity.isEmpty() || TableNames.of(entity).equals(Optional.of(TableNames.SERVICE))) {
        attribute.put("service_id", Values.string(attribute, "link_id"));
        relations.add(attribute);
      }
    }
    refer("taxonomy_term", "taxonomy_id", relations, terms);
    refer("taxonomy_term", "taxonomy_term_id", relations, terms);
    add("attributes", relations, "service_id", services);
  }

  private List<ObjectNode> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  private List<ObjectNode> rows(String table, Predicate<ObjectNode> which) {
    return rows(table).stream().filter(which).toList();
  }

  private static boolean has(ObjectNode row, String column) {
    return !Values.string(row, column).isEmpty();
  }

  /** Puts each part among those of the row that it belongs to. */
  private static void add(
      String name, List<ObjectNode> parts, String column, List<ObjectNode> rows) {
    Map<String, ObjectNode> byId = byId(rows);
    for (ObjectNode part : parts) {
      ObjectNode row = byId.get(Values.string(part, column));
      if (row == null) {
        continue;
      }
      if (row.get(name) instanceof ArrayNode others) {
        others.add(part);
      } else {
        row.putArray(name).add(part);
      }
    }
  }

  /** Puts into each row the one that it refers to. */
  private static void refer(
      String name, String column, List<ObjectNode> rows, List<ObjectNode> others) {
    Map<String, ObjectNode> byId = byId(others);
    for (ObjectNode row : rows) {
      ObjectNode other = byId.get(Values.string(row, column));
      if (other != null && !row.path(name).isObject()) {
        row.set(name, other);
      }
    }
  }

  private static Map<String, ObjectNode> byId(List<ObjectNode> rows) {
    Map<String, ObjectNode> byId = new HashMap<>();
    for (ObjectNode row : rows) {
      String id = Values.string(row, "id");
      if (!id.isEmpty()) {
        byId.putIfAbsent(id, row);
      }
    }
    return byId;
  }
}
