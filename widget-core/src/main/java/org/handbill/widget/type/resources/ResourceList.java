package org.handbill.widget.type.resources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Content;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.OutboundLink;
import org.handbill.widget.model.View;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Link;
import org.jspecify.annotations.Nullable;

/** A resource list that is ready to be shown. */
final class ResourceList implements Content {

  private static final String GROUP = "group";
  private static final int LONGEST_SLUG = 60;

  private final WidgetFile file;
  private final List<Group> read;
  private final Function<Language, List<Group>> written;
  private final List<OutboundLink> links;
  private final boolean complete;
  private final List<String> slugs;
  private final Map<String, Set<String>> parameters;

  /**
   * @param read the groups from pages, the same for everybody
   * @param written the groups from the file itself, by language
   * @param links where all of them lead
   * @param complete false while a source has never been read
   */
  ResourceList(
      WidgetFile file,
      List<Group> read,
      Function<Language, List<Group>> written,
      List<OutboundLink> links,
      boolean complete) {
    this.file = file;
    this.read = List.copyOf(read);
    this.written = written;
    this.links = List.copyOf(links);
    this.complete = complete;
    this.slugs = slugs(read);
    this.parameters = Map.of(GROUP, Set.copyOf(slugs));
  }

  @Override
  public List<OutboundLink> links() {
    return links;
  }

  @Override
  public Map<String, Set<String>> parameters() {
    return parameters;
  }

  @Override
  public View view(Audience audience, Links links) {
    List<Group> groups = groups(audience);
    return new View(
        "org/handbill/widget/type/resources/resources.jte",
        Map.of(
            "view",
            ResourcesView.of(groups, audience.language(), ResourcesType.MESSAGES, complete)),
        Map.of("groups", groups.stream().map(DataGroup::of).toList()),
        file.fallbackUrl());
  }

  private List<Group> groups(Audience audience) {
    String wanted = audience.parameters().get(GROUP);
    if (wanted != null) {
      return List.of(read.get(slugs.indexOf(wanted)));
    }
    List<Group> all = new ArrayList<>(read);
    all.addAll(written.apply(audience.language()));
    return all;
  }

  /** A name in URLs for each group, in order; the second of a name gets a number. */
  private static List<String> slugs(List<Group> groups) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<String> slugs = new ArrayList<>();
    for (Group group : groups) {
      String slug = slug(group.title());
      int count = seen.merge(slug, 1, Integer::sum);
      slugs.add(count == 1 ? slug : slug + "-" + count);
    }
    return slugs;
  }

  private static String slug(String title) {
    String slug =
        title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "more" : slug.substring(0, Math.min(LONGEST_SLUG, slug.length()));
  }

  private record DataGroup(String title, List<DataItem> items) {
    static DataGroup of(Group group) {
      return new DataGroup(group.title(), group.items().stream().map(DataItem::of).toList());
    }
  }

  private record DataItem(
      String title,
      String url,
      List<DataLink> links,
      String summary,
      @Nullable String lang,
      @Nullable String dir,
      String kind,
      @Nullable String updated,
      @Nullable String verified,
      @Nullable String expires,
      @Nullable String health) {

    static DataItem of(Item item) {
      return new DataItem(
          item.title(),
          item.url().toString(),
          item.links().stream().map(DataLink::of).toList(),
          item.summary().html(),
          tag(item.language()),
          item.language().map(Language::dir).orElse(null),
          item.kind().param(),
          item.facts().updated().map(Object::toString).orElse(null),
          null,
          null,
          null);
    }
  }

  private record DataLink(String title, String url, String kind, @Nullable String lang) {
    static DataLink of(Link link) {
      return new DataLink(
          link.title(), link.url().toString(), link.kind().param(), tag(link.language()));
    }
  }

  private static @Nullable String tag(Optional<Language> language) {
    return language.map(Language::tag).orElse(null);
  }
}
