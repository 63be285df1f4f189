package org.handbill.widget.type.resources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Likeness;
import org.handbill.widget.type.resources.entry.Link;
import org.jspecify.annotations.Nullable;

/**
 * Puts the sources of a list together and leaves out what stands there already; its further links
 * go to the entry that stays. An address tells which entry it is, except where one source lists
 * several entries at the same address, such as the services of one organization: there the title
 * counts too. An entry that one source repeats under another heading stays, since an editor put it
 * there. Groups of two sources that have the same heading become one, where the first of them
 * stands. What the list's own file says of an entry counts more than what any source does: see
 * {@link OwnEntries}.
 *
 * <p>What is put where is the same in every language: readers of two languages are given the same
 * groups, under the same addresses.
 */
final class Merge {

  private static final int MOST_LINKS = 20;

  private final Map<String, Kept> addresses = new HashMap<>();
  private final Map<String, Kept> entries = new HashMap<>();
  private final Map<String, Shelf> called = new HashMap<>();
  private final List<Shelf> shelves = new ArrayList<>();

  /**
   * @param read the groups of each source, in order
   * @param written the entries that stand in the list's own file
   */
  static Merge of(List<List<Group>> read, List<Resources.Entry> written) {
    Merge merge = new Merge();
    read.forEach(merge::add);
    new OwnEntries(merge.shelves, merge.called, written).place();
    return merge;
  }

  /** The groups for readers of a language; one that has nothing new is left out. */
  List<Group> in(Language audience) {
    return shelves.stream()
        .filter(shelf -> !shelf.kept.isEmpty())
        .map(
            shelf ->
                new Group(
                    shelf.title.apply(audience),
                    shelf.kept.stream().map(kept -> kept.in(audience)).toList()))
        .toList();
  }

  /** An entry, with what it got from others at its address. */
  static final class Kept {
    final Item item;
    private final Function<Language, Item> words;
    private final List<Link> more = new ArrayList<>();

    Kept(Item item, Function<Language, Item> words) {
      this.item = item;
      this.words = words;
    }

    Item in(Language audience) {
      Item said = words.apply(audience);
      return more.isEmpty() ? said : said.with(more);
    }

    private List<Link> links() {
      return Stream.concat(item.links().stream(), more.stream()).toList();
    }

    void take(Kept dropped) {
      Set<String> known = new HashSet<>();
      item.addresses().forEach(url -> known.add(Likeness.address(url)));
      more.forEach(link -> known.add(Likeness.address(link.url())));
      for (Link link : dropped.links()) {
        if (links().size() < MOST_LINKS && known.add(Likeness.address(link.url()))) {
          more.add(link);
        }
      }
    }
  }

  /** A group: its heading, by the language of its readers, and what stands under it. */
  static final class Shelf {
    private final Function<Language, String> title;
    final List<Kept> kept;

    Shelf(Function<Language, String> title, List<Kept> kept) {
      this.title = title;
      this.kept = new ArrayList<>(kept);
    }
  }

  private void add(List<Group> source) {
    Map<String, Set<String>> titles = new HashMap<>();
    source.stream()
        .flatMap(group -> group.items().stream())
        .forEach(
            item ->
                titles
                    .computeIfAbsent(Likeness.address(item.url()), any -> new HashSet<>())
                    .add(Likeness.title(item.title())));
    Map<String, Kept> metAddresses = new LinkedHashMap<>();
    Map<String, Kept> metEntries = new LinkedHashMap<>();
    Map<String, Shelf> metShelves = new LinkedHashMap<>();
    for (Group group : source) {
      List<Kept> stay = new ArrayList<>();
      Map<String, Kept> here = new HashMap<>();
      for (Item item : group.items()) {
        String address = Likeness.address(item.url());
        String entry = Likeness.entry(item);
        boolean shared = titles.getOrDefault(address, Set.of()).size() > 1;
        Kept kept = new Kept(item, any -> item);
        Kept known =
            Optional.ofNullable(shared ? entries.get(entry) : addresses.get(address))
                .orElse(here.get(entry));
        if (known == null) {
          stay.add(kept);
        } else {
          known.take(kept);
        }
        Kept shown = known == null ? kept : known;
        here.put(entry, shown);
        metEntries.putIfAbsent(entry, shown);
        metAddresses.putIfAbsent(address, shown);
      }
      @Nullable Shelf shelf = place(group.title(), stay);
      if (shelf != null) {
        metShelves.putIfAbsent(Likeness.heading(group.title()), shelf);
      }
    }
    metEntries.forEach(entries::putIfAbsent);
    metAddresses.forEach(addresses::putIfAbsent);
    metShelves.forEach(called::putIfAbsent);
  }

  /** Under the heading of an earlier source, or under its own; null where there is nothing. */
  private @Nullable Shelf place(String heading, List<Kept> stay) {
    Shelf same = called.get(Likeness.heading(heading));
    if (same != null) {
      Set<String> there = new HashSet<>();
      same.kept.forEach(kept -> there.add(Likeness.entry(kept.item)));
      stay.stream().filter(kept -> there.add(Likeness.entry(kept.item))).forEach(same.kept::add);
      return same;
    }
    if (stay.isEmpty()) {
      return null;
    }
    Shelf own = new Shelf(any -> heading, stay);
    shelves.add(own);
    return own;
  }
}
