package org.handbill.widget.type.resources.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.UnreadableSourceException;
import org.handbill.widget.type.resources.page.steer.PageParts;

/** What a page reads as, in lines that a test can compare. */
final class Reading {

  static final URI BASE = URI.create("https://help.example/list/page");

  private Reading() {}

  static SourceBytes bytes(String text) {
    return new SourceBytes(
        text.getBytes(StandardCharsets.UTF_8), Optional.empty(), BASE, Optional.empty());
  }

  static List<Group> groups(String html) {
    try {
      return PageReader.read(bytes(html), PageParts.FOUND);
    } catch (UnreadableSourceException e) {
      throw new AssertionError(e.key(), e);
    }
  }

  static List<Item> items(String html) {
    return groups(html).stream().flatMap(group -> group.items().stream()).toList();
  }

  static Item item(String html) {
    List<Item> items = items(html);
    if (items.size() != 1) {
      throw new AssertionError("One item expected: " + items);
    }
    return items.get(0);
  }

  /** A line for each group, item and further link. */
  static List<String> lines(String html) {
    return lines(groups(html));
  }

  static List<String> lines(List<Group> groups) {
    List<String> lines = new ArrayList<>();
    for (Group group : groups) {
      lines.add("# " + group.title());
      for (Item item : group.items()) {
        lines.add("- " + item.title() + " " + place(item.url()));
        item.links().forEach(link -> lines.add("  + " + link.title() + " " + place(link.url())));
      }
    }
    return lines;
  }

  static List<String> addresses(List<Group> groups) {
    List<String> addresses = new ArrayList<>();
    for (Group group : groups) {
      for (Item item : group.items()) {
        addresses.add(item.url().toString());
        item.links().forEach(link -> addresses.add(link.url().toString()));
      }
    }
    return addresses;
  }

  static String tag(Optional<Language> language) {
    return language.map(Language::tag).orElse("");
  }

  private static String place(URI url) {
    return BASE.getHost().equals(url.getHost()) ? url.getPath() : url.toString();
  }
}
