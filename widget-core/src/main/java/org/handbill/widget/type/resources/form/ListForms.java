package org.handbill.widget.type.resources.form;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.handbill.widget.model.Closing;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.Publication;
import org.handbill.widget.model.RichText;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;

/**
 * A resource list that is to be written for machines.
 *
 * @param groups what it holds
 * @param health how the links were when they were last followed
 * @param archives where a copy of an entry is, for those that a reader is led to one of
 * @param ended whether it will never change again
 */
public record ListForms(
    WidgetFile file,
    List<Group> groups,
    Map<URI, LinkHealth> health,
    Function<Item, Optional<String>> archives,
    Publication publication,
    boolean ended) {

  public ListForms {
    groups = List.copyOf(groups);
    health = Map.copyOf(health);
  }

  /**
   * An entry as machines know it: once, however many groups it stands in.
   *
   * @param id the same as long as its address, and where others share that, its title are the same
   * @param groups the titles of its groups; none of them empty
   */
  record Entry(UUID id, Item item, Set<String> groups) {}

  /** The forms, by the ending of their addresses. */
  public static Set<String> names() {
    return FORMS;
  }

  /** How those who subscribed to a list that has ended are told, by the ending of an address. */
  public static Map<String, Function<Publication, String>> ended(WidgetFile file, Closing closing) {
    return Map.of(
        "atom", publication -> AtomForm.of(last(file, closing, publication)),
        "feed.json", publication -> JsonFeedForm.of(last(file, closing, publication)));
  }

  /** A list that holds the notice of its end, where there is one. */
  private static ListForms last(WidgetFile file, Closing closing, Publication publication) {
    Language language = publication.audience().language();
    RichText notice = closing.text().in(language);
    Item item =
        new Item(
            file.title().in(language),
            closing.url().orElse(publication.links().page()),
            List.of(),
            notice,
            Optional.of(language),
            Kind.PAGE,
            Item.Facts.NONE);
    boolean silent = notice.isEmpty() && closing.url().isEmpty();
    List<Group> groups = silent ? List.of() : List.of(new Group("", List.of(item)));
    return new ListForms(file, groups, Map.of(), any -> Optional.empty(), publication, true);
  }

  private static final Set<String> FORMS = Set.of("atom", "feed.json", "csv", "hsds.json");

  /**
   * The text of a form.
   *
   * @throws IllegalArgumentException for an ending that none has
   */
  public String in(String ending) {
    return switch (ending) {
      case "atom" -> AtomForm.of(this);
      case "feed.json" -> JsonFeedForm.of(this);
      case "csv" -> CsvForm.of(this);
      case "hsds.json" -> HsdsForm.of(this);
      default -> throw new IllegalArgumentException(ending);
    };
  }

  /** The list for search engines, as schema.org's {@code ItemList} in JSON-LD. */
  public String structuredData() {
    return ItemListForm.of(this);
  }

  /** The entries in the list's order, each where it stands first. */
  List<Entry> entries() {
    Map<URI, Set<String>> titles = new LinkedHashMap<>();
    items()
        .forEach(
            item ->
                titles.computeIfAbsent(item.url(), any -> new LinkedHashSet<>()).add(item.title()));
    Map<UUID, Entry> entries = new LinkedHashMap<>();
    for (Group group : groups) {
      for (Item item : group.items()) {
        boolean shared = titles.getOrDefault(item.url(), Set.of()).size() > 1;
        UUID id = id(shared ? item.url() + "\n" + item.title() : item.url().toString());
        Entry entry =
            entries.computeIfAbsent(id, any -> new Entry(any, item, new LinkedHashSet<>()));
        if (!group.title().isEmpty()) {
          entry.groups().add(group.title());
        }
      }
    }
    return new ArrayList<>(entries.values());
  }

  private List<Item> items() {
    return groups.stream().flatMap(group -> group.items().stream()).toList();
  }

  /** The list's own identity, in its language, whoever shows it. */
  UUID id() {
    return id(language() + " " + new TreeMap<>(publication.audience().parameters()));
  }

  /** A name-based identity (RFC 9562, 5.3) within this network's list. */
  UUID id(String name) {
    String whole = publication.network().url() + "\n" + file.id() + "\n" + name;
    return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
  }

  Language language() {
    return publication.audience().language();
  }

  String title() {
    return file.title().in(language());
  }

  /** The line under the title, without markup. */
  String text() {
    return file.text().in(language()).text();
  }

  /** What came of following an entry's main link; empty where nobody has. */
  Optional<String> health(Item item) {
    return Optional.ofNullable(health.get(item.url())).map(found -> found.state().param());
  }

  /** Where a copy of an entry is: the one readers are led to, or else what its source names. */
  Optional<String> archive(Item item) {
    return archives.apply(item).or(() -> item.facts().archive().map(URI::toString));
  }

  /** When an entry last changed, or else the list. */
  String updated(Item item) {
    return item.facts().updated().map(ListForms::midnight).orElse(updated());
  }

  /** When the list last changed (RFC 3339), by the millisecond as HSDS has it. */
  String updated() {
    return publication.updated().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** The first moment of a day (RFC 3339). */
  static String midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
  }
}
