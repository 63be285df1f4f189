package org.handbill.widget.type.resources.page.strip;

import java.util.List;
import org.handbill.widget.type.resources.page.dom.PageName;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes the link off a page's own title, which leads to the page in a spelling of its site's. The
 * name of the site leads to its first page, and stays a link.
 */
public final class TitleLink {

  private TitleLink() {}

  /** Takes it off; the words stay. */
  public static void unwrap(Document page, OwnSite site) {
    PageName name = PageName.of(page);
    List<Element> titles =
        page.select(Selectors.HEADING).stream()
            .filter(heading -> heading.hasText() && name.says(heading))
            .toList();
    if (titles.size() != 1) {
      return;
    }
    List<Element> links = titles.get(0).select(Selectors.LINK);
    if (links.size() == 1
        && links.get(0).text().equals(titles.get(0).text())
        && site.own(links.get(0)).filter(url -> !SiteLinks.first(url, site.page())).isPresent()) {
      links.get(0).unwrap();
    }
  }
}
