package org.handbill.widget.type.resources.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Item;
import org.handbill.widget.type.resources.entry.LanguageHints;
import org.handbill.widget.type.resources.entry.Titles;
import org.jspecify.annotations.Nullable;

/**
 * Puts a page's blocks under its headings. A heading opens a group; but one that is a link itself,
 * or that has nothing but “download” and translations below it, is the title of an item, unless a
 * list stands below it.
 */
final class Outline {

  private static final int MOST_VARIANTS = 6;

  /** A report's title is a link; its data or its translation may be named below it. */
  private static final int MOST_COMPANIONS = 2;

  private static final int LONGEST_NAME = 90;

  /** A paragraph that nothing has taken yet, and where it stands. */
  private record Pending(List<Token> tokens, int position) {}

  private static final class Part {
    final String title;
    final List<Draft> drafts = new ArrayList<>();

    Part(String title) {
      this.title = title;
    }
  }

  private static final class Above {
    final int level;
    final String title;
    boolean used;

    Above(int level, String title) {
      this.level = level;
      this.title = title;
    }
  }

  private final List<Block> blocks;
  private final List<List<Draft>> entries = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Above> headings = new ArrayList<>();
  private final Deque<Integer> sections = new ArrayDeque<>();
  private final List<Draft.Ref> pictures = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private final Deque<Integer> opened = new ArrayDeque<>();
  private @Nullable Above partHeading;
  private @Nullable Draft current;
  private int currentAt;

  private Outline(List<Block> blocks) {
    this.blocks = blocks;
    for (Block block : blocks) {
      entries.add(drafts(block));
    }
  }

  private static List<Draft> drafts(Block block) {
    if (block instanceof Block.Chosen item) {
      return List.of(EntryReader.read(item));
    }
    return block instanceof Block.Entry entry ? EntryReader.read(entry) : List.of();
  }

  static List<Group> of(List<Block> blocks, Optional<Language> ofPage, String pageTag) {
    Outline outline = new Outline(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      outline.read(i);
    }
    outline.flushText();
    outline.placePictures();
    return outline.groups(ofPage, pageTag);
  }

  private void read(int position) {
    Block block = blocks.get(position);
    if (block instanceof Block.Open) {
      opened.push(position);
    } else if (block instanceof Block.Close) {
      opened.pop();
    }
    if (block instanceof Block.Heading heading) {
      dropLabels();
      flushText();
      heading(heading, position);
    } else if (block instanceof Block.Entry entry) {
      entries.get(position).forEach(draft -> entry(draft, entry, position));
      flushText();
    } else if (block instanceof Block.Chosen) {
      flushText();
      place(entries.get(position).get(0), true);
      currentAt = position;
    } else if (block instanceof Block.Text text) {
      pending.add(new Pending(text.tokens(), position));
    } else if (block instanceof Block.Open open && open.section()) {
      sections.push(headings.size());
    } else if (block instanceof Block.Close close && close.section()) {
      flushText();
      int size = sections.pop();
      while (headings.size() > size) {
        headings.remove(headings.size() - 1);
      }
    }
  }

  /** A text above a heading in the same card (“Report”) does not belong to the card before. */
  private void dropLabels() {
    for (Iterator<Integer> outer = opened.descendingIterator(); outer.hasNext(); ) {
      int card = outer.next();
      if (card > currentAt) {
        pending.removeIf(text -> text.position() > card);
        return;
      }
    }
  }

  private void heading(Block.Heading heading, int position) {
    placeRow();
    Section section = Section.below(position, blocks, entries, !heading.links().isEmpty());
    current = null;
    String named = HeadingTitle.beside(heading);
    boolean item =
        heading.links().isEmpty() || !named.isEmpty()
            ? section.within == 0
                && section.variants > 0
                && section.titles == 0
                && section.variants <= MOST_VARIANTS
            : section.listed == 0 && section.titles <= MOST_COMPANIONS;
    int base = sections.isEmpty() ? 0 : sections.peek();
    while (headings.size() > base
        && ends(headings.get(headings.size() - 1), heading.level(), item)) {
      headings.remove(headings.size() - 1);
    }
    if (!item && heading.level() < Headings.IDLE) {
      headings.add(
          new Above(heading.level(), Titles.fromText(named.isEmpty() ? heading.text() : named)));
    }
    if (item || !heading.links().isEmpty()) {
      Draft draft = new Draft(HeadingTitle.of(heading), item);
      for (Anchor link : heading.links()) {
        draft.add(new Draft.Ref(link, ""));
      }
      place(draft, false);
      currentAt = position;
    }
  }

  /** A heading with nothing of its own yet stays above an item's heading of the same level. */
  private static boolean ends(Above above, int level, boolean item) {
    return above.level > level || (above.level == level && !(item && !above.used));
  }

  private void entry(Draft draft, Block.Entry entry, int position) {
    Draft above = current;
    if (draft.pictured()
        && (above == null || above.refs().isEmpty() || !above.url().equals(draft.url()))) {
      pictures.addAll(draft.refs());
      return;
    }
    if (draft.within() && above != null && above.headed() && !entry.alone()) {
      flushText();
      above.absorb(draft);
      return;
    }
    if (draft.title() == null) {
      String name = above == null || !above.headed() ? pendingName(draft) : null;
      if (name != null) {
        draft.title(name);
      } else if (above != null) {
        flushText();
        above.absorb(draft);
        takePictures(above);
        return;
      }
    } else if (above != null && above.title() != null && sameEntry(above, draft)) {
      above.retell(draft);
      return;
    }
    flushText();
    place(draft, true);
    currentAt = position;
  }

  /** A picture that leads somewhere stands above what it shows. */
  private void takePictures(Draft draft) {
    pictures.forEach(draft::add);
    pictures.clear();
  }

  /** Several pictures are a row of their own. */
  private void placeRow() {
    if (pictures.size() > 1) {
      placeEach();
    }
  }

  private void placePictures() {
    if (pictures.size() == 1 && current != null) {
      takePictures(current);
    }
    placeEach();
  }

  private void placeEach() {
    for (Draft.Ref picture : pictures) {
      Draft draft = new Draft(null, false);
      draft.add(picture);
      partHere().drafts.add(draft);
    }
    pictures.clear();
  }

  private static boolean sameEntry(Draft above, Draft draft) {
    return !above.refs().isEmpty() && above.url().equals(draft.url());
  }

  /** A short text right above a mere “download” is its title. */
  private @Nullable String pendingName(Draft draft) {
    if (pending.isEmpty()) {
      return null;
    }
    List<Lines.Line> lines = Lines.of(pending.get(0).tokens());
    String name = lines.isEmpty() ? "" : lines.get(0).text();
    boolean sentence = name.endsWith(".") || name.length() > LONGEST_NAME;
    Draft above = current;
    boolean same = above != null && !above.refs().isEmpty() && above.url().equals(draft.url());
    if (name.isEmpty() || same || (sentence && above != null)) {
      return null;
    }
    pending.remove(0);
    for (Pending text : pending) {
      draft.summarize(text.tokens(), Token.Break.PARAGRAPH);
    }
    pending.clear();
    return Titles.fromText(name);
  }

  /** Text below an item that has no words of its own yet is its summary. */
  private void flushText() {
    Draft above = current;
    if (above != null && (above.headed() || !above.summarized())) {
      for (Pending text : pending) {
        if (!Lines.text(text.tokens()).endsWith(":")) {
          above.summarize(text.tokens(), Token.Break.PARAGRAPH);
        }
      }
    }
    pending.clear();
  }

  private void place(Draft draft, boolean own) {
    placeRow();
    Part part = partHere();
    if (partHeading != null && own) {
      partHeading.used = true;
    }
    part.drafts.add(draft);
    current = draft;
    if (!draft.refs().isEmpty()) {
      takePictures(draft);
    }
  }

  /** The part under the heading that is nearest above. */
  private Part partHere() {
    Above top = headings.isEmpty() ? null : headings.get(headings.size() - 1);
    if (parts.isEmpty() || !Objects.equals(partHeading, top)) {
      parts.add(new Part(top == null ? "" : top.title));
      partHeading = top;
    }
    return parts.get(parts.size() - 1);
  }

  private List<Group> groups(Optional<Language> ofPage, String pageTag) {
    List<Group> groups = new ArrayList<>();
    for (Part part : parts) {
      Optional<Language> ofGroup = LanguageHints.named(part.title);
      List<Item> items =
          part.drafts.stream()
              .filter(draft -> !draft.refs().isEmpty())
              .map(draft -> draft.finish(ofGroup, ofPage, pageTag))
              .toList();
      if (!items.isEmpty()) {
        groups.add(new Group(part.title, items));
      }
    }
    return groups;
  }
}
