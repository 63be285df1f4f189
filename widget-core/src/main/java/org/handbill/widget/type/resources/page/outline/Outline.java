package org.handbill.widget.type.resources.page.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.Language;
import org.handbill.widget.type.resources.entry.Group;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.page.block.Anchor;
import org.handbill.widget.type.resources.page.block.Block;
import org.handbill.widget.type.resources.page.dom.Headings;
import org.jspecify.annotations.Nullable;

/**
 * Puts a page's blocks under its headings. A heading opens a group; but one that is a link itself,
 * or that has nothing but “download” and translations below it, is the title of an item, unless a
 * list stands below it.
 */
public final class Outline {

  private static final int MOST_VARIANTS = 6;

  /** A report's title is a link; its data or its translation may be named below it. */
  private static final int MOST_COMPANIONS = 2;

  private final List<Block> blocks;
  private final List<List<Draft>> entries = new ArrayList<>();
  private final Parts parts = new Parts();
  private final HeadingsAbove headings = new HeadingsAbove();
  private final List<Draft.Ref> pictures = new ArrayList<>();
  private final PicturesAbove picturesAbove;

  /** What the pictures stand right below, in the same container. */
  private HeadingsAbove.@Nullable Above pictureHeading;

  private final PendingTexts pending = new PendingTexts();
  private final Deque<Integer> opened = new ArrayDeque<>();
  private @Nullable Draft current;
  private int currentAt;
  private int previousAt;

  /** Where the container begins that the current entry stands in. */
  private @Nullable Integer currentIn;

  private Outline(List<Block> blocks) {
    this.blocks = blocks;
    for (Block block : blocks) {
      entries.add(drafts(block));
    }
    BareAddresses.name(blocks, entries);
    this.picturesAbove = new PicturesAbove(blocks, entries);
  }

  private static List<Draft> drafts(Block block) {
    if (block instanceof Block.Chosen item) {
      return List.of(EntryReader.read(item));
    }
    return block instanceof Block.Entry entry ? EntryReader.read(entry) : List.of();
  }

  /** Makes groups of what was read. */
  public static List<Group> of(List<Block> blocks, Optional<Language> ofPage, String pageTag) {
    Outline outline = new Outline(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      outline.read(i);
    }
    outline.pending.flush(outline.current);
    outline.placePictures();
    return outline.parts.groups(ofPage, pageTag);
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
      pending.flush(current);
      heading(heading, position);
    } else if (block instanceof Block.Entry entry) {
      headings.fill();
      entries.get(position).forEach(draft -> entry(draft, entry, position));
      pending.flush(current);
    } else if (block instanceof Block.Chosen) {
      headings.fill();
      pending.flush(current);
      place(entries.get(position).get(0), true);
      currentAt = position;
    } else if (block instanceof Block.Text text) {
      headings.fill();
      if (!ofPage(text, position)) {
        pending.add(text.tokens(), position, below());
      }
    } else if (block instanceof Block.Open open && open.section()) {
      headings.openSection();
    } else if (block instanceof Block.Close close && close.section()) {
      pending.flush(current);
      if (pictureHeading != null || pictures.size() > 1) {
        placeEach();
      }
      headings.closeSection();
    }
  }

  /** Whether what stands here may be said of the current entry; after a list, it is not. */
  private boolean below() {
    boolean listed =
        blocks.get(currentAt) instanceof Block.Entry entry
            && entry.element().normalName().equals("li");
    return !listed || currentIn == null || opened.contains(currentIn);
  }

  /** “Last reviewed” outside of the entry above it, or below them all, is said of the page. */
  private boolean ofPage(Block.Text text, int position) {
    return PageStamp.is(text)
        && (currentIn == null || !opened.contains(currentIn) || PageStamp.closes(blocks, position));
  }

  /** A text above a heading in the same card (“Report”) does not belong to the card before. */
  private void dropLabels() {
    pending.dropAfter(card());
  }

  /** Where the widest container begins that has begun since the current entry. */
  private int card() {
    for (Iterator<Integer> outer = opened.descendingIterator(); outer.hasNext(); ) {
      int container = outer.next();
      if (container > currentAt) {
        return container;
      }
    }
    return Integer.MAX_VALUE;
  }

  private void heading(Block.Heading heading, int position) {
    placeRow();
    if (pictureHeading != null && heading.level() <= pictureHeading.level) {
      placeEach();
    }
    Section section = Section.below(position, blocks, entries, !heading.links().isEmpty());
    current = null;
    currentAt = position;
    String named = HeadingTitle.beside(heading);
    boolean item =
        heading.links().isEmpty() || !named.isEmpty()
            ? section.within == 0
                && section.variants + section.addresses > 0
                && section.nameless()
                && section.variants <= MOST_VARIANTS
                && NamedParts.below(position, blocks, entries) < 2
            : (section.listed == 0 || section.listed == section.addresses)
                && section.titles <= MOST_COMPANIONS;
    if (heading.links().isEmpty()
        && section.empty()
        && pictures.size() == 1
        && picturesAbove.named(position, heading)) {
      headings.end(heading.level(), true);
      Draft draft = new Draft(Titles.fromText(heading.text()), true);
      takePictures(draft);
      place(draft, false);
      return;
    }
    headings.end(heading.level(), item);
    if (!item && heading.level() < Headings.IDLE) {
      headings.add(
          opened.peek(),
          heading.level(),
          Titles.fromText(named.isEmpty() ? heading.text() : named));
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

  private void entry(Draft draft, Block.Entry entry, int position) {
    Draft above = current;
    if (draft.pictured()
        && (above == null || above.refs().isEmpty() || !above.url().equals(draft.url()))) {
      pictures.addAll(draft.refs());
      pictureHeading = headings.beside(opened.peek());
      return;
    }
    boolean named = draft.within() || draft.addressed();
    boolean told = above != null && Calls.repeats(above.title(), draft.title());
    if (((named && !entry.alone()) || draft.addressed() || told)
        && above != null
        && above.headed()) {
      pending.flush(current);
      above.absorb(draft);
      return;
    }
    if (draft.title() == null) {
      pending.flushBefore(card(), above);
      String name =
          above == null || !(above.headed() || completes(draft, above))
              ? pending.name(draft, above)
              : null;
      if (name != null) {
        draft.title(name);
      } else if (above != null) {
        pending.flush(current);
        above.absorb(draft);
        takePictures(above);
        return;
      } else {
        draft.title(headings.unusedTitle());
      }
    } else if (above != null && above.title() != null && sameEntry(above, draft)) {
      above.retell(draft);
      return;
    }
    pending.flush(current);
    place(draft, true);
    currentAt = position;
  }

  /** “Visit website” in the card of an entry that has but numbers. */
  private boolean completes(Draft draft, Draft above) {
    return above.contactsOnly()
        && !draft.contactsOnly()
        && opened.stream().anyMatch(container -> container > previousAt);
  }

  /** A picture that leads somewhere stands above what it shows. */
  private void takePictures(Draft draft) {
    pictures.forEach(draft::add);
    pictures.clear();
    pictureHeading = null;
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
      parts.add(headings.nearest(), draft);
    }
    pictures.clear();
    pictureHeading = null;
  }

  private static boolean sameEntry(Draft above, Draft draft) {
    return !above.refs().isEmpty() && above.url().equals(draft.url());
  }

  private void place(Draft draft, boolean own) {
    placeRow();
    HeadingsAbove.Above heading = headings.nearest();
    if (heading != null && own) {
      heading.used = true;
    }
    parts.add(heading, draft);
    current = draft;
    currentIn = opened.peek();
    previousAt = currentAt;
    if (!draft.refs().isEmpty()) {
      takePictures(draft);
    }
  }
}
