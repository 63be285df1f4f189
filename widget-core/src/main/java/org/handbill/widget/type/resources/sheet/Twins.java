package org.handbill.widget.type.resources.sheet;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handbill.widget.model.RichText;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Link;

/**
 * The entries of a group, in which rows of one name and one address are one entry that says what
 * each of them says: an office that a sheet lists once for every town or service.
 */
final class Twins {

  private static final int LONGEST_SUMMARY = 4_000;
  private static final int MOST_LINKS = 20;

  private final Map<String, Item> items = new LinkedHashMap<>();

  /**
   * Adds an entry.
   *
   * @param named false where its title is only made of its address
   */
  void add(Item item, boolean named) {
    String key = named ? key(item) : key(item) + " " + items.size();
    items.merge(key, item, Twins::together);
  }

  List<Item> items() {
    return List.copyOf(items.values());
  }

  private static String key(Item item) {
    String address = item.url().toString().replaceFirst("^https?:(?://www\\.)?|/$", "");
    return Heading.of(item.title()).folded() + " " + address.replaceFirst("/$", "");
  }

  private static Item together(Item first, Item second) {
    List<Link> links = new ArrayList<>(first.links());
    for (Link link : second.links()) {
      if (links.size() < MOST_LINKS
          && links.stream().noneMatch(one -> one.url().equals(link.url()))) {
        links.add(link);
      }
    }
    return new Item(
        first.title(),
        first.url(),
        links,
        together(first.summary(), second.summary(), first.url()),
        first.language(),
        first.kind(),
        first.facts());
  }

  private static RichText together(RichText first, RichText second, URI base) {
    if (first.text().contains(second.text())
        || first.text().length() + second.text().length() > LONGEST_SUMMARY) {
      return first;
    }
    return second.text().contains(first.text())
        ? second
        : RichText.clean(first.html() + "<br>" + second.html(), base);
  }
}
