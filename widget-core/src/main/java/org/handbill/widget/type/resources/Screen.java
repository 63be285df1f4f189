package org.handbill.widget.type.resources;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Messages;
import org.handbill.widget.type.resources.ResourcesView.Choice;
import org.handbill.widget.type.resources.ResourcesView.Finder;
import org.handbill.widget.type.resources.ResourcesView.Kept;
import org.handbill.widget.type.resources.ResourcesView.Option;
import org.handbill.widget.type.resources.ResourcesView.Script;
import org.handbill.widget.type.resources.ResourcesView.Section;
import org.jspecify.annotations.Nullable;

/**
 * Decides how much of a list stands on the first screen. A short list is whole there; of a long one
 * the first entries are, and a link in each group leads to its rest. The list's own page takes more
 * of it than a snippet in somebody else's page.
 *
 * @param listing the list, or the one group that was asked for
 * @param group whether it is one group
 */
record Screen(
    Rows rows, PageLinks pages, Look look, Gathered gathered, Listing listing, boolean group) {

  /** As many entries as a page can show at once without one of these limits is a short list. */
  private static final int SHORT_SNIPPET = 60;

  private static final int SHORT_PAGE = 300;

  /** How many entries of a long list stand on the first screen. */
  private static final int FIRST = 30;

  /** How many entries of one group its page shows, and how many of what was found. */
  private static final int GROUP_PAGE = 500;

  private static final int FOUND_PAGE = 200;

  /** A list that fits on a screen needs no search. */
  private static final int WORTH_SEARCHING = 8;

  /** The list as it is before anybody has asked for a part of it. */
  ResourcesView first(boolean page) {
    int whole = page ? (group ? GROUP_PAGE : SHORT_PAGE) : SHORT_SNIPPET;
    return first(page, listing.size() <= whole || (page && group) ? whole : FIRST);
  }

  /** Every entry, in groups that are open, for whoever prints the list. */
  ResourcesView everything() {
    return view("", null, "", pages.with(Map.of()), sections(listing), "");
  }

  private ResourcesView first(boolean page, int most) {
    int left = most;
    List<Section> sections = new ArrayList<>();
    for (Listing.Shelf shelf : listing.shelves()) {
      int shown = Math.min(left, shelf.entries().size());
      left -= shown;
      String rest =
          page && group
              ? pages.with(Map.of(Search.TOPIC, shelf.slug(), Search.SKIP, "" + shown))
              : pages.group(shelf.slug());
      boolean complete = shown == shelf.entries().size();
      sections.add(section(shelf, shown, sections.isEmpty(), complete ? "" : rest));
    }
    String missing = listing.size() == 0 ? "nothing" : gathered.complete() ? "" : "incomplete";
    return view(
        missing.isEmpty() ? "" : texts().get(missing),
        finder(Search.of(Map.of(), listing)),
        "",
        group ? pages.whole() : "",
        sections,
        "");
  }

  /** What a visitor asked for. */
  ResourcesView found(Search search) {
    Listing found = listing.matching(search);
    Listing part = found.part(search.skip(), FOUND_PAGE);
    int end = search.skip() + FOUND_PAGE;
    String next = end < found.size() ? pages.with(parameters(search, String.valueOf(end))) : "";
    String answer =
        found.size() == 0 ? texts().get("found.none") : texts().format("found", found.size());
    return view("", finder(search), answer, pages.with(Map.of()), sections(part), next);
  }

  /** One entry by itself. */
  ResourcesView alone(String item) {
    Listing alone = listing.alone(item);
    String gone = alone.size() == 0 ? texts().get("item.gone") : "";
    return view(gone, null, "", pages.with(Map.of()), sections(alone), "");
  }

  private static Map<String, String> parameters(Search search, String skip) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put(Search.WORDS, search.typed());
    asked.put(Search.TOPIC, search.topic());
    asked.put(Search.LANGUAGE, search.language());
    asked.put(Search.KIND, search.kind());
    asked.put(Search.SKIP, skip);
    return asked;
  }

  private List<Section> sections(Listing part) {
    return part.shelves().stream()
        .map(shelf -> section(shelf, shelf.entries().size(), true, ""))
        .toList();
  }

  private Section section(Listing.Shelf shelf, int shown, boolean open, String more) {
    int size = shelf.entries().size();
    return new Section(
        rows.title(shelf),
        texts().format("count", size),
        open,
        rows.of(shelf.entries().subList(0, shown)),
        more,
        texts().format("all", size));
  }

  private ResourcesView view(
      String notice,
      @Nullable Finder finder,
      String answer,
      String whole,
      List<Section> sections,
      String next) {
    return new ResourcesView(
        texts(),
        notice,
        look.quickExit().map(Object::toString).orElse(""),
        finder,
        new Script(pages.index(), pages.with(Map.of())),
        answer,
        whole,
        look.layout().param(),
        sections,
        sections.stream().allMatch(part -> part.more().isEmpty()) ? "" : pages.everything(),
        next,
        gathered
            .updated()
            .map(at -> rows.day(at.atZone(ZoneOffset.UTC).toLocalDate()))
            .map(day -> texts().format("list.updated", day))
            .orElse(""));
  }

  private @Nullable Finder finder(Search search) {
    if (listing.size() < WORTH_SEARCHING) {
      return null;
    }
    List<Choice> choices = new ArrayList<>();
    Map<String, String> titles = new LinkedHashMap<>();
    listing.shelves().forEach(shelf -> titles.put(shelf.slug(), rows.title(shelf)));
    add(
        choices,
        Search.TOPIC,
        counted(listing.topics(), listing.matching(search.anyTopic()).topics()),
        search.topic(),
        slug -> titles.getOrDefault(slug, slug));
    add(
        choices,
        Search.LANGUAGE,
        counted(listing.languages(), listing.matching(search.anyLanguage()).languages()),
        search.language(),
        Screen::ownName);
    add(
        choices,
        Search.KIND,
        counted(listing.kinds(), listing.matching(search.anyKind()).kinds()),
        search.kind(),
        kind -> texts().get("kind." + kind));
    return new Finder(
        pages.page(),
        pages.kept().entrySet().stream()
            .map(kept -> new Kept(kept.getKey(), kept.getValue()))
            .toList(),
        search.typed(),
        Search.LONGEST,
        choices);
  }

  /** All values there are, each with how many it would find. */
  private static Map<String, Long> counted(Map<String, Long> all, Map<String, Long> found) {
    Map<String, Long> counted = new LinkedHashMap<>();
    all.keySet().forEach(value -> counted.put(value, found.getOrDefault(value, 0L)));
    return counted;
  }

  private void add(
      List<Choice> choices,
      String name,
      Map<String, Long> values,
      String chosen,
      Function<String, String> text) {
    if (values.size() < 2) {
      return;
    }
    List<Option> options = new ArrayList<>();
    values.forEach(
        (value, count) ->
            options.add(
                new Option(
                    value,
                    texts().format("option", text.apply(value), count),
                    name.equals(Search.LANGUAGE) ? value : "",
                    value.equals(chosen))));
    choices.add(new Choice(name, texts().get("by." + name), options));
  }

  private static String ownName(String tag) {
    return new Language(tag).ownName();
  }

  private Messages.Texts texts() {
    return rows.texts();
  }
}
