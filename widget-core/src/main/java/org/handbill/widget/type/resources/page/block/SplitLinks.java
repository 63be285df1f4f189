package org.handbill.widget.type.resources.page.block;

import java.util.Optional;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Joins a link that an editor cut in two: both lead to one place, and the second goes on. */
final class SplitLinks {

  private static final Pattern GOES_ON = Pattern.compile("^[\\s\\u00a0]*[\\p{Ll}\\p{N}]");

  private SplitLinks() {}

  /** Joins them in place; nothing of their words is lost. */
  static void join(Element root, Addresses addresses) {
    Element before = null;
    for (Element link : root.select(Selectors.LINK)) {
      if (before != null
          && goesOn(link)
          && following(before) == link
          && same(before, link, addresses)) {
        before.appendChildren(link.childNodesCopy());
        link.remove();
      } else {
        before = link;
      }
    }
  }

  private static boolean goesOn(Element link) {
    return GOES_ON.matcher(link.wholeText()).find() && !Titles.generic(link.text());
  }

  private static boolean same(Element before, Element link, Addresses addresses) {
    Optional<?> address = addresses.resolve(link.attr("href"));
    return before.hasText()
        && address.isPresent()
        && address.equals(addresses.resolve(before.attr("href")));
  }

  /** The link right after another in the same line, with no word or space between. */
  private static @Nullable Node following(Element link) {
    Node node = link;
    while (node.nextSibling() == null) {
      if (!(node.parent() instanceof Element parent) || parent.isBlock()) {
        return null;
      }
      node = parent;
    }
    node = node.nextSibling();
    while (node instanceof Element element && !element.normalName().equals("a")) {
      if (element.isBlock() || element.childNodeSize() == 0) {
        return null;
      }
      node = element.childNode(0);
    }
    return node instanceof TextNode ? null : node;
  }
}
