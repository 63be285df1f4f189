package org.handbill.widget.type.resources.hsds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Remarks;
import org.handbill.widget.type.resources.entry.SourceReader;
import org.handbill.widget.type.resources.entry.SourceText;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.sheet.Row;
import org.handbill.widget.type.resources.sheet.Sheet;
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

  @Override
  public List<Group> read(SourceBytes source, Remarks remarks) throws UnreadableSourceException {
    String text = SourceText.of(source).stripLeading();
    boolean json = text.startsWith("{") || text.startsWith("[");
    List<JsonNode> services = json ? ServiceLists.read(text, remarks) : rows(source);
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
