package org.handbill.widget.type.resources.page;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Knows how a page asks to write to those who made it: “Email us”. A directory says so of each of
 * its entries; a page that says it once speaks of itself.
 */
final class OwnContact {

  private static final String ASKING =
      "(?:e-?mail|contact|write(?: to)?|message) us|(?:contáct|escríb)[ae]nos"
          + "|(?:envíe|envía|mánde|mánda)nos un (?:correo|mensaje|e-?mail)(?: electrónico)?";

  private static final Pattern WORDS =
      Pattern.compile(
          "(?iu)^\\W*(?:please )?(?:" + ASKING + ")(?:\\s+(?:here|today|now|aquí))?\\W*$");

  private static final Pattern BEFORE =
      Pattern.compile("(?iu)(?<!\\p{L})(?:" + ASKING + ")\\s*(?:at|on|a|al|en)?\\s*:?\\s*$");

  private OwnContact() {}

  /** Those links of a page, or none where there are several. */
  static List<Anchor> in(List<Anchor> links, URI page) {
    List<Anchor> asking = links.stream().filter(link -> asks(link, page)).toList();
    return asking.size() == 1 ? asking : List.of();
  }

  private static boolean asks(Anchor link, URI page) {
    boolean mail = "mailto".equals(link.url().getScheme());
    return (mail || SiteLinks.sameHost(link.url(), page))
        && (WORDS.matcher(link.text()).matches()
            || (mail && BEFORE.matcher(before(link.element())).find()));
  }

  private static String before(Element link) {
    Node node = link.previousSibling();
    return node instanceof TextNode text ? text.text() : "";
  }
}
