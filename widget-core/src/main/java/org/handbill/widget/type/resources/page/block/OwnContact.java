package org.handbill.widget.type.resources.page.block;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.handbill.widget.type.resources.page.strip.SiteLinks;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Knows how a page asks to write to those who made it: “Email us”. A directory says so of each of
 * its entries; a page that says it once speaks of itself.
 */
final class OwnContact {

  private static final String ASKING =
      "(?:e-?mail|contact|write(?: to)?|message|call|phone) us|let us know|(?:háganos|haznos) saber|(?:contáct|escríb|llám)[ae]nos"
          + "|(?:envíe|envía|mánde|mánda)nos un (?:correo|mensaje|e-?mail)(?: electrónico)?";

  private static final Pattern WORDS =
      Pattern.compile(
          "(?iu)^\\W*(?:please |por favor,? )?(?:"
              + ASKING
              + ")(?:\\s+(?:here|today|now|aquí))?\\W*$");

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:"
              + ASKING
              + "|escrib[ae](?: un (?:correo|mensaje))?)"
              + "\\s*(?:at|on|a|al(?: correo(?: electrónico)?)?|en)?\\s*:?\\s*$");

  /** What the makers of a list ask its readers to tell them. */
  private static final Pattern SUGGESTING =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:suggest|submit|propose|recommend|add|report|sugerir|sugiera|proponer|propón|proponga"
              + "|recomendar|añadir|agregar|reportar|avis[ae]r?)(?!\\p{L}).{0,40}(?<!\\p{L})"
              + "(?:resources?|links?|listings?|entr(?:y|ies)|corrections?|updates?|recursos?|enlaces?|vínculos?"
              + "|correcci(?:ón|ones))(?!\\p{L})");

  private static final int LONGEST_CALL = 160;
  private static final int MOST_PARTS = 12;

  /** The parts of a list or a table; who is called there is named there. */
  private static final Evaluator LISTED = Selector.evaluatorOf("li, td, th, dd, dt");

  private OwnContact() {}

  /** Those links of a page, to write and to call; none where there are several of a kind. */
  static List<Anchor> in(List<Anchor> links, URI page) {
    List<Anchor> own = new ArrayList<>();
    Map<Boolean, List<Anchor>> kinds =
        links.stream()
            .filter(link -> asks(link, page))
            .collect(Collectors.partitioningBy(OwnContact::calls));
    links.stream().filter(link -> suggests(link, page)).forEach(own::add);
    kinds.values().stream().filter(asking -> asking.size() == 1).forEach(own::addAll);
    return own;
  }

  private static boolean asks(Anchor link, URI page) {
    boolean called = calls(link) && link.element().closest(LISTED) == null;
    boolean contact = called || "mailto".equals(link.url().getScheme());
    if (contact && ofEntry(link, page)) {
      return false;
    }
    return (contact || SiteLinks.sameHost(link.url(), page))
        && (WORDS.matcher(link.text()).matches()
            || (contact && BEFORE.matcher(before(link.element())).find()));
  }

  /** Whether the line tells of what another link in it leads to. */
  private static boolean ofEntry(Anchor link, URI page) {
    Element line = link.element().parent();
    while (line != null && !line.isBlock()) {
      line = line.parent();
    }
    Element first = line == null ? null : line.selectFirst(Selectors.LINK);
    return first != null
        && first != link.element()
        && first.attr("href").matches("(?i)(?:https?:)?//.*")
        && !first.attr("href").contains(String.valueOf(page.getHost()));
  }

  /** A line of its own with one link: “Write to us to suggest a resource”. */
  private static boolean suggests(Anchor link, URI page) {
    Element line = link.element().parent();
    while (line != null && !line.isBlock()) {
      line = line.parent();
    }
    return line != null
        && (link.contact() || SiteLinks.sameHost(link.url(), page))
        && line.childNodeSize() <= MOST_PARTS
        && line.closest(LISTED) == null
        && line.stream().filter(part -> part.is(Selectors.LINK)).limit(2).count() == 1
        && line.text().length() <= LONGEST_CALL
        && SUGGESTING.matcher(line.text()).find();
  }

  private static boolean calls(Anchor link) {
    return "tel".equals(link.url().getScheme());
  }

  private static String before(Element link) {
    Node node = link.previousSibling();
    return node instanceof TextNode text ? text.text() : "";
  }
}
