package org.handbill.widget.type.resources.page.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.LanguageHints;
import org.jspecify.annotations.Nullable;

/** The groups of a page that are still being put together. */
final class Parts {

  private record Part(String title, List<Draft> drafts) {}

  private final List<Part> parts = new ArrayList<>();
  private HeadingsAbove.@Nullable Above current;

  /** Adds an entry to the group under a heading; under another than before, a group begins. */
  void add(HeadingsAbove.@Nullable Above heading, Draft draft) {
    if (parts.isEmpty() || !Objects.equals(current, heading)) {
      parts.add(new Part(heading == null ? "" : heading.title, new ArrayList<>()));
      current = heading;
    }
    parts.get(parts.size() - 1).drafts().add(draft);
  }

  List<Group> groups(Optional<Language> ofPage, String pageTag) {
    List<Group> groups = new ArrayList<>();
    for (Part part : parts) {
      nameOne(part);
      Optional<Language> ofGroup = LanguageHints.named(part.title());
      List<Item> items =
          part.drafts().stream()
              .filter(draft -> !draft.refs().isEmpty())
              .map(draft -> draft.finish(ofGroup, ofPage, pageTag))
              .toList();
      if (!items.isEmpty()) {
        groups.add(new Group(part.title(), items));
      }
    }
    return groups;
  }

  /** The heading names the only entry below it that nothing else names. */
  private static void nameOne(Part part) {
    List<Draft> linked = part.drafts().stream().filter(draft -> !draft.refs().isEmpty()).toList();
    if (linked.size() == 1 && linked.get(0).weak() && !part.title().isEmpty()) {
      linked.get(0).title(part.title());
    }
  }
}
