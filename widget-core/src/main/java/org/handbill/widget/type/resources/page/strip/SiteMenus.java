package org.handbill.widget.type.resources.page.strip;

import java.util.List;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.page.dom.Blank;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Knows the menu and the breadcrumbs that nothing marks: links to the site's own pages in a row,
 * its first page or the page itself among them, with nothing between but what parts them and the
 * name of the page itself.
 */
final class SiteMenus {

  private static final int FEWEST = 2;
  private static final int FEWEST_MIXED = 5;
  private static final int MOST_LEVELS = 8;
  private static final int LONGEST_NAME = 40;

  private static final Pattern MAY_BE_FIRST =
      Pattern.compile("(?i)(?:^|/)(?:(?:index|default|home|inicio|accueil)[^/?#]*)?(?:#.*)?$");

  private static final Pattern PARTING = Pattern.compile("[\\P{L}&&\\P{N}]+");

  private final OwnSite site;

  private SiteMenus(OwnSite site) {
    this.site = site;
  }

  /** Takes them out of a root, unless nothing would remain. */
  static void strip(Element root, OwnSite site) {
    SiteMenus menus = new SiteMenus(site);
    for (Element link : root.select(Selectors.LINK)) {
      Element menu = menus.first(link) ? menus.around(link, root) : null;
      if (menu != null && count(menu) < count(root)) {
        Blank.out(menu);
      }
    }
  }

  private boolean first(Element link) {
    String href = link.attr("href").strip();
    return (MAY_BE_FIRST.matcher(href).find()
            && site.address(link).filter(url -> SiteLinks.first(url, site.page())).isPresent())
        || (!href.startsWith("#") && site.address(link).filter(site.page()::equals).isPresent());
  }

  private @Nullable Element around(Element link, Element root) {
    Element widest = null;
    Element part = link.parent();
    for (int level = 0; part != null && part != root && level < MOST_LEVELS; level++) {
      if (!row(part)) {
        break;
      }
      widest = count(part) >= FEWEST ? part : widest;
      part = part.parent();
    }
    return widest;
  }

  private boolean row(Element part) {
    List<Element> links = part.select(Selectors.LINK);
    int linked = links.stream().mapToInt(link -> letters(link.text())).sum();
    return letters(part.text()) - linked <= LONGEST_NAME
        && (links.stream().allMatch(this::own) || menu(links))
        && part.selectFirst(Selectors.HEADING) == null;
  }

  /** Whether nearly all of several links are the site's, the page itself among them. */
  private boolean menu(List<Element> links) {
    long own = links.stream().filter(this::own).count();
    return links.size() >= FEWEST_MIXED
        && (links.size() - own) * FEWEST_MIXED <= links.size()
        && links.stream()
            .anyMatch(link -> site.address(link).filter(site.page()::equals).isPresent());
  }

  private boolean own(Element link) {
    return site.address(link)
        .filter(url -> SiteLinks.sameHost(url, site.page()) || "mailto".equals(url.getScheme()))
        .isPresent();
  }

  private static int letters(String words) {
    return PARTING.matcher(words).replaceAll("").length();
  }

  private static int count(Element part) {
    return part.select(Selectors.LINK).size();
  }
}
