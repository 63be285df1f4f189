package org.handbill.widget.type.resources.page.strip;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.page.dom.Blank;
import org.handbill.widget.type.resources.page.dom.CardButtons;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Knows how a site calls its readers to itself: by a button such as “Get help now” that its header
 * or its footer has, too, or beside other content leads where they do, and by links to a page for
 * writing to it.
 */
public final class OwnCalls {

  /** From how many links that no menu has a page has content besides its site's own pages. */
  private static final int FEWEST = 3;

  private static final int MOST_LINKS = 3;
  private static final int MOST_LEVELS = 6;

  private static final Pattern CONTACT =
      Pattern.compile("(?i)/(?:contact(?:o|os|a|anos|enos|-?us)?|get-in-touch)(?:\\.\\w+)?/?$");

  private static final Pattern WRITING =
      Pattern.compile(
          "(?iu)\\b(?:contact|touch|reach|write|message|questions?|forms?|cont[aá]ct|escr[ií]b|av[ií]s|pregunt|mensaje|solicit)");

  private final Set<URI> buttons = new HashSet<>();
  private final Set<URI> chrome = new HashSet<>();
  private final OwnSite site;

  private OwnCalls(OwnSite site) {
    this.site = site;
  }

  /** Reads what stands around a page's content. */
  public static OwnCalls around(Document document, OwnSite site) {
    OwnCalls calls = new OwnCalls(site);
    for (Element link : document.select(Selectors.LINK)) {
      if (link.closest(Selectors.MENU) != null) {
        site.ownOrContact(link)
            .ifPresent(
                url -> {
                  calls.chrome.add(url);
                  if (CardButtons.button(link)) {
                    calls.buttons.add(url);
                  }
                });
      }
    }
    return calls;
  }

  /** Takes them out of a root, each with what is there for its sake alone. */
  public void strip(Element root) {
    List<Element> links = root.select(Selectors.LINK);
    boolean content = links.stream().filter(link -> !leads(link, chrome)).count() >= FEWEST;
    for (Element link : links) {
      boolean asMenus = content && site.own(link).filter(chrome::contains).isPresent();
      if (CardButtons.button(link) && (asMenus || leads(link, buttons))) {
        Element part = part(link, root);
        Blank.out(part == null ? link : part);
      } else if (writes(link)) {
        link.unwrap();
      }
    }
  }

  private boolean leads(Element link, Set<URI> known) {
    return site.ownOrContact(link).filter(known::contains).isPresent();
  }

  /** Whether a link leads to the page for writing to the site, as its menus do. */
  private boolean writes(Element link) {
    return leads(link, chrome)
        && WRITING.matcher(link.text()).find()
        && site.own(link).filter(url -> CONTACT.matcher(url.getPath()).find()).isPresent();
  }

  /** The widest part around a link that leads nowhere else. */
  private @Nullable Element part(Element link, Element root) {
    Element widest = null;
    Element part = link.parent();
    for (int level = 0; part != null && part != root && level < MOST_LEVELS; level++) {
      List<Element> links = part.select(Selectors.LINK);
      if (links.size() > MOST_LINKS
          || part.select(Selectors.HEADING).size() > 1
          || !links.stream().allMatch(other -> leads(other, chrome))) {
        break;
      }
      widest = part;
      part = part.parent();
    }
    return widest;
  }
}
