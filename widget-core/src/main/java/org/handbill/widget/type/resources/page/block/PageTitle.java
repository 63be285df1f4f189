package org.handbill.widget.type.resources.page.block;

import java.util.List;
import java.util.Optional;
import org.handbill.widget.model.PlainText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The one title of a page, where it stands in a banner that is no content. */
public record PageTitle(Element element, String text) {

  private static final String ELSEWHERE =
      "nav, footer, aside, dialog, template, noscript, [hidden], [aria-hidden=true]";

  /** Finds it; a title that is a link names the site. */
  public static Optional<PageTitle> of(Document page) {
    List<Element> titles =
        page.select("h1").stream()
            .filter(title -> title.hasText() && title.closest(ELSEWHERE) == null)
            .toList();
    return titles.stream()
        .filter(title -> titles.size() == 1)
        .filter(title -> title.selectFirst("a") == null && title.closest("a") == null)
        .map(title -> new PageTitle(title, PlainText.line(title.text())))
        .findFirst();
  }

  /** The heading that it is above a part of the page, unless the part holds it anyway. */
  public Optional<Block> above(Element root) {
    return element.parents().contains(root)
        ? Optional.empty()
        : Optional.of(
            new Block.Heading(1, text, List.of(new Token.Words(text, List.of())), List.of()));
  }
}
