package org.handbill.widget.type.resources.page.outline;

import java.util.List;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.block.Block;
import org.handbill.widget.type.resources.page.block.Lines;

/**
 * Counts the parts below a heading that begin with a name of their own, though no heading marks it:
 * cards of a directory, whose only links are a number and “Visit website”.
 */
final class NamedParts {

  private int count;

  /** Whether a part has begun since the last link. */
  private boolean opened;

  private boolean named;
  private boolean told;

  /** Whether a name stands right before what comes next. */
  private boolean beside;

  private NamedParts() {}

  static int below(int heading, List<Block> blocks, List<List<Draft>> entries) {
    NamedParts parts = new NamedParts();
    int depth = 0;
    for (int i = heading + 1; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block instanceof Block.Heading
          || (depth == 0 && block instanceof Block.Close close && close.section())) {
        break;
      } else if (block instanceof Block.Open) {
        depth++;
        parts.open();
      } else if (block instanceof Block.Close) {
        depth = Math.max(0, depth - 1);
      } else if (block instanceof Block.Text text) {
        parts.text(Lines.text(text.tokens()));
      } else if (entries.get(i).stream().anyMatch(draft -> draft.title() == null)) {
        parts.link();
      }
    }
    return parts.count;
  }

  /** A name right before a part is the name of that. */
  private void open() {
    opened = true;
    if (beside) {
      named = true;
      told = true;
      beside = false;
    }
  }

  /** The first words that tell something are the name; a sentence is none. */
  private void text(String words) {
    boolean names = WeakTitles.mayName(words) && !words.endsWith(":");
    if (opened && !told && !WeakTitles.idle(words)) {
      told = true;
      named = names;
    } else if (!opened) {
      beside = names && !WeakTitles.idle(words);
    }
  }

  private void link() {
    count += named ? 1 : 0;
    opened = false;
    beside = false;
    named = false;
    told = false;
  }
}
