package org.handbill.widget.type.resources.page.mark;

import org.handbill.widget.type.resources.page.dom.LinkNames;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Gives small print that follows a word without a space the line that a style sheet gives it;
 * within a link the words before it are then its title.
 */
final class SmallPrint {

  private SmallPrint() {}

  /** Parts it from what it stands in. */
  static void part(Element root) {
    for (Element small : root.select("small")) {
      Node before = small.previousSibling();
      if (before instanceof TextNode text
          && !text.isBlank()
          && !Character.isWhitespace(
              text.getWholeText().codePointBefore(text.getWholeText().length()))) {
        if (small.closest(Selectors.ANY_LINK) != null) {
          Element title = new Element("span");
          LinkNames.title(title);
          text.replaceWith(title);
          title.appendChild(text);
        }
        small.before(new Element("br"));
        small.after(new Element("br"));
      }
    }
  }
}
