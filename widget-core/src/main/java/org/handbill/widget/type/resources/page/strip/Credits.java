package org.handbill.widget.type.resources.page.strip;

import java.util.regex.Pattern;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.page.dom.Blank;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Takes out the lines that say who made a site and with what: “Powered by”, “Diseñado por”. */
final class Credits {

  private static final int LONGEST = 120;
  private static final int MOST_BEFORE = 20;

  /** A toolkit that somebody designed is none: the words begin the line. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?iu)[^\\p{L}]*(?:(?:proudly |website |web ?site |site |page )?(?:powered|designed|developed|built|hosted) (?:by|with|on|using)"
              + "|(?:web ?site|site|web|theme|template|design|hosting|web design|site design) by"
              + "|(?:sitio |página |web )?(?:diseñad[oa]|desarrollad[oa]|alojad[oa]) (?:por|en|con)"
              + "|(?:plantilla|diseño|diseño web|desarrollo|tema) (?:de|por)"
              + "|propulsé par|fièrement propulsé par|erstellt mit|desenvolvido por)\\b.{0,40}");

  private Credits() {}

  /** Takes them out of a part of a page. */
  static void strip(Element root) {
    for (Element link : root.select(Selectors.LINK)) {
      Element line = link.parent();
      if (line == null || line == root || !link.hasParent() || !credits(link)) {
        continue;
      }
      boolean alone =
          line.text().length() <= LONGEST
              && line.children().stream().noneMatch(Element::isBlock)
              && line.selectFirst(Selectors.LISTED) == null;
      Blank.out(alone ? line : link);
    }
  }

  private static boolean credits(Element link) {
    StringBuilder before = new StringBuilder();
    int looked = 0;
    for (Node node = link.previousSibling();
        node != null && looked++ < MOST_BEFORE;
        node = node.previousSibling()) {
      if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
        break;
      }
      before.insert(0, node instanceof TextNode text ? text.text() : words(node));
      if (before.length() > LONGEST) {
        return false;
      }
    }
    return BEFORE.matcher(PlainText.line(before.toString())).matches();
  }

  private static String words(Node node) {
    return node instanceof Element element ? element.text() : "";
  }
}
