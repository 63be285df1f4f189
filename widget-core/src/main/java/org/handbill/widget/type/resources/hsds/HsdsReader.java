package org.handbill.widget.type.resources.hsds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.entry.SourceText;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads services as HSDS has them: as JSON, as a zip with its tables, or the table {@code
 * services.csv} alone. A service that is not active is left out. Stateless.
 */
public final class HsdsReader implements SourceReader {

  private static final int MOST_SERVICES = 20_000;

  /** True for a zip, whatever it holds. */
  public static boolean isZip(SourceBytes source) {
    return TableZip.isZip(source.bytes());
  }

  @Override
  public List<Group> read(SourceBytes source, Remarks remarks) throws UnreadableSourceException {
    List<? extends JsonNode> services = services(source, remarks);
    Map<String, List<Item>> groups = new LinkedHashMap<>();
    int without = 0;
    if (services.size() > MOST_SERVICES) {
      remarks.add("hsds.cut", MOST_SERVICES, services.size());
    }
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

  /** The tables of a zip as text, one after the other, so that words can be looked for in them. */
  @Override
  public String words(SourceBytes source) throws UnreadableSourceException {
    if (!isZip(source)) {
      return SourceText.of(source);
    }
    StringBuilder text = new StringBuilder();
    for (SourceBytes table : TableZip.here().tables(source).values()) {
      text.append(SourceText.of(table)).append('\n');
    }
    return text.toString();
  }

  private static List<? extends JsonNode> services(SourceBytes source, Remarks remarks)
      throws UnreadableSourceException {
    if (isZip(source)) {
      return Tables.of(TableZip.here().tables(source), remarks).services();
    }
    String text = SourceText.of(source).stripLeading();
    return text.startsWith("{") || text.startsWith("[")
        ? ServiceLists.read(text, remarks)
        : alone(source, remarks);
  }

  /** The table of services without the others. */
  private static List<? extends JsonNode> alone(SourceBytes source, Remarks remarks)
      throws UnreadableSourceException {
    List<ObjectNode> services = CsvTable.services(source, remarks);
    if (services.stream().anyMatch(row -> isActive(row) && !row.has("url") && !row.has("email"))) {
      remarks.add("hsds.table-alone");
    }
    return services;
  }

  private static boolean isActive(JsonNode service) {
    String status = Values.string(service, "status").strip().toLowerCase(Locale.ROOT);
    return status.isEmpty() || status.equals("active");
  }
}
