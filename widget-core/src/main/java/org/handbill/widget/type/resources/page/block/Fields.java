package org.handbill.widget.type.resources.page.block;

import java.util.List;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;

/** Knows a definition list that is the record of one entry: “Phone”, “Address”, “Hours”. */
final class Fields {

  private static final int FEWEST = 2;

  private Fields() {}

  /** Whether its terms name fields rather than entries. */
  static boolean of(Element list) {
    List<Element> terms = list.select(Selectors.TERM);
    return terms.size() >= FEWEST
        && terms.stream().allMatch(term -> WeakTitles.idle(term.text()) && !term.text().isBlank());
  }
}
