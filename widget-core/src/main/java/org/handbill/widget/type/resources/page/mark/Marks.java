package org.handbill.widget.type.resources.page.mark;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** All marks, in the order in which one builds on another. */
public final class Marks {

  private Marks() {}

  /** Writes those that need no more than the place itself, before anything is taken out. */
  public static void ofPage(Document page) {
    Embeds.link(page);
    StyledBold.write(page);
    LargeWords.write(page);
    EmptyLinks.fill(page.body());
    LanguageCodes.write(page.body());
  }

  /** Writes those that compare the parts of a root, which has nothing but content left. */
  public static void ofContent(Element root) {
    ColumnTitles.move(root);
    ColumnHeads.strip(root);
    LogoNames.write(root);
    MinorHeadings.write(root);
    RepeatedCalls.mark(root);
    RepeatedLabels.mark(root);
    CardNames.mark(root);
    StyledLines.write(root);
    TileTitles.mark(root);
    SmallPrint.part(root);
    ListNesting.mend(root);
  }
}
