package org.handbill.widget.type.resources.entry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.SourceBytes;

/** What a reader makes of a source, in lines that a test can compare. */
public record Read(List<Group> groups, List<String> remarks) {

  public static final URI BASE = URI.create("https://help.example/list/");

  public static Read of(SourceReader reader, String text) {
    return of(reader, text.getBytes(StandardCharsets.UTF_8), "");
  }

  public static Read of(SourceReader reader, byte[] bytes, String mediaType) {
    List<String> remarks = new ArrayList<>();
    try {
      List<Group> groups =
          reader.read(
              bytes(bytes, mediaType), (key, values) -> remarks.add(key + " " + List.of(values)));
      return new Read(groups, remarks);
    } catch (UnreadableSourceException e) {
      throw new AssertionError(e.key(), e);
    }
  }

  public static SourceBytes bytes(byte[] bytes, String mediaType) {
    return new SourceBytes(
        bytes, Optional.of(mediaType).filter(type -> !type.isEmpty()), BASE, Optional.empty());
  }

  public List<Item> items() {
    return groups.stream().flatMap(group -> group.items().stream()).toList();
  }

  public Item item() {
    if (items().size() != 1) {
      throw new AssertionError("One item expected: " + items());
    }
    return items().get(0);
  }

  /** A line for each group, item and further link. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Group group : groups) {
      lines.add("# " + group.title());
      for (Item item : group.items()) {
        lines.add("- " + item.title() + " " + item.url());
        item.links().forEach(link -> lines.add("  + " + link.title() + " " + link.url()));
      }
    }
    return lines;
  }
}
