package org.handbill.widget.type.resources;

import static java.util.Comparator.naturalOrder;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Definition;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Localized;
import org.handbill.widget.model.Material;
import org.handbill.widget.model.Node;
import org.handbill.widget.model.OutboundLink;
import org.handbill.widget.model.Problems;
import org.handbill.widget.model.RichText;
import org.handbill.widget.model.Source;
import org.handbill.widget.model.SourceBytes;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Kind;

/**
 * A resource list as its editor defined it.
 *
 * @param look how it is shown
 * @param listed what is read, in order
 * @param entries what stands in the file itself
 */
record Resources(WidgetFile file, Look look, List<ListSource> listed, List<Entry> entries)
    implements Definition {

  /**
   * An item that the editor wrote by hand.
   *
   * @param group the heading it stands under; without one, under none
   */
  record Entry(
      Localized<String> title,
      URI url,
      Optional<Localized<String>> group,
      Optional<Localized<RichText>> summary,
      Optional<Language> language,
      Item.Facts facts) {

    Item in(Language audience) {
      return new Item(
          title.in(audience),
          url,
          List.of(),
          summary.map(text -> text.in(audience)).orElse(RichText.EMPTY),
          language,
          Kind.of(url, "", ""),
          facts);
    }
  }

  @Override
  public List<Source> sources() {
    return listed.stream().map(ListSource::source).toList();
  }

  @Override
  public int entries(Source source, SourceBytes bytes, LocalDate today, Problems problems) {
    return listed.stream()
        .filter(one -> one.source().equals(source))
        .mapToInt(one -> one.entries(bytes, today, problems))
        .sum();
  }

  @Override
  public Content content(Material material, Problems problems) {
    List<List<Group>> read = new ArrayList<>();
    List<OutboundLink> links = new ArrayList<>();
    List<OutboundLink> pictures = new ArrayList<>();
    Optional<Instant> updated = Optional.empty();
    boolean complete = true;
    for (ListSource source : listed) {
      SourceBytes bytes = material.read().get(source.source());
      if (bytes == null) {
        complete = false;
      } else {
        List<Group> groups = source.groups(bytes, material.today(), problems);
        read.add(groups);
        links.addAll(source.links(groups));
        pictures.addAll(pictures(items(groups), source.allowPrivate()));
        updated = Stream.concat(updated.stream(), bytes.modified().stream()).max(naturalOrder());
      }
    }
    List<Item> written = entries.stream().map(entry -> entry.in(Language.ENGLISH)).toList();
    written.stream()
        .filter(item -> String.valueOf(item.url().getScheme()).startsWith("http"))
        .forEach(item -> links.add(new OutboundLink(item.url(), false)));
    pictures.addAll(pictures(written.stream(), false));
    Merge merged = Merge.of(read, entries);
    Freshness freshness = new Freshness(material.today(), material.health(), look.deadLinks());
    reportSpared(freshness.spared(merged.in(Language.ENGLISH)), problems);
    return new ResourceList(
        file,
        look,
        new Gathered(
            language -> freshness.of(merged.in(language)),
            links,
            pictures,
            material.health(),
            material.pictures(),
            updated,
            complete));
  }

  private void reportSpared(int spared, Problems problems) {
    if (spared > 0) {
      Node key = file.node().require("dead-links");
      problems.warning(ResourcesType.MESSAGES, key.place(), "dead-links.spared", spared);
    }
  }

  private static Stream<Item> items(List<Group> groups) {
    return groups.stream().flatMap(group -> group.items().stream());
  }

  private List<OutboundLink> pictures(Stream<Item> items, boolean allowPrivate) {
    return items
        .flatMap(item -> look.layout().picture(item).stream())
        .map(url -> new OutboundLink(url, allowPrivate))
        .toList();
  }
}
