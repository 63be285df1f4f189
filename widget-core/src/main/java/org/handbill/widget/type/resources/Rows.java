package org.handbill.widget.type.resources;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.Messages;
import org.handbill.widget.type.resources.ResourcesView.Badge;
import org.handbill.widget.type.resources.ResourcesView.Row;
import org.handbill.widget.type.resources.ResourcesView.Target;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;

/**
 * Puts entries into words.
 *
 * @param language whom they are for
 * @param look how the list is shown
 * @param health how the links are
 * @param pictures where an entry's picture stands; empty for none
 */
record Rows(
    Language language, Look look, Map<URI, LinkHealth> health, Function<Item, String> pictures) {

  Messages.Texts texts() {
    return ResourcesType.MESSAGES.in(language);
  }

  /** A group's heading; one without any is called more. */
  String title(Listing.Shelf shelf) {
    return shelf.title().isEmpty() ? texts().get("more") : shelf.title();
  }

  /** The headings of all groups. */
  List<String> titles(Listing listing) {
    return listing.shelves().stream().map(this::title).toList();
  }

  /** The entries of a group. */
  List<Row> of(List<Listing.Entry> entries) {
    return entries.stream().map(entry -> row(entry, "", 0)).toList();
  }

  /** All entries of a list, each with its words and its group's number. */
  List<Row> numbered(Listing listing) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < listing.shelves().size(); i++) {
      int number = i;
      listing.shelves().get(i).entries().forEach(one -> rows.add(row(one, one.folded(), number)));
    }
    return rows;
  }

  private Row row(Listing.Entry entry, String folded, int group) {
    Item item = entry.item();
    boolean video = look.layout() == Look.Layout.VIDEOS && item.kind() == Kind.VIDEO;
    return new Row(
        entry.id(),
        folded,
        group,
        entry.languages().stream().map(Language::tag).collect(Collectors.joining(" ")),
        item.kind().param(),
        target(item.title(), item.url(), look.archive(item, health), item.language()),
        video,
        video ? Player.of(item).map(player -> player.frame().toString()).orElse("") : "",
        pictures.apply(item),
        badges(item),
        origin(item),
        look.layout() == Look.Layout.COMPACT ? "" : item.summary().html(),
        item.links().stream()
            .map(
                link ->
                    target(
                        link.title(),
                        link.url(),
                        look.archive(link.url(), health),
                        link.language()))
            .toList());
  }

  private List<Badge> badges(Item item) {
    List<Badge> badges = new ArrayList<>();
    other(item.language()).ifPresent(found -> badges.add(new Badge(found.ownName(), found.tag())));
    if (item.kind() != Kind.PAGE) {
      badges.add(new Badge(texts().get("kind." + item.kind().param()), ""));
    }
    return badges;
  }

  /** Who offers it and how fresh it is, each only where the source says so. */
  private List<String> origin(Item item) {
    List<String> origin = new ArrayList<>(item.facts().organization().stream().toList());
    item.facts().updated().ifPresent(day -> origin.add(texts().format("updated", day(day))));
    item.facts().verified().ifPresent(day -> origin.add(texts().format("verified", day(day))));
    return origin;
  }

  /** A day as the language of the texts around it writes it. */
  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(texts().language().locale())
        .format(day);
  }

  /**
   * A link.
   *
   * @param archive where readers are led instead
   */
  private Target target(
      String title, URI url, Optional<String> archive, Optional<Language> language) {
    Optional<Language> other = other(language);
    return new Target(
        title,
        archive.orElse(url.toString()),
        other.map(Language::tag).orElse(""),
        other.map(Language::dir).orElse(""),
        note(url, archive.isPresent()));
  }

  private String note(URI url, boolean archived) {
    return Freshness.isDead(url, health)
        ? texts().get(archived ? "link.archived" : "link.dead")
        : "";
  }

  private Optional<Language> other(Optional<Language> found) {
    return found.filter(tagged -> !tagged.equals(language));
  }
}
