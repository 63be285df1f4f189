package org.handbill.widget.type.resources.page.dom;

import org.jsoup.nodes.Element;

/** Knows the buttons that open a part of a page, and so name it. */
public final class Openers {

  private Openers() {}

  /** A button that opens a part of the page names it. */
  public static boolean opener(Element button) {
    return button.hasAttr("aria-expanded")
        || button.hasAttr("aria-controls")
        || button.hasAttr("data-bs-toggle")
        || PageNames.panel(button)
        || above(button)
        || button.closest(Selectors.NAMING) != null;
  }

  /** Whether a part that opens and closes stands right below a button, or what holds it alone. */
  private static boolean above(Element button) {
    Element parent = button.parent();
    Element next = button.nextElementSibling();
    if (next == null && parent != null && parent.text().equals(button.text())) {
      next = parent.nextElementSibling();
    }
    return next != null && next.hasText() && PageNames.panel(next) && button.hasText();
  }
}
