package org.handbill.widget.type.resources;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Link;

/**
 * A list as the readers of one language find it: in each group what they can read comes first, and
 * the rest keeps its order.
 */
record Listing(List<Shelf> shelves) {

  Listing {
    shelves = List.copyOf(shelves);
  }

  /**
   * A group.
   *
   * @param title its heading; empty for none
   * @param slug its name in URLs
   */
  record Shelf(String title, String slug, List<Entry> entries) {

    private Shelf where(Predicate<Entry> wanted) {
      return new Shelf(title, slug, entries.stream().filter(wanted).toList());
    }
  }

  /**
   * An item that can be found.
   *
   * @param id its name in URLs, which stays the same while its address does
   * @param folded the words it is found by
   */
  record Entry(Item item, String id, String folded) {

    /** The languages that it, or one of its links, is marked with. */
    Set<Language> languages() {
      return Stream.concat(
              item.language().stream(), item.links().stream().flatMap(l -> l.language().stream()))
          .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
  }

  /**
   * @param slugs the groups' names in URLs, in order
   */
  static Listing of(List<Group> groups, List<String> slugs, Language reader) {
    Map<URI, Set<String>> titles = new HashMap<>();
    groups.forEach(
        group ->
            group
                .items()
                .forEach(
                    item ->
                        titles
                            .computeIfAbsent(item.url(), any -> new HashSet<>())
                            .add(item.title())));
    List<Shelf> shelves = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      List<Entry> entries =
          groups.get(i).items().stream()
              .sorted(Comparator.comparing(item -> !isFor(reader, item)))
              .map(item -> entry(item, titles.getOrDefault(item.url(), Set.of()).size() > 1))
              .toList();
      shelves.add(new Shelf(groups.get(i).title(), slugs.get(i), entries));
    }
    return new Listing(shelves);
  }

  private static boolean isFor(Language reader, Item item) {
    String wanted = reader.locale().getLanguage();
    return item.language().isEmpty()
        || Stream.concat(item.language().stream(), item.links().stream().flatMap(Listing::language))
            .anyMatch(language -> language.locale().getLanguage().equals(wanted));
  }

  private static Stream<Language> language(Link link) {
    return link.language().stream();
  }

  /**
   * @param shared whether other items lead to the same address, so that it alone names none of them
   */
  private static Entry entry(Item item, boolean shared) {
    String name = item.url() + (shared ? "\n" + item.title() : "");
    return new Entry(item, hash(name), Folding.fold(words(item)));
  }

  private static final int HASH_BYTES = 5;

  private static String hash(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }

  private static String words(Item item) {
    Stream<String> languages =
        Stream.concat(item.language().stream(), item.links().stream().flatMap(Listing::language))
            .distinct()
            .map(Language::ownName);
    return Stream.of(
            Stream.of(item.title(), item.facts().organization().orElse(""), item.summary().text()),
            item.links().stream().map(Link::title),
            languages)
        .flatMap(part -> part)
        .collect(Collectors.joining(" "));
  }

  /** How many entries there are. */
  int size() {
    return shelves.stream().mapToInt(shelf -> shelf.entries().size()).sum();
  }

  /** The group of that name alone. */
  Listing only(String slug) {
    return new Listing(shelves.stream().filter(shelf -> shelf.slug().equals(slug)).toList());
  }

  /** The name in URLs of the group with that title, however it is spelled. */
  Optional<String> called(String title) {
    String folded = Folding.fold(title);
    return folded.isEmpty()
        ? Optional.empty()
        : first(shelf -> shelf.title().equalsIgnoreCase(title))
            .or(() -> first(shelf -> Folding.fold(shelf.title()).equals(folded)))
            .or(() -> first(shelf -> Folding.fold(shelf.slug()).equals(folded)));
  }

  private Optional<String> first(Predicate<Shelf> wanted) {
    return shelves.stream().filter(wanted).map(Shelf::slug).findFirst();
  }

  /** The entry of that name, once. */
  Listing alone(String id) {
    return where(entry -> entry.id().equals(id)).part(0, 1);
  }

  /** What a visitor asked for, in its groups. */
  Listing matching(Search search) {
    Listing searched = search.topic().isEmpty() ? this : only(search.topic());
    return searched.where(search::finds);
  }

  private Listing where(Predicate<Entry> wanted) {
    return new Listing(
        shelves.stream()
            .map(shelf -> shelf.where(wanted))
            .filter(shelf -> !shelf.entries().isEmpty())
            .toList());
  }

  /** Some entries, counted through all groups; groups that have none of them are left out. */
  Listing part(int from, int count) {
    List<Shelf> part = new ArrayList<>();
    int start = 0;
    for (Shelf shelf : shelves) {
      int size = shelf.entries().size();
      int first = Math.min(size, Math.max(0, from - start));
      int end = Math.min(size, Math.max(0, from + count - start));
      if (first < end) {
        part.add(new Shelf(shelf.title(), shelf.slug(), shelf.entries().subList(first, end)));
      }
      start += size;
    }
    return new Listing(part);
  }

  /** How many entries each group has, by its name in URLs. */
  Map<String, Long> topics() {
    Map<String, Long> counts = new java.util.LinkedHashMap<>();
    shelves.forEach(shelf -> counts.put(shelf.slug(), (long) shelf.entries().size()));
    return counts;
  }

  /** How many entries there are in each language that any is marked with, the most first. */
  Map<String, Long> languages() {
    return sorted(entries().flatMap(entry -> entry.languages().stream()).map(Language::tag));
  }

  /** How many entries there are of each kind, the most first. */
  Map<String, Long> kinds() {
    return sorted(entries().map(entry -> entry.item().kind().param()));
  }

  private Stream<Entry> entries() {
    return shelves.stream().flatMap(shelf -> shelf.entries().stream());
  }

  private static Map<String, Long> sorted(Stream<String> values) {
    Map<String, Long> counts =
        values.collect(Collectors.groupingBy(value -> value, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                Map.Entry::getValue,
                (one, other) -> one,
                java.util.LinkedHashMap::new));
  }

  /** Names in URLs for groups, in order; the second of a name gets a number. */
  static List<String> slugs(List<Group> groups) {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> used = new HashSet<>();
    List<String> slugs = new ArrayList<>();
    for (Group group : groups) {
      String slug = slug(group.title());
      String name = numbered(slug, seen.merge(slug, 1, Integer::sum));
      while (!used.add(name)) {
        name = numbered(slug, seen.merge(slug, 1, Integer::sum));
      }
      slugs.add(name);
    }
    return slugs;
  }

  private static String numbered(String slug, int count) {
    return count == 1 ? slug : slug + "-" + count;
  }

  private static String slug(String title) {
    String slug =
        title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "more" : slug.substring(0, Math.min(LONGEST_SLUG, slug.length()));
  }

  private static final int LONGEST_SLUG = 60;
}
