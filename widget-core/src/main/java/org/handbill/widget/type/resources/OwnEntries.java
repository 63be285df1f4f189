package org.handbill.widget.type.resources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.handbill.widget.model.Language;
import org.handbill.widget.model.Localized;
import org.handbill.widget.type.resources.Merge.Kept;
import org.handbill.widget.type.resources.Merge.Shelf;
import org.handbill.widget.type.resources.entry.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * Puts the entries of the list's own file among those of its sources. One that a source has too
 * stands in place of the source's: in the group that the file names, or else where the source's
 * stood. It says what the file says, in each language, and has the links of both.
 *
 * <p>Which entry of a source it is, its address tells. Where several entries of the sources or of
 * the file are at that address, the title has to be the same too; without it, none is taken away.
 */
final class OwnEntries {

  private final List<Shelf> shelves;
  private final Map<String, Shelf> called;
  private final List<Resources.Entry> written;
  private final Map<String, List<Kept>> read = new HashMap<>();
  private final Map<String, Set<String>> titles = new HashMap<>();

  /** For the entries that name no group. */
  private @Nullable Shelf alone;

  /**
   * @param shelves the groups of the sources, to which those of the file are added
   * @param called the same, by what their headings are known by
   */
  OwnEntries(List<Shelf> shelves, Map<String, Shelf> called, List<Resources.Entry> written) {
    this.shelves = shelves;
    this.called = called;
    this.written = written;
    shelves.stream()
        .flatMap(shelf -> shelf.kept.stream())
        .forEach(
            kept ->
                read.computeIfAbsent(Likeness.address(kept.item.url()), any -> new ArrayList<>())
                    .add(kept));
    written.forEach(
        entry ->
            titles
                .computeIfAbsent(Likeness.address(entry.url()), any -> new HashSet<>())
                .addAll(titles(entry).stream().limit(1).toList()));
  }

  void place() {
    written.forEach(this::place);
  }

  private void place(Resources.Entry entry) {
    Kept own = new Kept(entry.in(Language.ENGLISH), entry::in);
    List<Kept> replaced = replaced(entry);
    replaced.forEach(own::take);
    @Nullable Shelf named = entry.group().map(this::shelf).orElse(null);
    boolean placed = !replaced.isEmpty() && replace(replaced, own, named);
    if (!placed) {
      add(own, named == null ? alone() : named);
    }
  }

  /** The entries of the sources that it stands for. */
  private List<Kept> replaced(Resources.Entry entry) {
    String address = Likeness.address(entry.url());
    List<Kept> there = read.getOrDefault(address, List.of());
    Map<String, List<Kept>> byTitle =
        there.stream().collect(Collectors.groupingBy(kept -> Likeness.title(kept.item.title())));
    List<Kept> same =
        titles(entry).stream()
            .flatMap(title -> byTitle.getOrDefault(title, List.of()).stream())
            .toList();
    boolean single = byTitle.size() == 1 && titles.getOrDefault(address, Set.of()).size() == 1;
    return same.isEmpty() && single ? there : same;
  }

  /** What its title is known by in each language, the default one first. */
  private static List<String> titles(Resources.Entry entry) {
    return entry.title().texts().values().stream().map(Likeness::title).distinct().toList();
  }

  /** Whether it got a place of theirs; one within a group that it does not name is none. */
  private boolean replace(List<Kept> replaced, Kept own, @Nullable Shelf named) {
    boolean placed = false;
    for (Shelf shelf : shelves) {
      boolean fits = named == null || named == shelf;
      for (ListIterator<Kept> at = shelf.kept.listIterator(); at.hasNext(); ) {
        if (!replaced.contains(at.next())) {
          continue;
        }
        if (fits && !shelf.kept.contains(own)) {
          at.set(own);
          placed = true;
        } else {
          at.remove();
        }
      }
    }
    return placed;
  }

  private static void add(Kept own, Shelf shelf) {
    String entry = Likeness.entry(own.item);
    if (shelf.kept.stream().noneMatch(kept -> Likeness.entry(kept.item).equals(entry))) {
      shelf.kept.add(own);
    }
  }

  /** The group of that name in any language. */
  private Shelf shelf(Localized<String> group) {
    List<String> names = group.texts().values().stream().map(Likeness::heading).distinct().toList();
    Shelf shelf =
        names.stream()
            .flatMap(name -> Optional.ofNullable(called.get(name)).stream())
            .findFirst()
            .orElseGet(() -> added(new Shelf(group::in, List.of())));
    names.forEach(name -> called.putIfAbsent(name, shelf));
    return shelf;
  }

  private Shelf alone() {
    if (alone == null) {
      alone = added(new Shelf(any -> "", List.of()));
    }
    return alone;
  }

  private Shelf added(Shelf shelf) {
    shelves.add(shelf);
    return shelf;
  }
}
