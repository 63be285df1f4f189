package org.handbill.widget.type.resources.page.block;

import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.page.dom.PageName;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The titles of a page, where they stand in a banner that is no content. */
public record PageTitle(List<Element> titles) {

  private static final int MOST = 50;

  private static final String ELSEWHERE =
      "nav, footer, aside, dialog, template, noscript, [hidden], [aria-hidden=true]";

  public PageTitle {
    titles = List.copyOf(titles);
  }

  /** Finds them. */
  public static PageTitle of(Document page) {
    PageName name = PageName.of(page);
    List<Element> titles = shown(page.select("h1"));
    return new PageTitle(
        titles.isEmpty()
            ? shown(page.select("h2, h3")).stream().filter(name::says).toList()
            : titles);
  }

  private static List<Element> shown(Elements headings) {
    return headings.stream()
        .limit(MOST)
        .filter(heading -> heading.hasText() && heading.closest(ELSEWHERE) == null)
        .toList();
  }

  /**
   * The heading that the last of them is above a part of the page; none where the part holds one
   * anyway, and none for a link, which names the site.
   */
  public Optional<Block> above(Element root) {
    if (titles.stream().anyMatch(title -> title.parents().contains(root))) {
      return Optional.empty();
    }
    return titles.stream()
        .filter(title -> before(title, root))
        .reduce((first, second) -> second)
        .filter(title -> title.selectFirst("a") == null && title.closest("a") == null)
        .map(title -> PlainText.line(title.text()))
        .map(
            text ->
                new Block.Heading(1, text, List.of(new Token.Words(text, List.of())), List.of()));
  }

  private boolean before(Element title, Element root) {
    Elements above = root.parents();
    return titles.size() == 1
        || title.parents().stream()
            .filter(above::contains)
            .findFirst()
            .filter(around -> place(title, around) < place(root, around))
            .isPresent();
  }

  /** Where the child of an element stands that holds another. */
  private static int place(Element element, Element around) {
    Element child = element;
    while (child.parent() != null && child.parent() != around) {
      child = child.parent();
    }
    return child.siblingIndex();
  }
}
