package org.handbill.widget.type.resources.page.block;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.entry.LanguageHints;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.handbill.widget.type.resources.page.strip.SiteLinks;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Knows the links to the page itself, also in its other languages: those that it states, those
 * whose address differs in nothing but a language code, and a “Read in English” above everything.
 */
public final class OwnTranslations {

  private static final Pattern CODE =
      Pattern.compile(
          "(?i)([/._-])(?:en|es|fr|pt|ht|zh|ar|ru|vi|ko|tl|de)(?:[_-][a-z]{2,4})?(?=$|[/._-])");
  private static final Pattern EXTENSION = Pattern.compile("(?i)[._-](?:html?|php|aspx?)(?=$|[.])");

  private final Set<String> stated = new HashSet<>();
  private final URI page;

  private OwnTranslations(URI page) {
    this.page = page;
  }

  /**
   * Reads what the page states.
   *
   * @param base what relative links are relative to
   * @param page where the page itself is
   */
  public static OwnTranslations of(Document document, URI base, URI page) {
    OwnTranslations translations = new OwnTranslations(page);
    Addresses addresses = new Addresses(base);
    for (Element link : document.select("link[rel~=(?i)\\balternate\\b][hreflang]")) {
      addresses
          .resolve(link.attr("href"))
          .map(OwnTranslations::plain)
          .ifPresent(translations.stated::add);
    }
    return translations;
  }

  URI page() {
    return page;
  }

  /** True for a place on the page itself, however its address is written. */
  boolean within(URI url) {
    return url.getRawFragment() != null && sight(url).equals(sight(page));
  }

  /** What two addresses of one page have in common. */
  private static String sight(URI url) {
    return plain(url)
        .replaceFirst("^https?://(?:www\\.)?", "")
        .replaceFirst("/(?:index\\.(?:html?|php))?(?=$|\\?)", "");
  }

  /** True for the page's own address, and for its address in another language. */
  boolean lead(URI url) {
    return stated.contains(plain(url)) || (SiteLinks.sameHost(url, page) && same(url));
  }

  private boolean same(URI url) {
    String path = String.valueOf(url.getRawPath());
    String own = String.valueOf(page.getRawPath());
    if (own.length() < 2 || path.length() < 2 || url.getRawFragment() != null) {
      return false;
    }
    return path.equals(own)
        ? String.valueOf(url.getRawQuery()).equals(String.valueOf(page.getRawQuery()))
        : uncoded(path).equals(uncoded(own));
  }

  /**
   * Whether the first link of a page is the way to its other language: a call alone that names
   * nothing but a language, below no heading but the page's own, and no first of several.
   *
   * @param links the content links of the page, in its order
   */
  boolean begin(List<Anchor> links) {
    return !links.isEmpty()
        && languageAlone(links.get(0))
        && SiteLinks.sameHost(links.get(0).url(), page)
        && (links.size() == 1 || !languageAlone(links.get(1)))
        && alone(links.get(0).element())
        && underTitle(links.get(0).element());
  }

  private static boolean languageAlone(Anchor anchor) {
    return Titles.generic(anchor.text()) && LanguageHints.named(anchor.text()).isPresent();
  }

  private static boolean alone(Element link) {
    Element parent = link.parent();
    return parent != null && parent.text().equals(link.text()) && link.closest("li, td") == null;
  }

  /** Whether the page's title stands above, and no heading of a part of it. */
  private static boolean underTitle(Element link) {
    boolean titled = false;
    for (Element part = link; part != null; part = part.parent()) {
      for (Element before = part.previousElementSibling();
          before != null;
          before = before.previousElementSibling()) {
        for (Element heading : before.select(Selectors.HEADING)) {
          if (!heading.normalName().equals("h1")) {
            return false;
          }
          titled = true;
        }
      }
    }
    return titled;
  }

  private static String plain(URI url) {
    return url.toString().toLowerCase(Locale.ROOT).replaceFirst("#.*$", "").replaceFirst("/$", "");
  }

  private static String uncoded(String path) {
    String bare = EXTENSION.matcher(path).replaceAll("");
    return CODE.matcher(bare).replaceAll("").replaceFirst("/+$", "");
  }
}
