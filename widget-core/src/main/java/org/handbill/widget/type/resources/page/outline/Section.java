package org.handbill.widget.type.resources.page.outline;

import java.util.List;
import org.handbill.widget.type.resources.page.block.Block;

/** How many drafts of which sort stand below a heading. */
final class Section {

  /** Those that begin with a title of their own. */
  int titles;

  /** Those that nothing but their address names. */
  int addresses;

  /** Those, and those with a label before the link, that are items of a list. */
  int listed;

  /** Those whose link stands within other words. */
  int within;

  /** Links that name nothing. */
  int variants;

  /** Whether nothing below has a name but one address, which the heading then names. */
  boolean nameless() {
    return titles == 0 || (titles == 1 && addresses == 1);
  }

  /** Whether no link stands below. */
  boolean empty() {
    return titles + within + variants == 0;
  }

  private Section copy() {
    Section copy = new Section();
    copy.titles = titles;
    copy.addresses = addresses;
    copy.listed = listed;
    copy.within = within;
    copy.variants = variants;
    return copy;
  }

  /**
   * Counts what stands below a heading, up to the next one or the end of its card; what shares a
   * container with the next heading is that one's.
   *
   * @param linked whether the heading is a link, so that a text fills its card
   */
  static Section below(int heading, List<Block> blocks, List<List<Draft>> entries, boolean linked) {
    String title = blocks.get(heading) instanceof Block.Heading above ? above.text() : null;
    Section section = new Section();
    Section outside = section;
    int depth = 0;
    boolean filled = false;
    for (int i = heading + 1; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block instanceof Block.Heading) {
        return depth == 0 ? section : outside;
      } else if (block instanceof Block.Open) {
        outside = depth == 0 ? section.copy() : outside;
        depth++;
      } else if (block instanceof Block.Close close) {
        if (depth == 0 && (filled || close.section())) {
          return section;
        }
        depth = Math.max(0, depth - 1);
      } else if (block instanceof Block.Text) {
        filled |= linked;
      } else {
        filled = true;
        for (Draft draft : entries.get(i)) {
          if (draft.pictured()) {
            continue;
          }
          if (draft.title() == null || Calls.repeats(title, draft.title())) {
            section.variants++;
          } else if (draft.within()) {
            section.within++;
            section.listed += listed(block) ? 1 : 0;
          } else {
            section.titles++;
            section.addresses += draft.addressed() ? 1 : 0;
            section.listed += listed(block) ? 1 : 0;
          }
        }
      }
    }
    return section;
  }

  private static boolean listed(Block block) {
    return block instanceof Block.Entry entry && entry.element().normalName().equals("li");
  }
}
