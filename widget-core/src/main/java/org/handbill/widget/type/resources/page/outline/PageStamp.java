package org.handbill.widget.type.resources.page.outline;

import java.util.List;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.page.block.Block;
import org.handbill.widget.type.resources.page.block.Lines;

/** Knows the line that says when a page, or an entry of it, was last looked after. */
final class PageStamp {

  private static final int LONGEST = 90;

  private static final Pattern WORDS =
      Pattern.compile(
          "(?iu)^\\W*(?:this (?:page|list|guide)|page|list|esta (?:página|lista)|página)?\\s*(?:was |fue )?"
              + "(?:last |most recently )?(?:updated?|reviewed|revised|modified|verified|checked"
              + "|última (?:actualización|revisión|modificación)"
              + "|actualizad[oa]|revisad[oa]|modificad[oa]|verificad[oa])(?!\\p{L}).*\\d{4}\\W*$");

  private PageStamp() {}

  /** True for “Last reviewed May 2, 2024”. */
  static boolean is(Block block) {
    if (!(block instanceof Block.Text text)) {
      return false;
    }
    String words = Lines.text(text.tokens());
    return words.length() <= LONGEST && WORDS.matcher(words).matches();
  }

  /** True for the only such line of a page where it stands below all of several entries. */
  static boolean closes(List<Block> blocks, int position) {
    List<Block> after = blocks.subList(position + 1, blocks.size());
    return after.stream().allMatch(Block.Close.class::isInstance)
        && blocks.stream().filter(Block.Entry.class::isInstance).count() > 1
        && blocks.stream().filter(PageStamp::is).count() == 1;
  }
}
