package org.handbill.widget.type.resources;

import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Link;
import org.jspecify.annotations.Nullable;

/**
 * Puts the sources of a list together and leaves out what stands there already; its further links
 * go to the entry that stays. An address tells which entry it is, except where one source lists
 * several entries at the same address, such as the services of one organization: there the title
 * counts too. An entry that one source repeats under another heading stays, since an editor put it
 * there. Groups of two sources that have the same heading become one, where the first of them
 * stands.
 *
 * <p>What is put where is the same in every language: readers of two languages are given the same
 * groups, under the same addresses.
 */
final class Merge {

  private static final int MOST_LINKS = 20;

  /** What no heading is called: entries of the file that name no group stand by themselves. */
  private static final String ALONE = "\n";

  private final Map<String, Kept> addresses = new HashMap<>();
  private final Map<String, Kept> entries = new HashMap<>();
  private final List<Shelf> shelves = new ArrayList<>();

  /**
   * @param read the groups of each source, in order
   * @param written the entries that stand in the list's own file
   */
  static Merge of(List<List<Group>> read, List<Resources.Entry> written) {
    Merge merge = new Merge();
    read.forEach(source -> merge.add(source.stream().map(Shelf::of).toList()));
    merge.add(shelves(written));
    return merge;
  }

  /** The groups for readers of a language; one that has nothing new is left out. */
  List<Group> in(Language audience) {
    return shelves.stream()
        .map(
            shelf ->
                new Group(
                    shelf.title.apply(audience),
                    shelf.kept.stream().map(kept -> kept.in(audience)).toList()))
        .toList();
  }

  /** An entry, with what it got from others at its address. */
  private static final class Kept {
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

    void take(Item dropped) {
      Set<String> known = new HashSet<>();
      item.addresses().forEach(url -> known.add(address(url)));
      more.forEach(link -> known.add(address(link.url())));
      for (Link link : dropped.links()) {
        if (item.links().size() + more.size() < MOST_LINKS && known.add(address(link.url()))) {
          more.add(link);
        }
      }
    }
  }

  /** A group: what its heading is called, in any language, and what stands under it. */
  private record Shelf(Set<String> names, Function<Language, String> title, List<Kept> kept) {
    static Shelf of(Group group) {
      return new Shelf(
          Set.of(name(group.title())),
          any -> group.title(),
          group.items().stream().map(item -> new Kept(item, any -> item)).toList());
    }

    boolean isCalled(Set<String> others) {
      return names.stream().anyMatch(others::contains);
    }
  }

  private static List<Shelf> shelves(List<Resources.Entry> written) {
    List<Shelf> shelves = new ArrayList<>();
    for (Resources.Entry entry : written) {
      Set<String> names =
          entry
              .group()
              .map(group -> group.texts().values().stream().map(Merge::name))
              .map(texts -> texts.collect(Collectors.toSet()))
              .orElse(Set.of(ALONE));
      Shelf shelf = called(names, shelves);
      if (shelf == null) {
        shelf =
            new Shelf(
                names,
                audience -> entry.group().map(group -> group.in(audience)).orElse(""),
                new ArrayList<>());
        shelves.add(shelf);
      }
      shelf.kept().add(new Kept(entry.in(Language.ENGLISH), entry::in));
    }
    return shelves;
  }

  private static @Nullable Shelf called(Set<String> names, List<Shelf> among) {
    return among.stream().filter(shelf -> shelf.isCalled(names)).findFirst().orElse(null);
  }

  private void add(List<Shelf> source) {
    Map<String, Set<String>> titles = new HashMap<>();
    source.stream()
        .flatMap(shelf -> shelf.kept().stream())
        .forEach(
            kept ->
                titles
                    .computeIfAbsent(address(kept.item.url()), any -> new HashSet<>())
                    .add(folded(kept.item.title())));
    List<Shelf> before = List.copyOf(shelves);
    Map<String, Kept> metAddresses = new LinkedHashMap<>();
    Map<String, Kept> metEntries = new LinkedHashMap<>();
    for (Shelf shelf : source) {
      List<Kept> stay = new ArrayList<>();
      Map<String, Kept> here = new HashMap<>();
      for (Kept kept : shelf.kept()) {
        String entry = entry(kept.item);
        boolean shared = titles.getOrDefault(address(kept.item.url()), Set.of()).size() > 1;
        Kept known = Optional.ofNullable(known(kept.item, shared)).orElse(here.get(entry));
        if (known == null) {
          stay.add(kept);
        } else {
          known.take(kept.item);
        }
        Kept shown = known == null ? kept : known;
        here.put(entry, shown);
        metEntries.putIfAbsent(entry, shown);
        metAddresses.putIfAbsent(address(kept.item.url()), shown);
      }
      place(shelf, stay, before);
    }
    metEntries.forEach(entries::putIfAbsent);
    metAddresses.forEach(addresses::putIfAbsent);
  }

  /** Under the heading of an earlier source, or under its own. */
  private void place(Shelf shelf, List<Kept> stay, List<Shelf> before) {
    Shelf same = called(shelf.names(), before);
    if (same != null) {
      Set<String> there = new HashSet<>();
      same.kept().forEach(kept -> there.add(entry(kept.item)));
      stay.stream().filter(kept -> there.add(entry(kept.item))).forEach(same.kept()::add);
    } else if (!stay.isEmpty()) {
      shelves.add(new Shelf(shelf.names(), shelf.title(), stay));
    }
  }

  private @Nullable Kept known(Item item, boolean shared) {
    return shared ? entries.get(entry(item)) : addresses.get(address(item.url()));
  }

  private static String entry(Item item) {
    return address(item.url()) + " " + folded(item.title());
  }

  /** The address as far as it tells pages apart. */
  private static String address(URI url) {
    return url.toString()
        .replaceFirst("#$", "")
        .replaceFirst("^https?://(?:www\\.)?", "//")
        .replaceFirst("^(//[^/?#]+)(?=[?#]|$)", "$1/")
        .replaceFirst("(?<=[^/])/+(?=[?#]|$)", "");
  }

  /** What a heading is known by; one of signs alone by itself. */
  private static String name(String title) {
    String folded = folded(title);
    return folded.isEmpty() ? title.strip() : folded;
  }

  private static String folded(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
