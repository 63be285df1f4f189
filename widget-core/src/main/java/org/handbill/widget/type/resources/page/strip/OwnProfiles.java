package org.handbill.widget.type.resources.page.strip;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.entry.Addresses;
import org.handbill.widget.type.resources.entry.Titles;
import org.handbill.widget.type.resources.page.dom.Blank;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Knows the one row of a page that leads to its makers’ pages on social networks. A directory has
 * such a row with each of its entries.
 */
public final class OwnProfiles {

  private static final int FEWEST = 2;
  private static final int FEWEST_ELSEWHERE = 2;
  private static final int MOST = 12;
  private static final int MOST_LEVELS = 4;

  private static final Pattern HOSTS =
      Pattern.compile(
          "(?:.*\\.)?(?:facebook|instagram|twitter|x|linkedin|youtube|tiktok|threads|pinterest|flickr)\\.(?:com|net)"
              + "|bsky\\.app|t\\.me|wa\\.me");

  private OwnProfiles() {}

  /** True for the host of a network. */
  public static boolean host(String host) {
    return HOSTS.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** Takes it out of a root that has links besides. */
  public static void strip(Element root, URI base) {
    Addresses addresses = new Addresses(base);
    List<Element> rows = new ArrayList<>();
    for (Element link : root.select(Selectors.LINK)) {
      Element row = profile(link, addresses) ? row(link, root, addresses) : null;
      if (row != null && !rows.contains(row)) {
        rows.add(row);
      }
    }
    if (rows.size() == 1
        && root.select(Selectors.LINK).size()
            >= rows.get(0).select(Selectors.LINK).size() + FEWEST_ELSEWHERE) {
      Blank.out(rows.get(0));
    }
  }

  /** The widest part around a link with nothing but such links, where there are several. */
  private static @Nullable Element row(Element link, Element root, Addresses addresses) {
    Element widest = null;
    Element part = link.parent();
    for (int level = 0; part != null && part != root && level < MOST_LEVELS; level++) {
      List<Element> links = part.select(Selectors.LINK);
      if (links.size() > MOST) {
        break;
      }
      String linked = String.join(" ", links.stream().map(Element::text).toList()).strip();
      if (part.text().length() > linked.length() + links.size()
          || !links.stream().allMatch(other -> profile(other, addresses))) {
        break;
      }
      widest = links.size() >= FEWEST ? part : widest;
      part = part.parent();
    }
    return widest;
  }

  /** Whether a link leads to a network and says no more than that. */
  private static boolean profile(Element link, Addresses addresses) {
    String href = link.attr("href");
    return href.contains("//")
        && (!link.hasText() || Titles.generic(link.text()))
        && addresses.resolve(href).filter(url -> host(String.valueOf(url.getHost()))).isPresent();
  }
}
