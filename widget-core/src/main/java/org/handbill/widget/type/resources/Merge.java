package org.handbill.widget.type.resources;

import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;

/**
 * Puts the sources of a list together and leaves out what stands there already. An address tells
 * which entry it is, except where one source lists several entries at the same address, such as the
 * services of one organization: there the title counts too. An entry that one source repeats under
 * another heading stays, since an editor put it there.
 */
final class Merge {

  private final Set<String> addresses = new HashSet<>();
  private final Set<String> entries = new HashSet<>();
  private final List<Group> merged = new ArrayList<>();

  /** The groups of all sources, in their order; a group that has nothing new is left out. */
  static List<Group> of(List<List<Group>> sources) {
    Merge merge = new Merge();
    sources.forEach(merge::add);
    return merge.merged;
  }

  private void add(List<Group> source) {
    Map<String, Set<String>> titles = new HashMap<>();
    items(source)
        .forEach(
            item ->
                titles
                    .computeIfAbsent(address(item.url()), any -> new HashSet<>())
                    .add(folded(item.title())));
    for (Group group : source) {
      Set<String> here = new HashSet<>();
      List<Item> fresh =
          group.items().stream()
              .filter(
                  item ->
                      !known(item, titles.getOrDefault(address(item.url()), Set.of()).size() > 1))
              .filter(item -> here.add(entry(item)))
              .toList();
      if (!fresh.isEmpty()) {
        merged.add(new Group(group.title(), fresh));
      }
    }
    items(source)
        .forEach(
            item -> {
              addresses.add(address(item.url()));
              entries.add(entry(item));
            });
  }

  private static List<Item> items(List<Group> groups) {
    return groups.stream().flatMap(group -> group.items().stream()).toList();
  }

  private boolean known(Item item, boolean shared) {
    return shared ? entries.contains(entry(item)) : addresses.contains(address(item.url()));
  }

  private static String entry(Item item) {
    return address(item.url()) + " " + folded(item.title());
  }

  /** The address as far as it tells pages apart. */
  private static String address(URI url) {
    return url.toString()
        .replaceFirst("^https?://(?:www\\.)?", "//")
        .replaceFirst("^(//[^/?#]+)(?=[?#]|$)", "$1/")
        .replaceFirst("(?<=[^/])/+(?=[?#]|$)", "");
  }

  private static String folded(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
