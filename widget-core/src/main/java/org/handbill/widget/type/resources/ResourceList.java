package org.handbill.widget.type.resources;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.handbill.widget.model.Audience;
import org.handbill.widget.model.Choice;
import org.handbill.widget.model.Improvement;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.LinkHealth;
import org.handbill.widget.model.Links;
import org.handbill.widget.model.Messages;
import org.handbill.widget.model.OutboundLink;
import org.handbill.widget.model.Publication;
import org.handbill.widget.model.SearchableContent;
import org.handbill.widget.model.View;
import org.handbill.widget.model.WidgetFile;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.Link;
import org.handbill.widget.type.resources.form.ListForms;
import org.jspecify.annotations.Nullable;

/** A resource list that is ready to be shown. */
final class ResourceList implements SearchableContent {

  private static final String GROUP = "group";

  /**
   * Asks, as {@code part=index}, for all entries in a row, for the script that searches them; as
   * {@code part=all}, for all of them on one page, for a printer.
   */
  private static final String PART = "part";

  private static final String INDEX = "index";
  private static final String ALL = "all";
  private static final String FOLDER = "org/handbill/widget/type/resources/";

  private final WidgetFile file;
  private final Look look;
  private final Gathered gathered;
  private final List<String> slugs;
  private final Map<String, Set<String>> parameters;
  private final Map<Language, Listing> listings = new ConcurrentHashMap<>();

  ResourceList(WidgetFile file, Look look, Gathered gathered) {
    this.file = file;
    this.look = look;
    this.gathered = gathered;
    this.slugs = Listing.slugs(groups(Language.ENGLISH));
    this.parameters = Map.of(GROUP, Set.copyOf(slugs), PART, Set.of(INDEX, ALL));
  }

  @Override
  public List<OutboundLink> links() {
    return gathered.links();
  }

  @Override
  public List<OutboundLink> pictures() {
    return gathered.pictures();
  }

  @Override
  public Map<String, Set<String>> parameters() {
    return parameters;
  }

  /** A group may be called by its title, too. */
  @Override
  public Optional<String> meant(String parameter, String typed, Language reader) {
    Optional<String> known = SearchableContent.super.meant(parameter, typed, reader);
    return known.isPresent() || !parameter.equals(GROUP)
        ? known
        : listings.computeIfAbsent(reader, this::read).called(typed);
  }

  @Override
  public Set<String> parts() {
    return Set.of(PART);
  }

  @Override
  public List<Choice> choices(Language language) {
    Messages.Texts texts = ResourcesType.MESSAGES.in(language);
    Rows rows = new Rows(language, look, gathered.health(), item -> "");
    List<Choice.Value> groups =
        listings.computeIfAbsent(language, this::read).shelves().stream()
            .map(shelf -> new Choice.Value(shelf.slug(), rows.title(shelf)))
            .toList();
    return groups.size() < 2
        ? List.of()
        : List.of(
            new Choice(GROUP, texts.get("choice.group"), texts.get("choice.group.unset"), groups));
  }

  @Override
  public String privacy(Audience audience) {
    Messages.Texts texts = ResourcesType.MESSAGES.in(audience.language());
    return look.layout() == Look.Layout.VIDEOS
        ? texts.get("privacy") + " " + texts.get("privacy.videos")
        : texts.get("privacy");
  }

  @Override
  public Set<String> searchParameters() {
    return Search.PARAMETERS;
  }

  @Override
  public View view(Audience audience, Links links, Map<String, String> asked) {
    String group = group(audience);
    Listing listing = listing(audience);
    Rows rows = rows(audience, links);
    if (INDEX.equals(audience.parameters().get(PART))) {
      Map<String, Object> model =
          Map.of("titles", rows.titles(listing), "rows", rows.numbered(listing), "t", rows.texts());
      return new View(
          FOLDER + "index.jte", model, data(audience.language(), group), Optional.empty());
    }
    Screen screen = screen(audience, links, rows, listing);
    if (ALL.equals(audience.parameters().get(PART))) {
      return view(screen.everything(), screen.everything(), data(audience.language(), group));
    }
    Search search = Search.of(asked, listing);
    if (search.item().isEmpty() && search.isEmpty()) {
      return view(screen.first(false), screen.first(true), data(audience.language(), group));
    }
    ResourcesView part =
        search.item().isEmpty() ? screen.found(search) : screen.alone(search.item());
    return view(part, part, Map.of());
  }

  @Override
  public int height(Audience audience, Links links, int width) {
    Rows rows = rows(audience, links);
    ResourcesView page = screen(audience, links, rows, listing(audience)).first(true);
    return new ListHeight(page, width).height();
  }

  private Rows rows(Audience audience, Links links) {
    return new Rows(
        audience.language(),
        look,
        gathered.health(),
        item ->
            look.layout()
                .picture(item)
                .map(gathered.names()::get)
                .map(name -> links.picture(name).toString())
                .orElse(""));
  }

  private Screen screen(Audience audience, Links links, Rows rows, Listing listing) {
    PageLinks pages = PageLinks.of(links, file.id(), audience);
    return new Screen(rows, pages, look, gathered, listing, !group(audience).isEmpty());
  }

  private static String group(Audience audience) {
    return audience.parameters().getOrDefault(GROUP, "");
  }

  /** The list, or the one group that is asked for. */
  private Listing listing(Audience audience) {
    Listing whole = listings.computeIfAbsent(audience.language(), this::read);
    return group(audience).isEmpty() ? whole : whole.only(group(audience));
  }

  private View view(ResourcesView snippet, ResourcesView page, Object data) {
    return new View(
            FOLDER + "resources.jte",
            Map.of("snippet", snippet, "whole", page),
            data,
            file.fallbackUrl())
        .with(Improvement.LIST)
        .framing(look.layout() == Look.Layout.VIDEOS ? Player.HOSTS : List.of());
  }

  private Object data(Language language, String group) {
    List<Group> groups = groups(language);
    return Map.of(
        "groups",
        shown(group).mapToObj(number -> data(groups.get(number), slugs.get(number))).toList());
  }

  private List<Group> shown(Language language, String group) {
    List<Group> groups = groups(language);
    return shown(group).<Group>mapToObj(groups::get).toList();
  }

  /** The numbers of all groups, or of the one that is asked for. */
  private IntStream shown(String group) {
    return group.isEmpty() ? IntStream.range(0, slugs.size()) : IntStream.of(slugs.indexOf(group));
  }

  @Override
  public Set<String> forms() {
    return ListForms.names();
  }

  @Override
  public String form(String ending, Publication publication) {
    return forms(publication).in(ending);
  }

  @Override
  public String structuredData(Publication publication) {
    return forms(publication).structuredData();
  }

  private ListForms forms(Publication publication) {
    Audience audience = publication.audience();
    return new ListForms(
        file,
        shown(audience.language(), group(audience)),
        gathered.health(),
        item -> look.archive(item, gathered.health()),
        publication,
        false);
  }

  private Listing read(Language language) {
    return Listing.of(groups(language), slugs, language);
  }

  private List<Group> groups(Language language) {
    return gathered.groups().apply(language);
  }

  private DataGroup data(Group group, String slug) {
    return new DataGroup(
        group.title(),
        slug,
        group.items().stream()
            .map(
                item -> DataItem.of(item, gathered.health(), look.archive(item, gathered.health())))
            .toList());
  }

  private record DataGroup(String title, String slug, List<DataItem> items) {}

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
      @Nullable String organization,
      @Nullable String health,
      @Nullable String archive) {

    static DataItem of(Item item, Map<URI, LinkHealth> health, Optional<String> archived) {
      return new DataItem(
          item.title(),
          item.url().toString(),
          item.links().stream().map(link -> DataLink.of(link, health)).toList(),
          item.summary().html(),
          tag(item.language()),
          item.language().map(Language::dir).orElse(null),
          item.kind().param(),
          day(item.facts().updated()),
          day(item.facts().verified()),
          day(item.facts().expires()),
          item.facts().organization().orElse(null),
          state(item.url(), health),
          archived.or(() -> item.facts().archive().map(URI::toString)).orElse(null));
    }
  }

  private record DataLink(
      String title, String url, String kind, @Nullable String lang, @Nullable String health) {

    static DataLink of(Link link, Map<URI, LinkHealth> health) {
      return new DataLink(
          link.title(),
          link.url().toString(),
          link.kind().param(),
          tag(link.language()),
          state(link.url(), health));
    }
  }

  private static @Nullable String state(URI url, Map<URI, LinkHealth> health) {
    LinkHealth found = health.get(url);
    return found == null ? null : found.state().param();
  }

  private static @Nullable String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }

  private static @Nullable String tag(Optional<Language> language) {
    return language.map(Language::tag).orElse(null);
  }
}
