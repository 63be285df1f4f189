package org.handbill.widget.type.resources.page.dom;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reads the names that content management systems give to the parts of a page. */
public final class PageNames {

  private static final int LONGEST = 500;

  /** Parts that open and close: accordions, tabs. */
  private static final Pattern PANEL =
      Pattern.compile("(?i)(accordion|collaps|toggle|tab-?content|tab-?pane|panel|faq)");

  /** Titles of such parts, where no heading is used. */
  private static final Pattern PANEL_TITLE =
      Pattern.compile(
          "(?i)(accordion|toggle|tab|panel|faq|collapse)[a-z_-]*(title|header|heading|question)\\b");

  /** Names of headings that are none by their tag. */
  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:(?:heading|section|block|page)[_-]?title|(?:section|page)[_-]?heading|heading[_-]page)(?:$|\\s)");

  /** What a click on it unfolds. */
  private static final Pattern DROPPED = Pattern.compile("(?i)(?:^|[\\s_-])dropdown-list(?:$|\\s)");

  private static final Pattern DROPS = Pattern.compile("(?i)(?:^|[\\s_-])dropdown-toggle(?:$|\\s)");

  private static final Pattern PART =
      Pattern.compile(
          "-(?:nav|navbar\\d?|navigation|subnav|topnav|megamenu|menu|menus|submenu|breadcrumbs?|pagination|pager"
              + "|paginator|paging|skip-?links?|skip-to-[a-z-]+|masthead|topbar|top-bar|colophon"
              + "|share-?(?:buttons?|links?|icons?|tools|bar|this|post)|sharing|sharedaddy|addtoany|a2a-kit|addthis"
              + "|social-?(?:networks?|links?|icons?|share|sharing|buttons?|menu|nav|media-(?:links|icons))"
              + "|toc|table-of-contents|back-to-top|scroll-to-top|to-top"
              + "|cookies?-(?:banner|notice|consent|bar|law|message|popup|modal|dialog)|cookie-?consent|cookiebot|gdpr|onetrust|cmplz"
              + "|tags|tag-?list|tags-links|tag-links|tag-?cloud|cat-links|post-categories|post-tags|field-tags"
              + "|entry-meta|post-meta|byline|post-navigation|nav-links"
              + "|comments|comment-list|comment-respond|related-?posts|relatedposts|yarpp"
              + "|(?:language|lang)-?(?:switcher|chooser|selector|picker|menu)|wpml-ls|block-locale"
              + "|search-?form|page-feedback|feedback|redes-sociales|migas-de-pan|pie-de-pagina|botones-compartir|search-block|searchbox|user-login|login-form|newsletter-sign-?up|mc-embed"
              + "|site-info|copyright|advertisements?|adsbygoogle"
              + "|(?:site|page|global|region|main|entry|post|web|location|wrapper)-footer|footer-(?:widgets?|area|nav|menu|links)"
              + "|(?:site|global|region|location)-header)-");
  private static final Pattern WHOLE =
      Pattern.compile(
          "-(?:footer|header|share|social|sidebar|foot|meta"
              + "|lateral|barra-lateral|menu-lateral|columna-lateral|encabezado|cabecera|pie|pied-de-page)-");

  /** Of a site or a page; that of a card, and “not-footer”, is no such. */
  private static final Pattern FOOTER =
      Pattern.compile(
          "(?<!-(?:card|panel|item|box|tile|teaser|modal|block|list|table|resource|product|event|accordion"
              + "|not|no|has|with|without|sticky|fixed|before|above|hide))-footer-(?:[a-z0-9]+-){0,2}$");

  private static final Pattern SIDEBAR = Pattern.compile("-sidebar-");
  private static final Pattern LAYOUT =
      Pattern.compile("-(?:has|no|with|without|one|two|both|hide)-[a-z-]*sidebars?-|-sidebars-");
  private static final Pattern BESIDE =
      Pattern.compile("-(?:related|widget|widgets|secondary|rail|promo|ad|ads)-");

  private PageNames() {}

  /** Whether it is named as a part that opens and closes. */
  public static boolean panel(Element element) {
    return PANEL.matcher(classes(element)).find();
  }

  /** Whether it is named as the title of such a part. */
  public static boolean panelTitle(Element element) {
    return PANEL_TITLE.matcher(classes(element)).find()
        || (drops(element) && !CardButtons.button(element));
  }

  /** True for a part whose class says that it is a heading. */
  static boolean heading(Element element) {
    return HEADING.matcher(classes(element)).find();
  }

  /**
   * True for what unfolds below its title or its button within the content, though it is marked as
   * a menu.
   */
  public static boolean dropped(Element menu) {
    Element title = menu.previousElementSibling();
    return title != null
        && drops(title)
        && (DROPPED.matcher(classes(menu)).find()
            || (CardButtons.button(title) && menu.closest(Selectors.CONTENT) != null));
  }

  private static boolean drops(Element element) {
    return DROPS.matcher(classes(element)).find();
  }

  private static String classes(Element element) {
    String names = element.className();
    return names.length() > LONGEST ? names.substring(0, LONGEST) : names;
  }

  /** True for an element whose id or class names a part that is not content. */
  public static boolean naming(Element element) {
    if (names(element.id(), true) || names(ownTag(element), true)) {
      return true;
    }
    for (String name : classes(element).split("\\s+")) {
      if (names(name, false)) {
        return true;
      }
    }
    return false;
  }

  /** The tag of an element that a site made up, such as {@code site-header}; else empty. */
  private static String ownTag(Element element) {
    return element.tag().isKnownTag() ? "" : element.normalName();
  }

  /** True for an {@code aside} that stands beside the content rather than in it. */
  public static boolean beside(Element aside) {
    String names = tokens(classes(aside));
    String role = aside.attr("role").toLowerCase(Locale.ROOT);
    return naming(aside) || role.equals("complementary") || BESIDE.matcher(names).find();
  }

  private static boolean names(String name, boolean id) {
    if (name.isBlank() || name.length() > 100) {
      return false;
    }
    String tokens = tokens(name);
    if (WHOLE.matcher(tokens).matches() && (id || !tokens.equals("-header-"))) {
      return true;
    }
    return PART.matcher(tokens).find()
        || FOOTER.matcher(tokens).find()
        || (SIDEBAR.matcher(tokens).find() && !LAYOUT.matcher(tokens).find());
  }

  private static String tokens(String name) {
    String dashed =
        name.strip().replaceAll("([a-z0-9])([A-Z])", "$1-$2").replaceAll("[\\s_-]+", "-");
    return "-" + dashed.toLowerCase(Locale.ROOT).replaceAll("^-+|-+$", "") + "-";
  }
}
