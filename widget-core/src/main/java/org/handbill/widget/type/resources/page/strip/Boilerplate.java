package org.handbill.widget.type.resources.page.strip;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handbill.widget.type.resources.page.dom.Blank;
import org.handbill.widget.type.resources.page.dom.Openers;
import org.handbill.widget.type.resources.page.dom.PageNames;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a page what is not its content: menus, headers, footers, forms, what is hidden, and
 * what runs. Tags and roles are believed; names of classes only as long as content remains.
 */
final class Boilerplate {

  private static final Set<String> NEVER_CONTENT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "embed",
          "math",
          "canvas",
          "audio",
          "video",
          "input",
          "select",
          "textarea",
          "datalist",
          "dialog",
          "nav",
          "head",
          "link",
          "meta",
          "frameset",
          "noframes",
          "search",
          "xmp",
          "noembed",
          "option");

  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "banner",
          "contentinfo",
          "search",
          "menu",
          "menubar",
          "toolbar",
          "dialog",
          "alertdialog",
          "tablist",
          "form");

  private static final Set<String> SECTIONS = Set.of("article", "section", "main", "li", "td");

  private static final int FEWEST_LISTED = 5;
  private static final int FEWEST_HEADINGS = 2;
  private static final int FEWEST_LINKS = 2;
  private static final Evaluator HEADER = Selector.evaluatorOf("header");

  private static final Pattern HOST = Pattern.compile("(?i)https?://([^/?#]+)");

  private static final Pattern HIDDEN_STYLE =
      Pattern.compile("(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

  private final Set<String> panels = new HashSet<>();
  private final List<Element> doubtful = new ArrayList<>();

  private final Set<Element> kept;
  private final OwnSite site;
  private final @Nullable Element first;

  private Boilerplate(Element root, Set<Element> kept, OwnSite site) {
    this.kept = kept;
    this.site = site;
    this.first = root.selectFirst(HEADER);
  }

  /**
   * Takes it out of a root; the root itself always stays.
   *
   * @param kept elements that stay whatever they look like
   */
  static void strip(Element root, Set<Element> kept, OwnSite site) {
    Boilerplate boilerplate = new Boilerplate(root, kept, site);
    boilerplate.findPanels(root);
    boilerplate.stripBelow(root);
    boilerplate.stripDoubtful(root);
    MenuLists.strip(root);
  }

  /** Panels that a button or a tab opens are hidden for now only. */
  private void findPanels(Element root) {
    for (Element opener :
        root.select("[aria-controls], [data-target], [data-bs-target], a[href^=#]")) {
      for (String name : new String[] {"aria-controls", "data-target", "data-bs-target", "href"}) {
        for (String id : opener.attr(name).strip().split("\\s+")) {
          panels.add(id.startsWith("#") ? id.substring(1) : id);
        }
      }
    }
    panels.remove("");
  }

  private void stripBelow(Element parent) {
    for (int i = 0; i < parent.childNodeSize(); i++) {
      if (parent.childNode(i) instanceof Element child) {
        if (kept.contains(child)) {
          stripBelow(child);
        } else if (leftOut(child)) {
          Blank.out(child);
        } else {
          if (PageNames.naming(child) && !PageNames.dropped(child)) {
            doubtful.add(child);
          }
          stripBelow(child);
        }
      }
    }
  }

  private void stripDoubtful(Element root) {
    List<Element> named =
        doubtful.stream()
            .filter(element -> element.parent() != null)
            .filter(element -> element.selectFirst(Selectors.MAIN) == null)
            .toList();
    Set<Node> gone = new HashSet<>();
    int lost = 0;
    for (Element element : named) {
      if (element.parents().stream().noneMatch(gone::contains)) {
        gone.add(element);
        lost += element.select(Selectors.LINK).size();
      }
    }
    if (lost == 0 || lost < root.select(Selectors.LINK).size()) {
      named.forEach(Blank::out);
    }
  }

  private boolean leftOut(Element element) {
    String tag = element.normalName();
    String role = element.attr("role").toLowerCase(Locale.ROOT).strip();
    if ((NEVER_CONTENT.contains(tag)
            && !PageNames.dropped(element)
            && !directory(element)
            && !listed(element))
        || ROLES.contains(role)
        || hidden(element)) {
      return true;
    }
    return switch (tag) {
      case "svg" -> element.closest(Selectors.ANY_LINK) == null;
      case "header" -> section(element) == null && !part(element);
      case "footer" -> !inCard(element);
      case "aside" -> section(element) == null || PageNames.beside(element);
      case "form" -> element.selectFirst(Selectors.MAIN_OR_TITLED) == null && !listing(element);
      case "button" -> !Openers.opener(element);
      default -> false;
    };
  }

  /** Whether a header has a heading and links that lead elsewhere; the first, several of them. */
  private boolean part(Element header) {
    List<Element> links = header.select(Selectors.LINK);
    long leading =
        links.stream().filter(link -> link.hasText() && site.ownOrContact(link).isEmpty()).count();
    return header.selectFirst(Selectors.HEADING) != null
        && leading * 2 > links.size()
        && (header != first || leading >= FEWEST_LISTED);
  }

  /** Whether what is marked as a menu leads to many sites, under headings: no menu is like that. */
  private static boolean directory(Element menu) {
    if (!menu.nameIs("nav") || menu.select(Selectors.HEADING).size() < FEWEST_HEADINGS) {
      return false;
    }
    Set<String> hosts = new HashSet<>();
    for (Element link : menu.select(Selectors.LINK)) {
      Matcher host = HOST.matcher(link.attr("href").strip());
      if (!host.lookingAt()) {
        return false;
      }
      hosts.add(host.group(1).toLowerCase(Locale.ROOT));
    }
    return hosts.size() >= FEWEST_LISTED;
  }

  /**
   * Whether what is marked as a menu stands in the content and is no menu: right below a heading,
   * with links to elsewhere; or with more words beside its links than in them.
   */
  private boolean listed(Element menu) {
    if (!menu.nameIs("nav") || menu.closest(Selectors.CONTENT) == null) {
      return false;
    }
    List<Element> links = menu.select(Selectors.LINK);
    Element above = menu.previousElementSibling();
    boolean headed = above != null && above.is(Selectors.HEADING);
    boolean leads = links.stream().anyMatch(link -> site.ownOrContact(link).isEmpty());
    int linked = links.stream().mapToInt(link -> link.text().length()).sum();
    return links.size() >= FEWEST_LINKS && ((headed && leads) || menu.text().length() > 2 * linked);
  }

  /** Whether a form only filters the list that it holds, or holds the whole page. */
  private static boolean listing(Element form) {
    return form.select(Selectors.LINK).size() >= FEWEST_LISTED
        && form.selectFirst("input[type=password]") == null;
  }

  private boolean hidden(Element element) {
    boolean marked =
        (element.hasAttr("hidden") && !element.attr("hidden").equalsIgnoreCase("until-found"))
            || element.attr("aria-hidden").equalsIgnoreCase("true")
            || HIDDEN_STYLE.matcher(element.attr("style")).find();
    return marked && !panel(element);
  }

  private boolean panel(Element element) {
    return panels.contains(element.id())
        || element.attr("role").equalsIgnoreCase("tabpanel")
        || element.attr("role").equalsIgnoreCase("region")
        || PageNames.panel(element);
  }

  private static boolean inCard(Element footer) {
    Element article = footer.closest(Selectors.CARD);
    return article != null
        && !PageNames.naming(footer)
        && article.siblingElements().stream()
            .anyMatch(e -> e.normalName().equals(article.normalName()));
  }

  private static @Nullable Element section(Element element) {
    return element.parents().stream()
        .filter(
            parent -> SECTIONS.contains(parent.normalName()) || parent.attr("role").equals("main"))
        .findFirst()
        .orElse(null);
  }
}
