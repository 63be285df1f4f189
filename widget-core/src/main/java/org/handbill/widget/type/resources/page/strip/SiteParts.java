package org.handbill.widget.type.resources.page.strip;

import java.net.URI;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Takes out of a root all that is there for the site's own sake.
 *
 * @param base what relative links are relative to
 * @param kept what an editor has chosen, with all around it; empty where nothing is
 */
public record SiteParts(OwnSite site, OwnCalls calls, URI base, Set<Element> kept) {

  /** Takes it out in place. */
  public void strip(Element root) {
    HeadingCounts.strip(root);
    TabTitles.write(root);
    FormTitles.strip(root);
    Boilerplate.strip(root, kept, site);
    if (kept.isEmpty()) {
      SideCells.strip(root, site);
      calls.strip(root);
    }
    SiteMenus.strip(root, site);
    Credits.strip(root);
    OwnProfiles.strip(root, base);
  }
}
