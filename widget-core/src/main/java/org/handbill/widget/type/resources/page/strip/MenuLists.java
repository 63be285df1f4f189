package org.handbill.widget.type.resources.page.strip;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.handbill.widget.model.PlainText;
import org.handbill.widget.type.resources.page.dom.Blank;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;

/**
 * Recognizes menus that nothing marks, by the links that every site has and no list of resources.
 */
final class MenuLists {

  private static final int FEWEST = 2;
  private static final int MOST_LEVELS = 4;

  private static final Set<String> SITE_WORDS =
      Set.of(
          "home",
          "home page",
          "about",
          "about us",
          "who we are",
          "our team",
          "staff",
          "board of directors",
          "contact",
          "contact us",
          "donate",
          "donate now",
          "search",
          "log in",
          "login",
          "sign in",
          "sign up",
          "subscribe",
          "register",
          "my account",
          "member login",
          "site map",
          "sitemap",
          "privacy",
          "privacy policy",
          "terms",
          "terms of use",
          "terms of service",
          "accessibility",
          "careers",
          "jobs",
          "press",
          "news",
          "blog",
          "events",
          "get involved",
          "take action",
          "membership",
          "shop",
          "store",
          "menu",
          "links",
          "faq",
          "gallery",
          "inicio",
          "acerca de",
          "quiénes somos",
          "sobre nosotros",
          "nosotros",
          "contacto",
          "contáctenos",
          "contáctanos",
          "donar",
          "dona",
          "done ahora",
          "dona ahora",
          "buscar",
          "iniciar sesión",
          "mapa del sitio",
          "privacidad",
          "política de privacidad",
          "aviso de privacidad",
          "términos de uso",
          "accesibilidad",
          "noticias",
          "eventos",
          "prensa",
          "blog y noticias");

  private MenuLists() {}

  static void strip(Element root) {
    for (Element list : root.select("ul, ol, menu")) {
      if (list.parent() != null && list.parents().contains(root) && menu(list)) {
        Blank.out(list);
      }
    }
    for (Element link : root.select(Selectors.LINK)) {
      if (link.parent() != null && known(link)) {
        stripAround(link, root);
      }
    }
  }

  /** A menu that is no list: cells, lines or parts with nothing but links. */
  private static void stripAround(Element link, Element root) {
    Element widest = null;
    Element part = link.parent();
    for (int level = 0; part != null && part != root && level < MOST_LEVELS; level++) {
      if (part.normalName().equals("li") || part.selectFirst(Selectors.LIST) != null) {
        break;
      }
      widest = menu(part) ? part : widest;
      part = part.parent();
    }
    if (widest != null) {
      Blank.out(widest);
    }
  }

  private static boolean known(Element link) {
    return SITE_WORDS.contains(PlainText.line(link.text()).toLowerCase(Locale.ROOT));
  }

  private static boolean menu(Element list) {
    List<Element> links = list.select(Selectors.LINK);
    if (links.size() < FEWEST || links.size() > 80) {
      return false;
    }
    int known = 0;
    int length = 0;
    for (Element link : links) {
      String words = PlainText.line(link.text());
      length += words.length();
      if (known(link)) {
        known++;
      }
    }
    boolean onlyLinks = PlainText.line(list.text()).length() <= length + 2 * links.size();
    return onlyLinks && known >= FEWEST && known * 3 >= links.size();
  }
}
