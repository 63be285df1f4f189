package org.handbill.widget.type.resources.page.strip;

import java.util.regex.Pattern;
import org.handbill.widget.type.resources.page.dom.Blank;
import org.handbill.widget.type.resources.page.dom.Selectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Takes out what stands above a form to search or to filter: “I am looking for…”. */
final class FormTitles {

  private static final int MOST_LEVELS = 4;

  private static final Pattern ASKING =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:search|filter|find|look(?:ing)? for|sort|browse by|refine|narrow"
              + "|busc\\p{L}+|filtr\\p{L}+|encuentr\\p{L}+|orden\\p{L}+|subscribe|sign up|newsletter"
              + "|suscr\\p{L}+|bolet[ií]n)");

  private FormTitles() {}

  /** Takes the part away that a form fills together with its heading. */
  static void strip(Element root) {
    for (Element form : root.select("form")) {
      Element part = form.selectFirst(Selectors.LINK) == null ? around(form, root) : null;
      if (part != null) {
        Blank.out(part);
      }
    }
  }

  private static @Nullable Element around(Element form, Element root) {
    Element part = form.parent();
    for (int level = 0; part != null && part != root && level < MOST_LEVELS; level++) {
      if (part.selectFirst(Selectors.LINK) != null) {
        return null;
      }
      if (part.select(Selectors.HEADING).stream()
          .anyMatch(heading -> !heading.parents().contains(form))) {
        return asks(part, form) ? part : null;
      }
      part = part.parent();
    }
    return null;
  }

  /** Whether every heading beside the form asks to use it; the title of a page does not. */
  private static boolean asks(Element part, Element form) {
    return part.select(Selectors.HEADING).stream()
        .filter(heading -> !heading.parents().contains(form))
        .allMatch(
            heading -> !heading.normalName().equals("h1") && ASKING.matcher(heading.text()).find());
  }
}
