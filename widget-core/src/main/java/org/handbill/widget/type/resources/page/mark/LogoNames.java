package org.handbill.widget.type.resources.page.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.entry.WeakTitles;
import org.handbill.widget.type.resources.page.dom.Headings;
import org.handbill.widget.type.resources.page.dom.PictureWords;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Writes the name that stands beside a logo into the link that shows nothing else: the heading or
 * the caption of its card; the first line there, where the logo's own words are no more than the
 * name of a file.
 */
final class LogoNames {

  private static final int MOST_LEVELS = 8;
  private static final Set<String> CARDS = Set.of("li", "article", "tr", "figure");

  private LogoNames() {}

  /** Writes the names into the links below an element. */
  static void write(Element root) {
    for (Element link : root.select(Selectors.LINK)) {
      Element image = link.hasText() ? null : link.selectFirst(Selectors.IMAGE);
      Element card = image == null ? null : card(link, root);
      if (card != null && image != null) {
        name(link, image, card);
      }
    }
  }

  private static void name(Element link, Element image, Element card) {
    List<Node> name = heading(card);
    if (name.isEmpty() && idle(link, image)) {
      name = firstLine(card, link);
    }
    String words = words(name);
    if (!words.isEmpty()) {
      name.forEach(Node::remove);
      link.appendElement("span").text(words);
    }
  }

  /** The nearest part around a link with words of its own, where it holds no other link. */
  private static @Nullable Element card(Element link, Element root) {
    Element part = link.parent();
    for (int level = 0; part != null && part != root && level < MOST_LEVELS; level++) {
      if (part.select(Selectors.LINK).size() > 1) {
        return null;
      }
      if (part.hasText()) {
        return CARDS.contains(part.normalName()) || repeated(outermost(part, root)) ? part : null;
      }
      part = part.parent();
    }
    return null;
  }

  /** Whether another part like it, a logo's card, stands beside it. */
  private static boolean repeated(Element part) {
    return part.siblingElements().stream()
        .filter(other -> other.normalName().equals(part.normalName()) && other.hasText())
        .map(other -> other.selectFirst(Selectors.LINK))
        .anyMatch(
            link -> link != null && (!link.hasText() || link.selectFirst(Selectors.IMAGE) != null));
  }

  private static List<Node> heading(Element card) {
    List<Node> found = new ArrayList<>();
    for (Element element : card.select("*")) {
      if (element != card
          && (Headings.level(element) > 0 || element.normalName().equals("figcaption"))) {
        found.add(element);
      }
    }
    return found.size() == 1 ? found : List.of();
  }

  private static boolean idle(Element link, Element image) {
    for (String words : new String[] {link.attr("aria-label"), link.attr("title")}) {
      if (!words.isBlank() && !PictureWords.fileLike(image, PlainText.line(words))) {
        return Titles.generic(PlainText.line(words));
      }
    }
    String alt = PlainText.line(image.attr("alt"));
    return alt.isEmpty() || Titles.generic(alt) || PictureWords.fileLike(image, alt);
  }

  /** The first line of a card outside of a link, as far as it may be a name. */
  private static List<Node> firstLine(Element card, Element link) {
    TextNode first =
        card.nodeStream(TextNode.class)
            .filter(text -> !text.isBlank() && Titles.TELLING.matcher(text.text()).find())
            .findFirst()
            .orElse(null);
    List<Node> line = new ArrayList<>();
    Node node = first == null ? null : line(first, card);
    while (node != null && !ends(node, link)) {
      line.add(node);
      node = node.nextSibling();
    }
    String words = words(line);
    return WeakTitles.mayName(words) && !words.endsWith(":") ? line : List.of();
  }

  /** What holds nothing but a part. */
  private static Element outermost(Element part, Element root) {
    Element outer = part;
    while (outer.parent() != null && outer.parent() != root && outer.parent().childrenSize() == 1) {
      outer = outer.parent();
    }
    return outer;
  }

  private static Node line(Node text, Element card) {
    Node node = text;
    while (node.parent() instanceof Element parent && parent != card && !parent.isBlock()) {
      node = parent;
    }
    return node;
  }

  private static boolean ends(Node node, Element link) {
    return node instanceof Element element
        && (element.isBlock()
            || element.normalName().equals("br")
            || element.equals(link)
            || element.selectFirst(Selectors.LINK) != null);
  }

  private static String words(List<Node> nodes) {
    StringBuilder words = new StringBuilder();
    for (Node node : nodes) {
      words.append(
          node instanceof Element element
              ? element.text()
              : node instanceof TextNode text ? text.text() : "");
    }
    String line = PlainText.line(words.toString());
    return WeakTitles.idle(line) || Titles.addressLike(line) ? "" : line;
  }
}
