package org.handbill.widget.type.resources.page.outline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbill.widget.type.resources.page.block.Block;

/**
 * Knows the headings that name the picture above them. Where as many of a level stand right above a
 * picture as below one, they name what is below, as headings do.
 */
final class PicturesAbove {

  private final List<Block> blocks;
  private final List<List<Draft>> entries;

  /** By level, how many more headings stand right below a picture than right above one. */
  private final Map<Integer, Integer> balance = new HashMap<>();

  PicturesAbove(List<Block> blocks, List<List<Draft>> entries) {
    this.blocks = blocks;
    this.entries = entries;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Heading heading) {
        int more = (picture(i, -1) ? 1 : 0) - (picture(i, 1) ? 1 : 0);
        balance.merge(heading.level(), more, Integer::sum);
      }
    }
  }

  /** Whether it names the picture that leads somewhere right above it. */
  boolean named(int position, Block.Heading heading) {
    return balance.getOrDefault(heading.level(), 0) > 0 && picture(position, -1);
  }

  private boolean picture(int position, int step) {
    int next = position + step;
    while (next >= 0
        && next < blocks.size()
        && (blocks.get(next) instanceof Block.Open || blocks.get(next) instanceof Block.Close)) {
      next += step;
    }
    return next >= 0
        && next < blocks.size()
        && blocks.get(next) instanceof Block.Entry
        && entries.get(next).stream().allMatch(Draft::pictured);
  }
}
