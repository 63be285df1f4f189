package org.handbill.widget.type.resources.page.mark;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Gives small print that follows a word without a space the line that a style sheet gives it. */
public final class SmallPrint {

  private SmallPrint() {}

  /** Parts it from what it stands in. */
  public static void part(Element root) {
    for (Element small : root.select("small")) {
      Node before = small.previousSibling();
      if (before instanceof TextNode text
          && !text.isBlank()
          && !Character.isWhitespace(
              text.getWholeText().codePointBefore(text.getWholeText().length()))) {
        small.before(new Element("br"));
        small.after(new Element("br"));
      }
    }
  }
}
