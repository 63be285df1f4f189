package org.handbill.widget.type.resources.page.strip;

import java.net.URI;
import java.util.Optional;
import org.handbill.widget.type.resources.entry.Addresses;
import org.jsoup.nodes.Element;

/** The site that a page is on, as its links tell. Immutable. */
public final class OwnSite {

  private final Addresses addresses;
  private final URI page;

  /**
   * @param base what relative links are relative to
   * @param page where the page itself is
   */
  public OwnSite(URI base, URI page) {
    this.addresses = new Addresses(base);
    this.page = page;
  }

  URI page() {
    return page;
  }

  /** Where a link leads; for a place on the page, the page. */
  Optional<URI> address(Element link) {
    String href = link.attr("href").strip();
    return href.startsWith("#") ? Optional.of(page) : addresses.resolve(href);
  }

  /** Where a link leads, if that is the site itself. */
  Optional<URI> own(Element link) {
    return address(link).filter(url -> SiteLinks.sameHost(url, page));
  }

  /** Where a link leads, if that is the site itself or somebody to call or to write to. */
  Optional<URI> ownOrContact(Element link) {
    return address(link).filter(url -> url.getHost() == null || SiteLinks.sameHost(url, page));
  }
}
